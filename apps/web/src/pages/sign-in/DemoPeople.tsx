import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useNames } from '~/api/reference';
import classes from './DemoPeople.module.css';

interface Person {
  email: string;
  password: string;
}

/** People who belong to no State. */
const REGION = '';

/** In demo mode, the people of the demo: one press signs in. Nothing in any other mode. */
export function DemoPeople({ busy, onChoose }: { busy: boolean; onChoose: (who: Person) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const [place, setPlace] = useState('MX');
  const people = useQuery({
    queryKey: ['demo-sign-ins'],
    queryFn: () => body(api.GET('/api/demo-sign-ins')),
    staleTime: Infinity,
    retry: false,
    meta: { quiet: true },
  }).data;
  if (!people || people.length === 0) return null;
  const places = [...new Set(people.map((person) => person.state ?? REGION))].sort(
    (a, b) => b.length - a.length,
  );
  const here = people.filter((person) => (person.state ?? REGION) === place);
  return (
    <section className={classes.box} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.title}>
        {t('signIn.demo')}
      </h2>
      <p className={classes.text}>{t('signIn.demoText')}</p>
      <div className={classes.places} role="group" aria-label={t('signIn.demoPlace')}>
        {places.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.place}
            aria-pressed={each === place}
            onClick={() => setPlace(each)}
          >
            {each === REGION ? t('nav.region') : names.state(each)}
          </button>
        ))}
      </div>
      <div className={classes.groups}>
        {[...Map.groupBy(here, (person) => person.role)].map(([role, members]) => (
          <div key={role} role="group" aria-label={t(`role.${role as 'focal_point'}`)}>
            <h3 className={classes.role}>{t(`role.${role as 'focal_point'}`)}</h3>
            <ul className={classes.list}>
              {members.map((person) => (
                <li key={person.email}>
                  <button
                    type="button"
                    className={classes.person}
                    disabled={busy}
                    onClick={() => onChoose(person)}
                  >
                    {person.name}
                    <span className={classes.hint}>{hintOf(person.email)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** `focal.comar.mx@…` works for COMAR: the part that tells people of one role apart. */
const hintOf = (email: string): string => email.split('@')[0]?.split('.')[1]?.toUpperCase() ?? '';

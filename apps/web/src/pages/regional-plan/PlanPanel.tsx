import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { BothText } from '~/ui/BothText';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { SourceText } from '~/ui/SourceText';
import { EditButton } from './EditButton';
import type { Edited } from './fields';
import { documentsQuery, type PlanItem, plansQuery } from './queries';

export const PLAN_PARTS = ['focusAreas', 'pillars', 'presidencyLessons'] as const;

/** The plan of a year: focus areas, pillars, lessons, and the declarations that it follows. */
export function PlanPanel({ year, edit }: { year: number; edit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const plans = useQuery(plansQuery());
  const documents = useQuery(documentsQuery).data ?? [];
  return (
    <Loaded query={plans}>
      {(all) => {
        const plan = all.find((each) => each.year === year) ?? null;
        const followed = documents.filter(({ key }) => plan?.documents.includes(key));
        return (
          <Panel
            anchor="plan"
            title={t('regional.plan', { year })}
            aside={<EditButton edit={edit} edited={{ kind: 'plan', year, row: plan }} />}
          >
            {plan === null && <p className="soft">{t('regional.noPlan', { year })}</p>}
            {plan &&
              PLAN_PARTS.filter((part) => plan[part].length > 0).map((part) => (
                <div key={part}>
                  <h3>{t(`regional.${part}`)}</h3>
                  <ul>
                    {plan[part].map((item) => (
                      <Item key={item.en} item={item} />
                    ))}
                  </ul>
                </div>
              ))}
            {plan && followed.length > 0 && (
              <>
                <h3>{t('regional.follows')}</h3>
                <ul>
                  {followed.map((document) => (
                    <li key={document.key}>
                      <a href={`#document-${document.key}`}>{text(document, 'title')}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {plan && (
              <>
                <BothText of={plan} name="note" />
                <p className="soft">
                  <SourceText text={plan.sources.join(' · ')} />
                </p>
              </>
            )}
          </Panel>
        );
      }}
    </Loaded>
  );
}

function Item({ item }: { item: PlanItem }) {
  const { lang } = useLang();
  const names = useNames();
  const about = [...item.areas.map(names.area), ...item.commitments];
  return (
    <li>
      {item[lang]}
      {about.length > 0 && <span className="soft"> · {about.join(', ')}</span>}
    </li>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import lined from '~/ui/LinedList.module.css';
import { Panel } from '~/ui/Panel';
import { Sign } from '~/ui/Sign';
import { previewQuery } from './queries';
import classes from './RemindersPage.module.css';

const route = getRouteApi('/app/reminders');

/** Who would be reminded at an instant, and why. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { instant, text, list } = useLang();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(at ?? '');
  const preview = useQuery(previewQuery(at));
  const look = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: typed === '' ? {} : { at: typed } });
  };
  return (
    <>
      <PageTitle title={t('nav.reminders')} over={t('reminders.hint')} />
      <form onSubmit={look} className={classes.form}>
        <TextInput
          type="datetime-local"
          label={t('reminders.at')}
          description={t('reminders.atHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('reminders.look')}</Button>
      </form>
      <Loaded query={preview}>
        {({ asOf, digests }) => (
          <Panel
            title={t('reminders.result', { at: instant(asOf) })}
            aside={<span className="soft">{t('reminders.count', { count: digests.length })}</span>}
          >
            {digests.length === 0 ? (
              <EmptyState text={t('reminders.none')} />
            ) : (
              <ul className={lined.list}>
                {digests.map((digest) => (
                  <li key={`${digest.userId}.${digest.kind}.${digest.offsetDays}`}>
                    <div className={lined.head}>
                      <Sign tone="accent" shape="✉" text={t(`reminders.kind.${digest.kind as 'update'}`)} />
                      <span className="soft">
                        {digest.lang === 'en' ? 'English' : 'Español'} · {instant(digest.scheduledAt)}
                      </span>
                      {digest.late && <Sign tone="warn" shape="!" text={t('reminders.late')} />}
                    </div>
                    <p>{text(digest, 'why')}</p>
                    <p className="soft">{list(digest.items.map((item) => item.code))}</p>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        )}
      </Loaded>
    </>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { forgetAll } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import classes from './account.module.css';
import { openSessionsQuery } from './queries';

/** Where the person is signed in. */
export function OwnSessions() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const client = useQueryClient();
  const navigate = useNavigate();
  const sessions = useQuery(openSessionsQuery);
  const end = useMutation({
    mutationFn: (id: string) => body(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: openSessionsQuery.queryKey }),
  });
  const endAll = useMutation({
    mutationFn: () => body(api.DELETE('/api/me/sessions')),
    onSuccess: async () => {
      await forgetAll(client);
      await navigate({ to: '/sign-in', search: {} });
    },
  });
  const error = end.error ?? endAll.error;
  return (
    <Panel title={t('account.sessions.title')}>
      {error !== null && <ProblemAlert error={error} />}
      <Loaded query={sessions}>
        {(list) => (
          <ul className={classes.list}>
            {list.map(({ id, device, method, lastSeenAt, present }) => (
              <li key={id} className={classes.item}>
                <span>
                  <strong>{device ?? t('account.sessions.unknown')}</strong>{' '}
                  <span className="soft">
                    {t(`account.method.${method}`)} ·{' '}
                    {t('account.sessions.seen', { at: instant(lastSeenAt) })}
                  </span>
                </span>
                {present ? (
                  <em>{t('account.sessions.present')}</em>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('account.sessions.end')}: ${device ?? t('account.sessions.unknown')}, ${instant(lastSeenAt)}`}
                    loading={end.isPending && end.variables === id}
                    onClick={() => end.mutate(id)}
                  >
                    {t('account.sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
        {t('account.sessions.endAll')}
      </Button>
    </Panel>
  );
}

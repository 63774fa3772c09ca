import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { useLang } from '~/i18n/use-lang';
import { HistoryPanel } from '~/ui/history/HistoryPanel';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { EraseDialog } from './EraseDialog';
import { accessOf } from './person';
import { type User, useChange, userQuery } from './queries';
import { SureButton } from '~/ui/SureButton';
import { UserRoles } from './UserRoles';

const route = getRouteApi('/app/users/$id');

/** One person: their roles through time, and whether and where they are signed in. */
export function UserPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const user = useQuery(userQuery(id));
  return (
    <>
      <p>
        <Link to="/users" search={{}}>
          {t('nav.users')}
        </Link>
      </p>
      <Loaded query={user}>{(data) => <OneUser user={data} />}</Loaded>
    </>
  );
}

function OneUser({ user }: { user: User }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  return (
    <>
      <PageTitle title={user.name} over={user.erasedAt ? undefined : user.email} />
      <Panel title={t('account.person')}>
        <Facts
          rows={[
            [
              t('users.state'),
              user.erasedAt
                ? t('users.erased', { at: instant(user.erasedAt) })
                : t(`users.access.${accessOf(user)}`),
            ],
            [t('users.factor'), t(`users.factors.${user.secondFactor ? 'with' : 'without'}`)],
            [t('account.lang'), user.lang === 'en' ? 'English' : 'Español'],
            [t('users.since'), instant(user.createdAt)],
          ]}
        />
        {!user.erasedAt && <Access user={user} />}
      </Panel>
      <UserRoles user={user} />
      <HistoryPanel entity="user" id={user.id} />
    </>
  );
}

function Access({ user }: { user: User }) {
  const { id, active } = user;
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const params = { path: { id } };
  const setActive = useChange((to: boolean) =>
    body(api.PUT('/api/users/{id}/active', { params, body: { active: to } })),
  );
  const end = useChange(() => body(api.DELETE('/api/users/{id}/sessions', { params })));
  const reset = useChange(() => body(api.DELETE('/api/users/{id}/second-factors', { params })));
  const error = setActive.error ?? end.error ?? reset.error;
  const done = { onSuccess: () => notify(t('users.done')) };
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <Group mt="md" gap="xs">
        <Button
          variant="default"
          loading={setActive.isPending}
          onClick={() => setActive.mutate(!active, done)}
        >
          {t(active ? 'users.deactivate' : 'users.activate')}
        </Button>
        <SureButton
          label={t('users.endSessions')}
          sure={t('users.endSessionsSure')}
          busy={end.isPending}
          onSure={() => end.mutate(undefined, done)}
        />
        {user.secondFactor && (
          <SureButton
            label={t('users.resetFactors')}
            sure={t('users.resetFactorsSure')}
            busy={reset.isPending}
            onSure={() => reset.mutate(undefined, done)}
          />
        )}
        <Button variant="default" color="red" onClick={() => setErasing(true)}>
          {t('users.erase.button')}
        </Button>
      </Group>
      {erasing && <EraseDialog user={user} onClose={() => setErasing(false)} />}
    </>
  );
}

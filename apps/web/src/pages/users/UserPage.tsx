import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '~/api/client';
import { roleLine } from '~/app/role-line';
import { useLang } from '~/i18n/use-lang';
import { Dialog } from '~/ui/Dialog';
import { Loaded } from '~/ui/Loaded';
import { notify } from '~/ui/notice';
import { PageTitle } from '~/ui/PageTitle';
import { Facts, Panel } from '~/ui/Panel';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { RecordForm } from '~/ui/RecordForm';
import classes from '../account/account.module.css';
import { EraseDialog } from './EraseDialog';
import { type NewRole, type Role, type User, useChange, userQuery } from './queries';
import { roleIn, useRoleFields } from './role-form';

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
                : t(user.active ? 'users.active' : 'users.inactive'),
            ],
            [t('account.lang'), user.lang === 'en' ? 'English' : 'Español'],
            [t('users.since'), instant(user.createdAt)],
          ]}
        />
        {!user.erasedAt && <Access user={user} />}
      </Panel>
      <Roles user={user} />
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
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined, done)}>
          {t('users.endSessions')}
        </Button>
        <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate(undefined, done)}>
          {t('users.resetFactors')}
        </Button>
        <Button variant="default" color="red" onClick={() => setErasing(true)}>
          {t('users.erase.button')}
        </Button>
      </Group>
      {erasing && <EraseDialog user={user} onClose={() => setErasing(false)} />}
    </>
  );
}

function Roles({ user: { id, roles } }: { user: User }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const [giving, setGiving] = useState(false);
  const fields = useRoleFields();
  const give = useChange((role: NewRole) =>
    body(api.POST('/api/users/{id}/roles', { params: { path: { id } }, body: role })),
  );
  const end = useChange((assignmentId: string) =>
    body(api.DELETE('/api/users/{id}/roles/{assignmentId}', { params: { path: { id, assignmentId } } })),
  );
  const ended = ({ validTo }: Role) => Boolean(validTo && validTo <= new Date().toISOString());
  return (
    <Panel
      title={t('account.roles')}
      aside={
        <Button size="compact-sm" onClick={() => setGiving(true)}>
          {t('users.give')}
        </Button>
      }
    >
      {end.isError && <ProblemAlert error={end.error} />}
      <ul className={classes.list}>
        {roles.map((role) => (
          <li key={role.id} className={classes.item}>
            <span>
              <strong>{roleLine(t, { roles: [role] })}</strong> {role.teamKey}{' '}
              <span className="soft">
                {role.validTo
                  ? t('users.fromTo', { from: instant(role.validFrom), to: instant(role.validTo) })
                  : t('users.from', { from: instant(role.validFrom) })}
              </span>
            </span>
            {!ended(role) && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t('users.end')}: ${roleLine(t, { roles: [role] })}`}
                loading={end.isPending && end.variables === role.id}
                onClick={() => end.mutate(role.id)}
              >
                {t('users.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {giving && (
        <Dialog title={t('users.give')} onClose={() => setGiving(false)} wide>
          <RecordForm
            fields={fields}
            values={{ role: 'focal_point' }}
            submit={t('users.give')}
            busy={give.isPending}
            error={give.error}
            onCancel={() => setGiving(false)}
            onSubmit={(values) => give.mutate(roleIn(values), { onSuccess: () => setGiving(false) })}
          />
        </Dialog>
      )}
    </Panel>
  );
}

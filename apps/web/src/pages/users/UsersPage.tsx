import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleLine } from '~/app/role-line';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { PageTitle } from '~/ui/PageTitle';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { type User, usersQuery } from './queries';

const route = getRouteApi('/app/users');

/** Who has a part here, and who was invited. A coordinator sees the invitations of the own State alone. */
export function UsersPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageTitle title={t('nav.users')}>
        <Button onClick={() => setInviting(true)}>{t('users.invite')}</Button>
      </PageTitle>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      <Invitations />
      {may(me, 'user.manage') && <People />}
    </>
  );
}

function People() {
  const { t } = useTranslation();
  const { instant } = useLang();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const users = useInfiniteQuery(usersQuery(q));
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<User>[] = [
    {
      id: 'name',
      header: t('account.name'),
      names: true,
      cell: (user) => (
        <Link to="/users/$id" params={{ id: user.id }}>
          {user.name}
        </Link>
      ),
      sort: (user) => user.name,
    },
    { id: 'email', header: t('signIn.email'), cell: (user) => user.email, sort: (user) => user.email },
    {
      id: 'roles',
      header: t('account.roles'),
      cell: (user) => roleLine(t, { roles: presentOf(user) }) || '–',
    },
    {
      id: 'active',
      header: t('users.state'),
      cell: (user) => t(user.active ? 'users.active' : 'users.inactive'),
      sort: (user) => (user.active ? 0 : 1),
    },
    {
      id: 'since',
      header: t('users.since'),
      cell: (user) => instant(user.createdAt),
      sort: (user) => user.createdAt,
    },
  ];
  return (
    <>
      <TextInput
        label={t('filter.text')}
        defaultValue={q ?? ''}
        maw={320}
        mb="md"
        onChange={(event) => {
          const wanted = event.currentTarget.value.trim();
          void navigate({ search: wanted === '' ? {} : { q: wanted }, replace: true });
        }}
      />
      {users.isPending && <RowsSkeleton />}
      {users.isError && <ProblemAlert error={users.error} onRetry={() => void users.refetch()} />}
      {users.isSuccess && items.length === 0 && <EmptyState text={t('users.none')} />}
      {items.length > 0 && (
        <DataTable caption={t('nav.users')} rows={items} columns={columns} keyOf={(user) => user.id} />
      )}
      {users.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          onClick={() => void users.fetchNextPage()}
          loading={users.isFetchingNextPage}
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
}

/** The roles that a person holds today. */
const presentOf = ({ roles }: User): User['roles'] => {
  const now = new Date().toISOString();
  return roles.filter(({ validFrom, validTo }) => validFrom <= now && (!validTo || validTo > now));
};

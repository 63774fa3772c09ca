import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { institutionsQuery, statesQuery } from '~/api/reference';
import { roleLine } from '~/app/role-line';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { ProblemAlert } from '~/ui/ProblemAlert';
import { asked } from '~/app/asked';
import { accessOf, heldAs } from './person';
import { type User, usersQuery } from './queries';
import { ACCESS, FACTOR, HELD, ROLES, type UsersSearch } from './words';

const route = getRouteApi('/app/users');

/** Everybody who is known, narrowed by what stands in the address. */
export function People() {
  const { t } = useTranslation();
  const search = route.useMatch({ select: asked });
  const users = useInfiniteQuery(usersQuery(search));
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useColumns(search.held ?? 'now');
  return (
    <>
      <PeopleFilters search={search} />
      {users.isPending && <RowsSkeleton />}
      {users.isError && <ProblemAlert error={users.error} onRetry={() => void users.refetch()} />}
      {users.isSuccess && items.length === 0 && <EmptyList search={search} none={t('users.none')} />}
      {items.length > 0 && (
        <DataTable
          caption={t('nav.users')}
          rows={items}
          columns={columns}
          keyOf={(user) => user.id}
          address="sort"
        />
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

function useColumns(held: (typeof HELD)[number]): Column<User>[] {
  const { t } = useTranslation();
  const { instant } = useLang();
  return [
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
      cell: (user) => roleLine(t, { roles: heldAs(held, user.roles) }) || '–',
    },
    {
      id: 'factor',
      header: t('users.factor'),
      cell: (user) => t(`users.factors.${user.secondFactor ? 'with' : 'without'}`),
      sort: (user) => (user.secondFactor ? 0 : 1),
    },
    {
      id: 'active',
      header: t('users.state'),
      cell: (user) => t(`users.access.${accessOf(user)}`),
      sort: accessOf,
    },
    {
      id: 'since',
      header: t('users.since'),
      cell: (user) => instant(user.createdAt),
      sort: (user) => user.createdAt,
    },
  ];
}

function PeopleFilters({ search }: { search: UsersSearch }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const words = <W extends string>(list: readonly W[], label: (word: W) => string) =>
    list.map((value) => ({ value, label: label(value) }));
  return (
    <Filters<keyof UsersSearch>
      search={search}
      text="q"
      onChange={(next) => void navigate({ search: next as UsersSearch, replace: true })}
      choices={[
        { name: 'role', label: t('users.role'), options: words(ROLES, (role) => t(`role.${role}`)) },
        {
          name: 'state',
          label: t('field.state'),
          options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
        },
        {
          name: 'institution',
          label: t('users.institution'),
          options: institutions
            .filter(({ stateCode }) => !search.state || !stateCode || stateCode === search.state)
            .map((each) => ({ value: each.id, label: `${each.stateCode ?? '–'} · ${text(each, 'name')}` })),
        },
        { name: 'held', label: t('users.held'), options: words(HELD, (word) => t(`users.heldWord.${word}`)) },
        {
          name: 'factor',
          label: t('users.factor'),
          options: words(FACTOR, (word) => t(`users.factors.${word}`)),
        },
        {
          name: 'access',
          label: t('users.state'),
          options: words(ACCESS, (word) => t(`users.access.${word}`)),
        },
      ]}
    />
  );
}

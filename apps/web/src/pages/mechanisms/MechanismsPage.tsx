import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { statesQuery, useNames } from '~/api/reference';
import { may, useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyList } from '~/ui/EmptyList';
import { Filters } from '~/ui/Filters';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { asked } from '~/app/asked';
import { type MechanismSummary, mechanismsQuery } from './queries';
import { MECHANISM_KINDS, type MechanismSearch } from './words';

const route = getRouteApi('/app/mechanisms');

/** In which roundtables, groups and commissions the States follow their commitments. */
export function MechanismsPage() {
  const { t } = useTranslation();
  const { text } = useLang();
  const names = useNames();
  const me = useMe();
  const search = route.useMatch({ select: asked });
  const navigate = route.useNavigate();
  const states = useQuery(statesQuery).data ?? [];
  const mechanisms = useQuery(mechanismsQuery(search));
  const columns = useMemo(
    (): Column<MechanismSummary>[] => [
      {
        id: 'name',
        header: t('mechanism.one'),
        names: true,
        sort: (row) => text(row, 'name'),
        cell: (row) => (
          <Link to="/mechanisms/$id" params={{ id: row.id }}>
            {text(row, 'name')}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('field.state'),
        sort: (row) => names.state(row.stateCode),
        cell: (row) => names.state(row.stateCode),
      },
      { id: 'kind', header: t('mechanism.kind'), cell: (row) => t(`mechanism.kindWord.${row.kind}`) },
      {
        id: 'chair',
        header: t('mechanism.chair'),
        cell: (row) => text(row, 'chair') || t('mechanism.notStated'),
      },
      { id: 'sessions', header: t('mechanism.sessions'), numeric: true, cell: (row) => row.sessions },
      { id: 'agreements', header: t('mechanism.agreements'), numeric: true, cell: (row) => row.agreements },
    ],
    [t, text, names],
  );
  return (
    <>
      <PageTitle title={t('nav.mechanisms')}>
        {may(me, 'mechanism.write') && (
          <Button renderRoot={(props) => <Link {...props} to="/mechanisms/new" />}>
            {t('mechanism.new')}
          </Button>
        )}
      </PageTitle>
      <Filters
        search={search}
        choices={[
          {
            name: 'state',
            label: t('field.state'),
            options: states.map((state) => ({ value: state.code, label: text(state, 'name') })),
          },
          {
            name: 'kind',
            label: t('mechanism.kind'),
            options: MECHANISM_KINDS.map((value) => ({ value, label: t(`mechanism.kindWord.${value}`) })),
          },
        ]}
        onChange={(next) => void navigate({ search: next as MechanismSearch })}
      />
      <Loaded query={mechanisms}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyList search={search} none={t('mechanism.none')} />
          ) : (
            <DataTable
              caption={t('nav.mechanisms')}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              address="sort"
            />
          )
        }
      </Loaded>
    </>
  );
}

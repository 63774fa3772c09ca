import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cycle, cyclesQuery } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { useCycleName } from '~/ui/cycle-name';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { PageTitle } from '~/ui/PageTitle';
import { CycleSign } from '~/ui/Words';

/** All reporting cycles with their days. */
export function CyclesPage() {
  const { t } = useTranslation();
  const { day } = useLang();
  const name = useCycleName();
  const cycles = useQuery(cyclesQuery);
  const columns = useMemo(
    (): Column<Cycle>[] => [
      {
        id: 'name',
        header: t('field.cycle'),
        term: 'cycle',
        names: true,
        sort: (cycle) => cycle.key,
        cell: (cycle) => (
          <Link to="/cycles/$key" params={{ key: cycle.key }}>
            {name(cycle.key)}
          </Link>
        ),
      },
      {
        id: 'state',
        header: t('cycle.state'),
        sort: (cycle) => cycle.state,
        cell: (cycle) => <CycleSign word={cycle.state} />,
      },
      {
        id: 'facts',
        header: t('cycle.facts'),
        term: 'window',
        cell: (cycle) => `${day(cycle.factsFrom)} – ${day(cycle.factsTo)}`,
      },
      {
        id: 'opens',
        header: t('cycle.opensOn'),
        sort: (cycle) => cycle.opensOn,
        cell: (cycle) => day(cycle.opensOn),
      },
      {
        id: 'due',
        header: t('cycle.dueOn'),
        sort: (cycle) => cycle.dueOn,
        cell: (cycle) => day(cycle.dueOn),
      },
    ],
    [t, day, name],
  );
  return (
    <>
      <PageTitle title={t('nav.cycles')} />
      <Loaded query={cycles}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState text={t('cycles.none')} />
          ) : (
            <DataTable
              caption={t('nav.cycles')}
              rows={list}
              columns={columns}
              keyOf={(cycle) => cycle.key}
              sortedBy={{ id: 'due', desc: true }}
              address="sort"
            />
          )
        }
      </Loaded>
    </>
  );
}

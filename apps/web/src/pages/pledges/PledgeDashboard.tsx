import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { ChartPlace } from '~/ui/chart/ChartPlace';
import { EmbedButton } from '~/ui/chart/EmbedButton';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import { dashboardQuery } from './queries';

const PledgeChart = lazy(async () => ({ default: (await import('./PledgeChart')).PledgeChart }));

export type DashboardRow = Schemas['PledgeDashboardRowDto'];
type Row = DashboardRow;
const SLICES = ['planning', 'inProgress', 'fulfilled', 'noUpdate'] as const;

/** Pledges by area of focus and stage. Shares are of all pledges of the row, those without an update included. */
export function PledgeDashboard({ forum }: { forum: string | undefined }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const rows = useQuery(dashboardQuery(forum));
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        id: 'area',
        header: t('pledge.area'),
        term: 'area_of_focus',
        names: true,
        cell: (row) =>
          row.scope === 'all' ? (
            <strong>{t('pledge.allPledges')}</strong>
          ) : row.scope === 'no_area' ? (
            t('pledge.noArea')
          ) : (
            names.area(row.areaKey ?? '')
          ),
      },
      { id: 'total', header: t('pledge.total'), numeric: true, cell: (row) => row.total },
      ...SLICES.map((slice): Column<Row> => ({
        id: slice,
        header: t(`pledge.slice.${slice}`),
        numeric: true,
        cell: (row) => (
          <>
            {row[slice]} <span className="soft">({row.shares ? percent(row.shares[slice]) : '–'})</span>
          </>
        ),
      })),
    ],
    [t, percent, names],
  );
  return (
    <Panel
      title={t('pledge.dashboard')}
      aside={
        <EmbedButton
          title={t('pledge.dashboard')}
          chart={forum ? `pledges?forum=${encodeURIComponent(forum)}` : 'pledges'}
        />
      }
    >
      <Loaded query={rows}>
        {(data) =>
          data.length === 0 ? (
            <EmptyState text={t('pledge.none')} />
          ) : (
            <>
              <Suspense fallback={<ChartPlace bars={data.length - 1} />}>
                <PledgeChart rows={data} areaOf={(row) => names.area(row.areaKey ?? '')} />
              </Suspense>
              <DataTable
                caption={t('pledge.dashboardCaption')}
                rows={data}
                columns={columns}
                keyOf={(row) => `${row.scope} ${row.areaKey ?? ''}`}
              />
              <p className="soft">{t('pledge.dashboardNote')}</p>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

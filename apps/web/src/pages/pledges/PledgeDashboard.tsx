import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { type Column, DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { Loaded } from '~/ui/Loaded';
import { Panel } from '~/ui/Panel';
import classes from './PledgeDashboard.module.css';
import { dashboardQuery } from './queries';

type Row = Schemas['PledgeDashboardRowDto'];
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
      { id: 'bar', header: t('pledge.bar'), cell: (row) => <Bar row={row} /> },
    ],
    [t, percent, names],
  );
  return (
    <Panel title={t('pledge.dashboard')}>
      <Loaded query={rows}>
        {(data) =>
          data.length === 0 ? (
            <EmptyState text={t('pledge.none')} />
          ) : (
            <>
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

/** The numbers of the row once more as a bar; they stand beside it, so it says nothing to screen readers. */
function Bar({ row }: { row: Row }) {
  return (
    <div className={classes.bar} aria-hidden>
      {SLICES.map((slice) =>
        row[slice] > 0 ? (
          <span key={slice} className={classes[slice]} style={{ flexGrow: row[slice] }} />
        ) : null,
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Chart } from '~/ui/chart/Chart';
import type { DashboardRow } from './PledgeDashboard';

const SLICES = [
  { slice: 'planning', ink: 'planning' },
  { slice: 'inProgress', ink: 'in_progress' },
  { slice: 'fulfilled', ink: 'fulfilled' },
  { slice: 'noUpdate', ink: 'missing' },
] as const;

/** Pledges by stage, an area of focus a bar; a pledge with two areas stands in both. */
export function PledgeChart({
  rows,
  areaOf,
}: {
  rows: DashboardRow[];
  areaOf: (row: DashboardRow) => string;
}) {
  const { t } = useTranslation();
  const { number } = useLang();
  const all = rows.find(({ scope }) => scope === 'all');
  const areas = rows.filter(({ scope }) => scope !== 'all');
  if (!all || areas.length === 0) return null;
  return (
    <Chart
      title={t('pledge.chart')}
      summary={t('pledge.chartSummary', {
        total: all.total,
        planning: all.planning,
        inProgress: all.inProgress,
        fulfilled: all.fulfilled,
        noUpdate: all.noUpdate,
      })}
      source={t('pledge.chartSource')}
      data={{
        kind: 'stacked',
        rows: t('pledge.area'),
        labels: areas.map((row) => (row.scope === 'no_area' ? t('pledge.noArea') : areaOf(row))),
        series: SLICES.map(({ slice, ink }) => ({
          name: t(`pledge.slice.${slice}`),
          ink,
          values: areas.map((row) => row[slice]),
        })).filter(({ values }) => values.some((value) => value > 0)),
        format: (value) => number(value),
      }}
    />
  );
}

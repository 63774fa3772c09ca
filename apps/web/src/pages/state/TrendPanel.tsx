import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cyclesQuery, useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { meanOf } from '~/pages/region/matrix';
import { coverageOf } from '~/pages/region/measure';
import { matrixQuery } from '~/pages/region/queries';
import { Chart } from '~/ui/chart/Chart';
import { useCycleName } from '~/ui/cycle-name';
import { FoldingPanel } from '~/ui/FoldingPanel';

/** As far back as a line is read at a glance. */
const CYCLES = 8;

/** How much of a State's plan was reported, and how far it is on average, cycle by cycle. */
export function TrendPanel({ stateCode }: { stateCode: string }) {
  const { t } = useTranslation();
  const { percent } = useLang();
  const names = useNames();
  const name = useCycleName();
  const cycles = (useQuery(cyclesQuery).data ?? [])
    .filter(({ state }) => state !== 'planned')
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .slice(-CYCLES);
  const matrices = useQueries({ queries: cycles.map(({ key }) => matrixQuery(key)) });
  const points = cycles.flatMap(({ key }, at) => {
    const cell = matrices[at]?.data?.cells.find(
      (each) => each.level === 'state' && each.stateCode === stateCode,
    );
    return cell ? [{ label: name(key), cell }] : [];
  });
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const mean = meanOf(last.cell);
  return (
    <FoldingPanel title={t('trend.title')}>
      <Chart
        title={t('trend.chart', { state: names.state(stateCode) })}
        summary={t('trend.summary', {
          cycle: last.label,
          reported: last.cell.reported,
          total: last.cell.commitments,
          mean: mean === null ? t('value.notReported') : percent(mean),
          n: points.length,
        })}
        source={t('trend.source')}
        data={{
          kind: 'lines',
          rows: t('field.cycle'),
          labels: points.map(({ label }) => label),
          series: [
            { name: t('trend.coverage'), values: points.map(({ cell }) => coverageOf(cell)) },
            { name: t('trend.mean'), values: points.map(({ cell }) => meanOf(cell)) },
          ],
          format: (value) => percent(value, 0),
        }}
      />
    </FoldingPanel>
  );
}

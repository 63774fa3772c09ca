import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { Chart } from '~/ui/chart/Chart';
import type { ChartData, Series } from '~/ui/chart/chart-data';
import { STAGES } from '~/ui/vocabulary';
import type { MatrixView } from './matrix';
import { countOf } from './measure';
import type { Cell } from './queries';

interface StageChartsProps {
  view: MatrixView;
  cycleKey: string;
  source: string;
}

/** Commitments by stage, once by State and once by area. */
export function StageCharts({ view, cycleKey, source }: StageChartsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const byState = useStages(
    t('field.state'),
    view.rows.flatMap(({ stateCode, total }) => (total ? [[names.state(stateCode), total]] : [])),
  );
  const byArea = useStages(
    t('field.area'),
    view.areas.flatMap((key) => {
      const cell = view.byArea.get(key);
      return cell ? [[names.area(key), cell]] : [];
    }),
  );
  const region = view.region;
  const summary = region
    ? t('chart.stagesSummary', {
        reported: region.reported,
        total: region.commitments,
        fulfilled: countOf(region.stages, 'fulfilled'),
        inProgress: countOf(region.stages, 'in_progress'),
      })
    : t('chart.stagesOwn');
  return (
    <>
      <Chart
        title={t('chart.stagesByState')}
        summary={summary}
        source={source}
        data={byState}
        embed={`stages-by-state?cycle=${cycleKey}`}
      />
      {byArea.labels.length > 0 && (
        <Chart
          title={t('chart.stagesByArea')}
          summary={summary}
          source={source}
          data={byArea}
          embed={`stages-by-area?cycle=${cycleKey}`}
        />
      )}
    </>
  );
}

/** The stages of some cells, with what was not reported as a part of its own. */
export function useStages(rows: string, cells: (readonly [string, Cell])[]): ChartData {
  const { t } = useTranslation();
  const { number } = useLang();
  const kept = JSON.stringify(cells);
  return useMemo(() => {
    const named = JSON.parse(kept) as [string, Cell][];
    const stages = STAGES.map((word): Series => ({
      name: t(`word.stage.${word}`),
      ink: word,
      values: named.map(([, cell]) => countOf(cell.stages, word)),
    })).filter(({ values }) => values.some((value) => value !== 0));
    return {
      kind: 'stacked',
      rows,
      labels: named.map(([name]) => name),
      series: [
        ...stages,
        {
          name: t('value.notReported'),
          ink: 'missing',
          values: named.map(([, cell]) => cell.commitments - cell.reported),
        },
      ],
      format: (value) => number(value),
    };
  }, [kept, rows, number, t]);
}

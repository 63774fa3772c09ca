import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import { countOf } from '~/pages/region/measure';
import { useStages } from '~/pages/region/StageCharts';
import { Chart } from '~/ui/chart/Chart';
import { useCycleName } from '~/ui/cycle-name';
import { Panel } from '~/ui/Panel';
import type { PublicState } from './queries';

/** A State's commitments by stage, area by area. */
export function StateChart({ state }: { state: PublicState }) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const names = useNames();
  const name = useCycleName();
  const { cycleKey, frozenAt } = state.edition;
  const data = useStages(
    t('field.area'),
    state.cells.filter(({ level }) => level === 'state_area').map((cell) => [names.area(cell.areaKey), cell]),
  );
  const total = state.cells.find(({ level }) => level === 'state');
  if (!total || data.labels.length === 0) return null;
  return (
    <Panel title={t('chart.stagesByArea')}>
      <Chart
        title={t('site.stagesOfState', { state: names.state(state.code) })}
        summary={t('chart.stagesSummary', {
          reported: total.reported,
          total: total.commitments,
          fulfilled: countOf(total.stages, 'fulfilled'),
          inProgress: countOf(total.stages, 'in_progress'),
        })}
        source={t('chart.source', { cycle: name(cycleKey), at: instant(frozenAt) })}
        data={data}
        embed={`stages-by-area?state=${state.code}&cycle=${cycleKey}`}
      />
    </Panel>
  );
}

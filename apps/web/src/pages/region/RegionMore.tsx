import { useTranslation } from 'react-i18next';
import { useCycleName } from '~/ui/cycle-name';
import { useLang } from '~/i18n/use-lang';
import { FoldingPanel } from '~/ui/FoldingPanel';
import { ChangePanel } from './ChangePanel';
import type { MatrixView } from './matrix';
import { MeasureMap } from './MeasureMap';
import type { Measure } from './measures';
import { StageCharts } from './StageCharts';

interface RegionMoreProps {
  view: MatrixView;
  cycleKey: string;
  measure: Measure;
  computedAt: string | null | undefined;
}

/** The region's map, its stages as bars, and what changed. */
export function RegionMore({ view, cycleKey, measure, computedAt }: RegionMoreProps) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const name = useCycleName();
  const source = t('chart.source', { cycle: name(cycleKey), at: instant(computedAt) });
  return (
    <>
      <FoldingPanel title={t('region.map')}>
        <MeasureMap view={view} cycleKey={cycleKey} measure={measure} source={source} />
      </FoldingPanel>
      <FoldingPanel title={t('region.stages')}>
        <StageCharts view={view} cycleKey={cycleKey} source={source} />
      </FoldingPanel>
      <ChangePanel view={view} cycleKey={cycleKey} />
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { ChangePanel } from '~/pages/region/ChangePanel';
import type { MatrixView } from '~/pages/region/matrix';
import { MeasureMap } from '~/pages/region/MeasureMap';
import type { Measure } from '~/pages/region/measures';
import { StageCharts } from '~/pages/region/StageCharts';
import { useCycleName } from '~/ui/cycle-name';
import { FoldingPanel } from '~/ui/FoldingPanel';
import type { Edition } from './queries';

interface RegionChartsProps {
  view: MatrixView;
  edition: Edition;
  measure: Measure;
}

/** What an edition says of the region as map and charts; nothing here is read but the edition. */
export function RegionCharts({ view, edition: { cycleKey, frozenAt }, measure }: RegionChartsProps) {
  const { t } = useTranslation();
  const { instant } = useLang();
  const name = useCycleName();
  const source = t('chart.source', { cycle: name(cycleKey), at: instant(frozenAt) });
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

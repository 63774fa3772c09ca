import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '~/api/reference';
import { useLang } from '~/i18n/use-lang';
import type { MapState } from '~/ui/map/MapDrawing';
import { RegionMap } from '~/ui/map/RegionMap';
import type { MatrixView } from './matrix';
import { levelOf } from './measure';
import type { Measure } from './measures';

interface MeasureMapProps {
  view: MatrixView;
  cycleKey: string;
  measure: Measure;
  source: string;
}

/** The measure of the matrix on the map; each State leads to its commitments. */
export function MeasureMap({ view, cycleKey, measure, source }: MeasureMapProps) {
  const { t } = useTranslation();
  const { percent, list } = useLang();
  const names = useNames();
  const word = t(`region.mapMeasure.${measure}`);
  const states = view.rows.map(({ stateCode, total }): MapState => {
    const level = levelOf(total, measure);
    const value = level === null ? t('value.notReported') : percent(level, 0);
    return {
      code: stateCode,
      name: names.state(stateCode),
      level,
      value:
        total && level !== null && measure === 'coverage'
          ? t('coverage.short', { reported: total.reported, total: total.commitments })
          : value,
    };
  });
  const shown = states.flatMap(({ name, level }) => (level === null ? [] : [{ name, level }]));
  shown.sort((a, b) => b.level - a.level);
  const [most, least] = [shown[0], shown.at(-1)];
  const summary =
    most && least && shown.length > 1
      ? t('chart.mostLeast', {
          n: shown.length,
          total: states.length,
          most: list(shown.filter(({ level }) => level === most.level).map(({ name }) => name)),
          high: percent(most.level, 0),
          least: list(shown.filter(({ level }) => level === least.level).map(({ name }) => name)),
          low: percent(least.level, 0),
        })
      : t('chart.fewValues', { n: shown.length, total: states.length });
  return (
    <RegionMap
      title={word}
      summary={summary}
      source={`${source} ${t('chart.shapes')}`}
      measure={word}
      states={states}
      embed={`map?show=${measure}&cycle=${cycleKey}`}
      link={(state, shape) => (
        <Link
          to="/states/$code"
          params={{ code: state.code }}
          search={{ cycle: cycleKey }}
          aria-label={`${state.name}: ${state.value}`}
        >
          {shape}
        </Link>
      )}
    />
  );
}

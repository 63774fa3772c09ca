import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { Chart } from '~/ui/chart/Chart';
import type { Indicator, Observation, Series } from './queries';
import { type Drawn, linesOf, partsOf } from './series-chart';
import { categoryText, dimensionText } from './words';

/** What can be drawn: numbers, and steps whose order is known. */
const isDrawn = ({ valueType, scaleOrdered }: Indicator): boolean =>
  valueType !== 'yes_no' && (valueType !== 'ordinal' || scaleOrdered);

/** A series over time with every source, baseline and target, and its newest parts. */
export function SeriesCharts({ indicator, series }: { indicator: Indicator; series: Series }) {
  const { t } = useTranslation();
  const { text, number, percent, compact, lang, list } = useLang();
  if (!isDrawn(indicator)) return null;
  const { periods, lines } = linesOf(series);
  const place = `${text(series, 'place')} · ${text(series, 'population')}`;
  const format = (value: number): string => {
    if (indicator.valueType === 'percent') return percent(value, 2);
    if (indicator.valueType === 'ordinal') return indicator.scale?.[value - 1]?.[lang] ?? number(value);
    return number(value);
  };
  const words = indicator.valueType === 'percent' || indicator.valueType === 'ordinal';
  const shared = { format, ...(words ? {} : { short: compact }) };
  const when = ({ year, part }: Observation): string =>
    part === 'year' ? String(year) : `${year} ${t(`indicator.partWord.${part}`)}`;
  const named = ({ role, source, values }: Drawn) => ({
    name: source === null ? t(`indicator.role.${role}`) : `${t(`indicator.role.${role}`)}: ${source}`,
    values,
    target: role === 'target',
  });
  const sources = [...new Set(series.observations.map(({ source }) => source))];
  const notes =
    series.notes.length > 0 ? ` ${t('indicator.chart.notes', { count: series.notes.length })}` : '';
  const last = lines.map((line) => {
    const at = line.values.findLastIndex((value) => value !== null);
    const period = periods[at]?.first;
    return `${named(line).name} ${format(line.values[at] ?? 0)} (${period ? when(period) : ''})`;
  });
  return (
    <>
      {lines.length > 0 && (periods.length > 1 || lines.length > 1) && (
        <Chart
          title={`${indicator.code} · ${place}`}
          summary={`${list(last)}.${notes}`}
          source={t('indicator.chart.source', { sources: list(sources) })}
          data={{
            kind: periods.length > 1 ? 'lines' : 'bars',
            rows: t('indicator.period'),
            labels: periods.map(({ first }) => when(first)),
            series: lines.map(named),
            ...shared,
          }}
        />
      )}
      {partsOf(series).map((parts) => (
        <Chart
          key={parts.dimension}
          title={t('indicator.chart.parts', {
            dimension: dimensionText(t, parts.dimension),
            period: when(parts.period),
          })}
          summary={`${place}.${notes}`}
          source={t('indicator.chart.source', { sources: parts.source })}
          data={{
            kind: 'bars',
            rows: dimensionText(t, parts.dimension),
            labels: parts.categories.map((category) => categoryText(t, category)),
            series: parts.lines.map(named),
            ...shared,
          }}
        />
      ))}
    </>
  );
}

import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData, Ink, Series } from './chart-data';
import type { Look } from './look';

const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];
const LINES = ['solid', 'dashed', 'dotted'] as const;
const STRIPES = { symbol: 'rect', color: 'rgba(255, 255, 255, 0.45)', symbolSize: 1 };
/** Patterns beside the colours, so that neighbours differ without them, too. */
const PATTERNS: Partial<Record<Ink, object>> = {
  planning: { ...STRIPES, dashArrayX: [1, 0], dashArrayY: [2, 5] },
  fulfilled: { ...STRIPES, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  discontinued: { ...STRIPES, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 2 },
  at_risk: { ...STRIPES, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  off_track: { ...STRIPES, dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 2 },
};
/** How a target stands in the legend. */
const DASHES = 'path://M0,4h7v2h-7z M10,4h7v2h-7z M20,4h7v2h-7z';
const BAR = 30;
/** On a phone names break into two lines or three. */
const NARROW_BAR = 40;
const CHARACTER = 7;
const LEGEND_LINE = 24;
const AXIS = 44;
const HEAD = 64;
/** Air below the axis, then the source. */
const FOOT = 60;
/** What the caption of a file takes above and below its chart. */
export const CAPTION = HEAD + FOOT;

/** What stands above and below a chart that leaves the page as a file. */
export interface Caption {
  title: string;
  source: string;
}

interface Frame {
  width: number;
  look: Look;
  animation?: boolean;
  caption?: Caption;
}

/** How high a chart is drawn at this width, so that its place can be kept before it is there. */
export function heightOf(data: ChartData, width: number): number {
  const plot =
    data.kind === 'lines'
      ? 260
      : data.labels.length *
        Math.max(data.kind === 'bars' ? data.series.length * 18 + 14 : BAR, width < 480 ? NARROW_BAR : 0);
  return legendHeight(data, width) + plot + AXIS;
}

/** A chart as ECharts takes it. */
export function optionOf(
  data: ChartData,
  { width, look, animation = false, caption }: Frame,
): EChartsCoreOption {
  const legend = legendHeight(data, width);
  const top = caption ? HEAD : 0;
  const across = data.kind !== 'lines';
  const values = {
    type: 'value',
    axisLabel: { color: look.soft, formatter: data.short ?? data.format },
    splitLine: { lineStyle: { color: look.grid } },
    minInterval: data.kind === 'stacked' ? 1 : undefined,
    splitNumber: width < 480 ? 3 : 5,
  };
  const labels = {
    type: 'category',
    data: data.labels,
    inverse: across,
    axisLabel: {
      color: look.text,
      ...(across
        ? { width: Math.min(180, width * 0.32), overflow: 'break', lineHeight: 13 }
        : { hideOverlap: true }),
    },
    axisLine: { lineStyle: { color: look.soft } },
    axisTick: { show: !across },
  };
  return {
    animation,
    animationDuration: 250,
    backgroundColor: caption ? look.ground : 'transparent',
    textStyle: { fontFamily: look.font, color: look.text },
    title: caption ? captionOf(caption, look, width) : [],
    legend: {
      show: hasLegend(data),
      // As it is drawn: a line without points.
      data: data.series.map(({ name, target }) => (target && !across ? { name, icon: DASHES } : { name })),
      top,
      left: 0,
      itemGap: 14,
      textStyle: { color: look.text },
      selectedMode: false,
    },
    grid: {
      left: 4,
      right: data.kind === 'bars' ? longest(data) * CHARACTER + 8 : 24,
      top: top + legend + 8,
      bottom: caption ? FOOT : 8,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: across ? 'shadow' : 'line' },
      backgroundColor: look.ground,
      borderColor: look.soft,
      textStyle: { color: look.text },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? data.format(value) : '–'),
    },
    xAxis: across ? values : labels,
    yAxis: across ? labels : values,
    series: data.series.map((series, at) => (across ? bar(series, at, data, look) : line(series, at, look))),
  };
}

function bar(series: Series, at: number, data: ChartData, look: Look): BarSeriesOption {
  const stacked = data.kind === 'stacked';
  return {
    type: 'bar',
    name: series.name,
    ...(stacked ? { stack: 'all' } : {}),
    barMaxWidth: 22,
    data: series.values.map((value) => (value === 0 && stacked ? null : (value ?? '-'))),
    itemStyle: {
      color: colour(series, at, look),
      borderColor: look.soft,
      borderWidth: 0.5,
      decal: patternOf(series, at, look),
    },
    label: {
      show: true,
      position: stacked ? 'inside' : 'right',
      color: look.text,
      textBorderWidth: 0,
      ...(stacked ? { backgroundColor: look.ground, padding: [2, 4], borderRadius: 3 } : {}),
      fontSize: 12,
      formatter: ({ value }) => (typeof value === 'number' ? data.format(value) : ''),
    },
    labelLayout: { hideOverlap: true },
  };
}

function line(series: Series, at: number, look: Look): LineSeriesOption {
  const plain = colour(series, at, look);
  return {
    type: 'line',
    name: series.name,
    data: series.values.map((value) => value ?? '-'),
    symbol: series.target ? 'none' : SHAPES[at % SHAPES.length],
    symbolSize: 9,
    connectNulls: series.target ?? false,
    itemStyle: { color: plain },
    lineStyle: { color: plain, width: 2, type: series.target ? [8, 5] : LINES[at % LINES.length] },
  };
}

const colour = (series: Series, at: number, look: Look): string =>
  series.ink ? look.inks[series.ink] : (look.series[at % look.series.length] ?? look.text);

/** Hatched for what nobody reported; by word, or by place where series have no words. */
function patternOf({ ink }: Series, at: number, look: Look): object | undefined {
  if (ink === 'missing')
    return { ...STRIPES, color: look.soft, dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -Math.PI / 4 };
  if (ink) return PATTERNS[ink];
  return Object.values(PATTERNS)[at - 1];
}

/** One line needs no name beside the title; one kind of bar does. */
const hasLegend = ({ kind, series }: ChartData): boolean => series.length > 1 || kind !== 'lines';

/** Characters of the longest value, which stands behind its bar. */
const longest = ({ series, format }: ChartData): number =>
  Math.max(
    3,
    ...series.flatMap(({ values }) => values.map((value) => (value === null ? 0 : format(value).length))),
  );

/** ECharts breaks a legend that is too wide, but keeps no place for the lines that come of it. */
function legendHeight(data: ChartData, width: number): number {
  if (!hasLegend(data)) return 0;
  let lines = 1;
  let used = 0;
  for (const { name } of data.series) {
    const item = name.length * CHARACTER + 48;
    if (used > 0 && used + item > width) {
      lines += 1;
      used = 0;
    }
    used += item;
  }
  return lines * LEGEND_LINE;
}

const captionOf = ({ title, source }: Caption, look: Look, width: number) => [
  { text: title, left: 0, top: 8, textStyle: { color: look.text, fontSize: 18, width, overflow: 'break' } },
  { text: source, left: 0, bottom: 12, textStyle: { color: look.soft, fontSize: 11, fontWeight: 'normal' } },
];

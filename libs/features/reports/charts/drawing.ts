import { FILLS } from '../report.colours.js';
import type { Block, ChartBlock, MapBlock, ReportDocument, ReportSection } from '../report.document.js';
import { WORDS_AT } from './map.svg.js';
import { REGION_SHAPES } from './region.shapes.js';

/** One part of a bar; lengths are shares of the longest that the chart has room for. */
export interface BarPart {
  /** Of its colour. */
  key: string;
  from: number;
  share: number;
  text: string;
}

/** A chart as it is laid out, whatever draws it. */
export interface ChartDrawing {
  type: 'chart';
  /** Series that some bar has any of. */
  legend: { key: string; label: string }[];
  bars: { label: string; end: string; parts: BarPart[]; mark: number | null; until: number }[];
}

/** An outline with the room that it takes in the field of the map. */
export interface MapShape {
  path: string;
  fill: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface MapWords {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  ink: string;
  name: string;
  value: string;
}

/** A map as it is laid out, whatever draws it. */
export interface MapDrawing {
  type: 'map';
  around: MapShape[];
  states: MapShape[];
  words: MapWords[];
}

/** What is laid out of the charts and maps of a report, by their ids. */
export type Drawings = Readonly<Record<string, ChartDrawing | MapDrawing>>;

/** What stands in shapes and beside them. */
export const MAP_INK = '#1c2430';
const AROUND = '#eceff2';

/** The layout that was put in, or a new one: equal charts give equal layouts. */
export function chartDrawing(chart: ChartBlock): ChartDrawing {
  if (chart.drawing) return chart.drawing;
  const { bars, series } = chart;
  const lengths = bars.map(({ values, mark = 0 }) => Math.max(sum(values), mark));
  const scale = Math.max(1, ...lengths);
  return {
    type: 'chart',
    legend: series.filter((_, i) => bars.some(({ values }) => (values[i] ?? 0) > 0)),
    bars: bars.map(({ label, end, values, texts, mark }) => ({
      label,
      end,
      parts: values.flatMap((value, i) =>
        value === 0
          ? []
          : [
              {
                key: series[i]?.key ?? '',
                from: round(sum(values.slice(0, i)) / scale),
                share: round(value / scale),
                text: texts?.[i] ?? String(value),
              },
            ],
      ),
      mark: mark === undefined ? null : round(mark / scale),
      until: round(sum(values) / scale),
    })),
  };
}

/** As `chartDrawing`, of a map. */
export function mapDrawing(map: MapBlock): MapDrawing {
  if (map.drawing) return map.drawing;
  return {
    type: 'map',
    around: REGION_SHAPES.around.map((path) => shapeOf(path, AROUND)),
    states: map.places.flatMap(({ code, key }) => {
      const path = REGION_SHAPES.states[code];
      return path ? [shapeOf(path, FILLS[key]?.[0] ?? '#ffffff')] : [];
    }),
    words: map.places.flatMap(({ code, label, value, key }) => {
      const at = WORDS_AT[code];
      if (!at) return [];
      const ink = at.anchor === 'middle' ? (FILLS[key]?.[1] ?? MAP_INK) : MAP_INK;
      return [{ ...at, ink, name: label, value }];
    }),
  };
}

/** Every chart and map of a report, laid out. */
export function drawingsOf({ sections }: Pick<ReportDocument, 'sections'>): Drawings {
  const drawn = (section: ReportSection): [string, ChartDrawing | MapDrawing][] => [
    ...section.blocks.flatMap((block): [string, ChartDrawing | MapDrawing][] =>
      block.type === 'chart'
        ? [[block.id, chartDrawing(block)]]
        : block.type === 'map'
          ? [[block.id, mapDrawing(block)]]
          : [],
    ),
    ...section.sections.flatMap(drawn),
  ];
  return Object.fromEntries(sections.flatMap(drawn));
}

/** The report with its charts and maps as they were laid out. */
export function drawn(document: ReportDocument, drawings: Drawings): ReportDocument {
  const put = (block: Block): Block => {
    if (block.type !== 'chart' && block.type !== 'map') return block;
    const drawing = drawings[block.id];
    if (block.type === 'chart' && drawing?.type === 'chart') return { ...block, drawing };
    return block.type === 'map' && drawing?.type === 'map' ? { ...block, drawing } : block;
  };
  const within = (section: ReportSection): ReportSection => ({
    ...section,
    blocks: section.blocks.map(put),
    sections: section.sections.map(within),
  });
  return { ...document, sections: document.sections.map(within) };
}

function shapeOf(path: string, fill: string): MapShape {
  const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  const [xs, ys] = [points.map(([, x]) => Number(x)), points.map(([, , y]) => Number(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  return { path, fill, left, top, width, height };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const round = (share: number): number => Math.round(share * 100_000) / 100_000;

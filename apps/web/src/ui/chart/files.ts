import type { ChartData } from './chart-data';
import { LIGHT } from './look';
import { type Caption, CAPTION, heightOf, optionOf } from './option';

const FILE_WIDTH = 960;
/** For screens and print with more points than the page had. */
const SHARPNESS = 2;

/** A table as people read it: the first cell of each row names it. */
export interface Table {
  head: string[];
  rows: (string | number | null)[][];
}

/** The numbers of a chart as rows; what nobody reported stays empty. */
export const tableOf = ({ rows, labels, series }: ChartData): Table => ({
  head: [rows, ...series.map(({ name }) => name)],
  rows: labels.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? null)]),
});

/** The chart as an SVG of its own, in the colours of paper. */
export async function svgOf(data: ChartData, caption: Caption): Promise<string> {
  const { start } = await import('./engine');
  const height = heightOf(data, FILE_WIDTH) + CAPTION;
  const chart = start(null, null, { renderer: 'svg', ssr: true, width: FILE_WIDTH, height });
  chart.setOption(optionOf(data, { width: FILE_WIDTH, look: LIGHT, caption }));
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return svg;
}

/** The same numbers for a spreadsheet, with where they come from beneath. */
export function csvOf({ head, rows }: Table, { title, source }: Caption): string {
  const lines = [head, ...rows, [], [title], [source]];
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet would run a text that begins like a formula. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Paints an SVG as PNG. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth * SHARPNESS, image.naturalHeight * SHARPNESS);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Hands a file to the browser, named after what it shows. */
export function save(content: Blob, title: string, ending: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `${slug(title)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

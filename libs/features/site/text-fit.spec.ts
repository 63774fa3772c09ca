import { describe, expect, it } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { fontPaths } from '#features/reports';
import { linesOf, shortened, widthOf } from './text-fit.js';

const SIZE = 50;
const TEXTS = [
  'Compromisos por etapa y Estado',
  'Promesas por área de enfoque y etapa',
  'MIRPS, Ciclo anual 2024, publicado el 20 de noviembre de 2024',
  '13.1 Share with a bank, financial or mobile-money account',
  'Personas refugiadas, solicitantes de asilo y otras que lo necesitan',
  'WWW MAMMOTH @ 100 % — ILLINI',
  '82 de 231 · 1,234,567.89',
];

/** As it is drawn. */
function drawn(text: string, family: string, weight: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="99"><text x="0" y="60" font-size="${SIZE}" font-family="${family}" font-weight="${weight}">${text}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: fontPaths() } }).getBBox()?.width ?? 0;
}

describe('texts on pictures', () => {
  it.each(TEXTS)('are measured as a little wider than they are drawn: %s', (text) => {
    for (const [family, weight] of [
      ['Source Sans 3', 400],
      ['Source Sans 3', 700],
      ['Source Serif 4', 600],
    ] as const) {
      const real = drawn(text, family, weight);
      expect(real).toBeGreaterThan(0);
      expect([family, weight, widthOf(text, SIZE) >= real]).toEqual([family, weight, true]);
      expect([family, weight, widthOf(text, SIZE) < real * 1.4]).toEqual([family, weight, true]);
    }
  });

  it('are broken between words, and three dots stand for what finds no room', () => {
    const text = TEXTS[4] ?? '';
    const lines = linesOf(text, SIZE, 700, 9);
    expect(lines.join(' ')).toBe(text);
    expect(lines.every((line) => widthOf(line, SIZE) <= 700)).toBe(true);
    const two = linesOf(text, SIZE, 700, 2);
    expect([two.length, two[0], two[1]?.endsWith('…')]).toEqual([2, lines[0], true]);
    expect(shortened('no', SIZE, 500)).toBe('no');
    expect(linesOf('x'.repeat(200), SIZE, 300, 2).every((line) => widthOf(line, SIZE) <= 300)).toBe(true);
    expect(linesOf('', SIZE, 300, 2)).toEqual([]);
  });
});

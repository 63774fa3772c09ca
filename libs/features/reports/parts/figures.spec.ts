import { describe, expect, it } from '@jest/globals';
import { figure } from '../../../../test/factories/snapshot-parts.js';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { composeReport } from '../report.compose.js';
import type { FigureItem, ReportDocument, ReportSection } from '../report.document.js';
import { reportHtml } from '../html/report.html.js';
import { noteLines } from '../report.places.js';
import { noteSign } from '../report.words.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: 'ab'.repeat(32) };
const EARLIER = { windowStart: '2023-09-01', windowEnd: '2024-09-30' };

/** The sample with figures of F1: of the cycle's period, of an earlier one twice, and of one that nobody stated. */
const document = (lang: 'en' | 'es' = 'en'): ReportDocument => {
  const sample = snapshotSample();
  const figures = [
    figure('g1', 'F1', '10', {}),
    figure('g2', 'F1', '20', EARLIER),
    figure('g3', 'F1', '30', { ...EARLIER, position: 2 }),
    figure('g4', 'F1', '40', { windowStart: null, windowEnd: null, windowTextEn: 'not stated', position: 3 }),
  ];
  return composeReport({ ...sample, figures }, origin, 'annual', lang);
};

const figuresOf = (sections: readonly ReportSection[]): FigureItem[] =>
  sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap((block) =>
      block.type === 'commitment' ? block.facts.flatMap(({ figures }) => figures) : [],
    ),
    ...figuresOf(inner),
  ]);

describe('a figure of another period than the report’s', () => {
  it('has a note with it, the same for the same, and does not say it twice', () => {
    const told = figuresOf(document().sections);
    expect(told.map(({ text, window }) => [text, window && noteSign(window)])).toEqual([
      ['10 people (Jan–Sep 2024)', null],
      ['20 people', '[a]'],
      ['30 people', '[a]'],
      ['40 people', '[b]'],
    ]);
  });

  it.each([
    ['en', 'Period: Sep 2023 – Sep 2024', 'Period not stated'],
    ['es', 'Período: sep 2023 – sep 2024', 'Período no indicado'],
  ] as const)('finds it in the list at the end, in %s', (lang, period, unstated) => {
    const lines = noteLines(document(lang).sections);
    expect([lines.get('window-1'), lines.get('window-2')]).toEqual([[period], [unstated]]);
  });

  it('leads there in HTML', () => {
    const html = reportHtml(document(), 'https://mirps.example.org');
    expect(html).toContain(
      '20 people</a><sup class="source"><a href="#window-1" aria-label="period a">[a]</a></sup>',
    );
    expect(html).toContain('<ol class="sources" type="a"><li id="window-1" value="1">');
  });

  it.each([
    [1, '[a]'],
    [26, '[z]'],
    [27, '[aa]'],
    [703, '[aaa]'],
  ])('is number %i as %s', (number, sign) => {
    expect(noteSign({ kind: 'window', number })).toBe(sign);
  });
});

import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { composeReport } from '../report.compose.js';
import type { Block, Inline, ReportSection } from '../report.document.js';
import { plainText } from '../regional.reader.js';

const total = (amount: string | null, apart: object[] = []) => ({ currency: 'USD', amount, apart });
const row = (scope: string, key: string | null, gap: string | null, sought: object) => ({
  ...{ scope, key, quantified: 1, sought, gap },
  ...{ ownResources: total(null), funded: total('117.00'), announced: total(null) },
});
const content = {
  counted: {
    year: 2024,
    currency: 'USD',
    rows: [
      {
        ...row('region', null, '883.00', total('1000.00', [{ currency: 'MXN', amount: '50.00' }])),
        leftOut: [{ currency: 'MXN', count: 2 }],
      },
      row('state', 'MX', '883.00', total('1000.00')),
      row('area', null, null, total(null)),
    ],
  },
};

const blocksOf = (sections: readonly ReportSection[]): Block[] =>
  sections.flatMap(({ blocks, sections: inner }) => [...blocks, ...blocksOf(inner)]);

describe('The gap of the year in a report', () => {
  const told = (lang: 'en' | 'es', content: unknown): Block[] => {
    const sample = snapshotSample();
    const regional = [
      ...sample.others.regional.filter(({ id }) => id !== 'quantification'),
      { id: 'quantification', content },
    ];
    const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
    const whole = { ...sample, others: { ...sample.others, regional } };
    return blocksOf(composeReport(whole, origin, 'annual', lang).sections);
  };
  const rowsIn = (lang: 'en' | 'es', content: unknown, id = 'quantified-gap'): string[][] => {
    const [found] = told(lang, content)
      .flatMap((block) => (block.type === 'chart' ? [block.table] : block.type === 'table' ? [block] : []))
      .filter((table) => table.id === id);
    const text = (line: readonly Inline[]): string => line.map(plainText).join('').replaceAll('\u00a0', ' ');
    return found ? found.rows.map(({ cells }) => cells.map(text)) : [];
  };

  it('tells what is not known, and what has no rate, apart', () => {
    expect(rowsIn('en', content)).toEqual([
      [
        'Region',
        '1',
        'not known',
        '1,000 (without a rate: MXN 50)',
        '117',
        'not known',
        '883 (2 amounts in MXN are not included: no rate)',
      ],
      ['Mexico', '1', 'not known', '1,000', '117', 'not known', '883'],
    ]);
    expect(rowsIn('en', content, 'quantified-gap-areas')).toEqual([
      ['No area stated', '1', 'not known', 'not known', '117', 'not known', 'not known'],
    ]);
    expect(rowsIn('es', content)[0]?.[0]).toBe('Región');
  });

  it('is drawn by State in millions, with the gap in words, and what nobody stated is no zero', () => {
    const of = (key: string, own: string | null, funded: string, gap: string | null) => ({
      ...{ scope: 'state', key, quantified: 1, sought: total(gap && '1.00'), gap, announced: total(null) },
      ...{ ownResources: total(own), funded: total(funded) },
    });
    const rows = [
      { ...of('', '9.00', '9.00', '9.00'), scope: 'region', key: null },
      of('MX', '1234567890.00', '18270000.00', '29400000.00'),
      of('GT', null, '5100000.00', '9000000.00'),
      of('BZ', '40000.00', '380000.00', '-30000.00'),
      of('HN', '1.00', '1.00', null),
    ];
    const chartIn = (lang: 'en' | 'es') => {
      const counted = { year: 2024, currency: 'USD', rows };
      const chart = told(lang, { counted }).find(
        (block) => block.type === 'chart' && block.id === 'quantified-gap-chart',
      );
      return chart?.type === 'chart' ? chart : undefined;
    };
    const chart = chartIn('es');
    expect(chart?.caption).toBe('Lo que quedaba por financiar, por Estado, 2024, en millones de USD');
    expect(chart?.bars.map(({ values, texts = [], end }) => [values, texts, end])).toEqual([
      [[1234.57, 18.27, 29.4], ['1,234.6', '18.3', '29.4'], 'brecha 29.4'],
      [[0, 5.1, 9], ['', '5.1', '9'], 'brecha 9, propios sin dato'],
      [[0.04, 0.38, 0], ['0.04', '0.38', ''], 'brecha -0.03'],
    ]);
    expect(chartIn('en')?.description).toMatch(/: gap 29\.4\. .*: gap 9\. .*: gap -0\.03\.$/);
  });

  it('is no table where nothing was counted', () => {
    expect(rowsIn('en', { gaps: [] })).toEqual([]);
  });
});

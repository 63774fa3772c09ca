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
  const rowsIn = (lang: 'en' | 'es', told: unknown): string[][] => {
    const sample = snapshotSample();
    const regional = [
      ...sample.others.regional.filter(({ id }) => id !== 'quantification'),
      { id: 'quantification', content: told },
    ];
    const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
    const whole = { ...sample, others: { ...sample.others, regional } };
    const found = blocksOf(composeReport(whole, origin, 'annual', lang).sections).find(
      (block) => block.type === 'table' && block.id === 'quantified-gap',
    );
    const text = (line: readonly Inline[]): string => line.map(plainText).join('').replaceAll('\u00a0', ' ');
    return found?.type === 'table' ? found.rows.map(({ cells }) => cells.map(text)) : [];
  };

  it('tells what is not known, and what has no rate, apart', () => {
    expect(rowsIn('en', content)).toEqual([
      [
        'Region',
        '1',
        'not known',
        'USD 1,000 (without a rate: MXN 50)',
        'USD 117',
        'not known',
        'USD 883 (2 amounts in MXN are not included: no rate)',
      ],
      ['Mexico', '1', 'not known', 'USD 1,000', 'USD 117', 'not known', 'USD 883'],
      ['No area stated', '1', 'not known', 'not known', 'USD 117', 'not known', 'not known'],
    ]);
    expect(rowsIn('es', content)[0]?.[0]).toBe('Región');
  });

  it('is no table where nothing was counted', () => {
    expect(rowsIn('en', { gaps: [] })).toEqual([]);
  });
});

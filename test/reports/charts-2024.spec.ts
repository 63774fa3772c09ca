import { describe, expect, it } from '@jest/globals';
import { composeReport } from '#features/reports';
import { FILLS } from '../../libs/features/reports/report.colours.js';
import { snapshot2024 } from '../factories/snapshot-2024.js';
import { pictures } from './pictures.js';

const origin = { snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', number: 1, sha256: '0'.repeat(64) };

describe.each(['en', 'es'] as const)('the charts of the Annual Report 2024 in %s', (lang) => {
  const content = snapshot2024('annual');
  const drawn = pictures(composeReport(content, origin, 'annual', lang));
  const charts = drawn.flatMap((picture) => (picture.type === 'chart' ? [picture] : []));
  const sumOf = (id: string): number | undefined =>
    charts
      .find((chart) => chart.id === id)
      ?.bars.flatMap(({ values }) => values)
      .reduce((sum, value) => sum + value, 0);

  it('each say what they show, in bars of known colours, above a table of the same rows', () => {
    for (const { caption, description, series, bars, table } of charts) {
      expect(description).toContain(caption.slice(0, 12));
      expect(series.filter(({ key }) => !(key in FILLS))).toEqual([]);
      expect(bars.filter(({ values }) => values.length !== series.length)).toEqual([]);
      expect(table.rows.length).toBeGreaterThan(0);
    }
  });

  it('hold every commitment, every assessment and every fact once', () => {
    expect(sumOf('coverage-chart')).toBe(content.others.commitments.length);
    expect(sumOf('outlooks-by-area')).toBe(content.updates.length);
    expect(sumOf('facts-by-state')).toBe(199);
  });
});

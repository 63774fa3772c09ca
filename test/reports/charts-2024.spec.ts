import { describe, expect, it } from '@jest/globals';
import { composeReport, type Drawings, drawingsOf, renderDocument } from '#features/reports';
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

  it('look the same in every form, laid out before or not', async () => {
    const report = composeReport(content, origin, 'annual', lang);
    const drawings = drawingsOf(report);
    expect(Object.keys(drawings)).toEqual(drawn.map(({ id }) => id));
    const html = (given?: Drawings) =>
      renderDocument(report, 'html', 'https://mirps.example.org', undefined, given);
    const once = await html();
    expect((await html(drawings)).sha256).toBe(once.sha256);
    const map = drawings['coverage-map'];
    if (map?.type !== 'map') throw new Error('The map is missing');
    const other = { ...map, states: map.states.map((state) => ({ ...state, fill: '#123456' })) };
    expect(String((await html({ ...drawings, 'coverage-map': other })).body)).toContain('fill="#123456"');
    for (const chart of Object.values(drawings))
      if (chart.type === 'chart')
        for (const { parts, until, mark } of chart.bars) {
          expect(Math.max(until, mark ?? 0)).toBeLessThanOrEqual(1.0001);
          expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(until, 3);
        }
  });

  it('hold every commitment, every assessment and every fact once', () => {
    expect(sumOf('coverage-chart')).toBe(content.others.commitments.length);
    expect(sumOf('outlooks-by-area')).toBe(content.updates.length);
    expect(sumOf('facts-by-state')).toBe(199);
  });
});

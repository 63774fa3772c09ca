import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { composeReport } from '../report.compose.js';
import type { Inline, ReportSection } from '../report.document.js';
import { plainText } from '../regional.reader.js';

const figure = {
  ...{
    code: 'claims',
    labelEn: 'Claims',
    labelEs: 'Solicitudes',
    valueType: 'count',
    valueState: 'reported',
  },
  ...{ value: 78900, qualifier: 'more_than', basis: 'period', unitEn: 'claims', unitEs: 'solicitudes' },
  ...{ windowStart: '2024-01-01', windowEnd: '2024-12-31', place: 'Tapachula', page: 'p. 4', source: null },
  ...{ footnoteEn: 'A note', footnoteEs: 'Una nota', commitments: [{ id: 'x', code: 'MX-01' }] },
};
const sheet = (stateCode: string | null, figures: object[] = [figure]) => ({
  ...{ key: `S-${stateCode}`, partnerEn: 'UNHCR', partnerEs: 'ACNUR', stateCode, source: 'A report' },
  ...{ titleEn: 'The year', titleEs: 'El año', figures },
});

const everySection = (sections: readonly ReportSection[]): ReportSection[] =>
  sections.flatMap((each) => [each, ...everySection(each.sections)]);

function sectionsOf(lang: 'en' | 'es', told: unknown): ReportSection[] {
  const sample = snapshotSample();
  const regional = [...sample.others.regional, { id: 'partner_figures', content: told }];
  const origin = { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) };
  const whole = { ...sample, others: { ...sample.others, regional } };
  return everySection(composeReport(whole, origin, 'annual', lang).sections);
}

const text = (line: readonly Inline[]): string => line.map(plainText).join('').replaceAll('\u00a0', ' ');

describe('Partners’ figures in a report', () => {
  it('stand in a box of their own in the chapter, said not to be the State’s', () => {
    const [found] = sectionsOf('en', [sheet('MX')]).filter(({ id }) => id === 'chapter-MX-partners');
    expect(found?.title).toBe('Partners’ figures');
    const [notice, table] = found?.blocks ?? [];
    expect(notice?.type === 'paragraph' && text(notice.line)).toMatch(/The State did not report them/);
    expect(table?.type === 'table' && table.rows.map(({ cells }) => cells.map(text))).toEqual([
      ['Claims', 'more than 78,900 claims (2024), Tapachula. A note', 'MX-01', ' p. 4'],
    ]);
  });

  it('have no column of commitments where none stands beside them', () => {
    const told = sectionsOf('en', [sheet('MX', [{ ...figure, commitments: [] }])]);
    const table = told.find(({ id }) => id === 'chapter-MX-partners')?.blocks[1];
    expect(table?.type === 'table' && table.columns.map(({ title }) => title)).toEqual([
      'What is counted',
      'As the partner gives it',
      'Source',
    ]);
    expect(table?.type === 'table' && table.rows[0]?.cells.map(text)[2]).toBe(' p. 4');
  });

  it('say the same in Spanish', () => {
    const [found] = sectionsOf('es', [sheet('MX')]).filter(({ id }) => id === 'chapter-MX-partners');
    const table = found?.blocks[1];
    expect(table?.type === 'table' && text(table.rows[0]?.cells[1] ?? [])).toBe(
      'más de 78,900 solicitudes (2024), Tapachula. Una nota',
    );
  });

  it('of the region stand in the regional context; sheets without figures nowhere', () => {
    const ids = sectionsOf('en', [sheet(null), sheet('BZ', [])]).map(({ id }) => id);
    expect(ids).toContain('region-partners');
    expect(ids).not.toContain('chapter-BZ-partners');
  });
});

import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { plainText } from '../regional.reader.js';
import { composeReport } from '../report.compose.js';
import type { ReportSection } from '../report.document.js';

const content = [
  {
    ...{ stateCode: 'GT', areaKey: 'health', title: { en: 'One window', es: 'Una ventanilla' } },
    ...{ commitments: ['MX-19', 'MX-20'], adoptedBy: ['MX'], sources: ['MIRPS Annual Report 2024'] },
  },
];
const found = (sections: ReportSection[]): ReportSection | undefined =>
  sections.find(({ id }) => id === 'good-practices') ??
  sections.map((each) => found(each.sections ?? [])).find((each) => each !== undefined);

describe('Good practices in a report', () => {
  const sample = snapshotSample();
  const compose = (regional: { id: string; content: unknown }[]) =>
    composeReport(
      { ...sample, others: { ...sample.others, regional } },
      { snapshotId: 's1', number: 1, sha256: 'a'.repeat(64) },
      'annual',
      'es',
    ).sections;
  const dialogues = [{ key: 'academia', name: { en: 'Academia', es: 'Academia' }, steps: [], areas: [] }];
  const base = [{ id: 'dialogue_mechanisms', content: dialogues }];

  it('name State, commitments and who adopted them', () => {
    const block = found(compose([...base, { id: 'good_practices', content }]))?.blocks[0];
    const cells =
      block?.type === 'table' ? block.rows.map((row) => row.cells.map((c) => c.map(plainText).join(''))) : [];
    expect(cells).toHaveLength(1);
    expect(cells[0]?.[0]).toContain('Una ventanilla');
    expect(cells[0]?.[3]).toBe('MX-19, MX-20');

    expect(cells[0]?.[4]).toBe('México');
  });

  it('take no place where there are none', () => {
    expect(found(compose(base))).toBeUndefined();
  });
});

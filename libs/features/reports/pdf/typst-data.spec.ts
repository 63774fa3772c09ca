import { describe, expect, it } from '@jest/globals';
import { snapshotSample } from '../../../../test/factories/snapshot-sample.js';
import { table } from '../parts/tables.js';
import { composeReport } from '../report.compose.js';
import type { ReportSection } from '../report.document.js';
import { typstData } from './typst-data.js';

const origin = { snapshotId: 's1', number: 3, sha256: 'a'.repeat(64) };
const empty: ReportSection = {
  ...{ id: 'one', number: '1', title: 'One', annex: false, areaKey: null, blocks: [], sections: [] },
};

describe('what the PDF template reads', () => {
  it('has the sources below a table by their numbers, whichever of them the table names first', () => {
    const cited = [3, 1, 2].map((number) => [['x', { kind: 'source' as const, number }]]);
    const sources = [1, 2, 3].map((number) => ({ number, line: [`Paper ${number}`] }));
    const report = composeReport(snapshotSample('annual'), origin, 'annual', 'en');
    const { sections } = typstData(
      {
        ...report,
        sections: [
          { ...empty, blocks: [table('t', 'T', ['A'], cited)] },
          { ...empty, id: 'sources', number: '2', blocks: [{ type: 'sources', items: sources }] },
        ],
      },
      'https://mirps.example.org',
    ) as { sections: { blocks: { notes?: object[] }[] }[] };
    expect(sections[0]?.blocks[0]?.notes).toEqual(
      [1, 2, 3].map((number) => ({ sign: `[${number}]`, line: [`Paper ${number}`] })),
    );
  });
});

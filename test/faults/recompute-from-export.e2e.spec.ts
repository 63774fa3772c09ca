import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../harness/index.js';
import { type Cell, Export, placeOf } from './exported.js';
import { recompute } from './recomputation.js';

interface FrozenCell extends Omit<
  Cell,
  'place' | 'meanPercent' | 'weightedMeanPercent' | 'meanOfStates' | 'changeSameKind' | 'changeOtherKind'
> {
  level: string;
  stateCode: string;
  areaKey: string;
  meanPercent: string | null;
  weightedMeanPercent: string | null;
  meanOfStates: string | null;
  changeSameKind: string | null;
  changeOtherKind: string | null;
}

describe('anybody with an export', () => {
  let stack: Stack;
  let data: Export;
  const folder = mkdtempSync(join(tmpdir(), 'mirps-export-'));

  beforeAll(async () => {
    stack = await startStack({ apis: 0, workers: 0 });
    const exported = await stack.mirps(['export', '--out', join(folder, 'data')]);
    if (exported.code !== 0) throw new Error(exported.stderr);
    data = new Export(join(folder, 'data'));
  });
  afterAll(async () => {
    await stack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['2024-mid-year', '2024-annual'])(
    'counts the same numbers for %s as the product has stored',
    (cycle) => {
      const stored = data.stored(cycle);
      expect(stored.length).toBeGreaterThan(40);
      expect(recompute(data, cycle)).toEqual(stored);
    },
  );

  it.each(['2024-mid-year', '2024-annual'])(
    'counts the same numbers for %s as its snapshot has frozen',
    (cycle) => {
      const { id } = data.cycle(cycle);
      const snapshots = data.rows('snapshots').filter((row) => row.cycle_id === id);
      expect(snapshots).toHaveLength(1);
      const { cells } = JSON.parse(snapshots[0]?.canonical ?? '') as { cells: FrozenCell[] };
      expect(cells.map(thawed).sort((a, b) => (a.place < b.place ? -1 : 1))).toEqual(recompute(data, cycle));
    },
  );

  it('sees the demo’s 2024 annual snapshot verified by the product itself', async () => {
    const { code, stdout } = await stack.mirps(['snapshot', 'verify', '--cycle', '2024-annual', '--json']);
    expect({ code, verified: JSON.parse(stdout) as unknown }).toEqual({
      code: 0,
      verified: [
        expect.objectContaining({ cycleKey: '2024-annual', intact: true, recomputed: true, differences: [] }),
      ],
    });
  });
});

function thawed({ level, stateCode, areaKey, ...cell }: FrozenCell): Cell {
  return {
    ...cell,
    place: placeOf(level, stateCode, areaKey),
    meanPercent: cell.meanPercent ?? '',
    weightedMeanPercent: cell.weightedMeanPercent ?? '',
    meanOfStates: cell.meanOfStates ?? '',
    changeSameKind: cell.changeSameKind ?? '',
    changeOtherKind: cell.changeOtherKind ?? '',
    updateIds: [...cell.updateIds].sort(),
  };
}

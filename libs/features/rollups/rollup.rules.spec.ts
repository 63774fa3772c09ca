import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rollup, type RollupCell, rollupRegion, type RollupRow, rollupStates } from './rollup.rules.js';

let serial = 0;
const row = (changes: Partial<RollupRow> = {}): RollupRow => {
  serial += 1;
  return {
    commitmentId: `c${serial}`,
    updateId: `u${serial}`,
    stateCode: 'MX',
    areaKey: 'health',
    sharedAreaKey: changes.areaKey ?? 'health',
    weight: null,
    stage: 'in_progress',
    outlook: 'on_track',
    percent: 50,
    reported: true,
    carriedForward: false,
    explained: false,
    illustrative: false,
    ...changes,
  };
};
const silent = (changes: Partial<RollupRow> = {}): RollupRow =>
  row({ updateId: null, stage: null, outlook: null, percent: null, reported: false, ...changes });

const find = (cells: RollupCell[], level: string, stateCode = '', areaKey = ''): RollupCell => {
  const cell = cells.find((c) => c.level === level && c.stateCode === stateCode && c.areaKey === areaKey);
  if (!cell) throw new Error(`No cell ${level} ${stateCode} ${areaKey}`);
  return cell;
};

describe('counting a cycle', () => {
  it('counts n of N by stage and outlook, and what is silent apart', () => {
    const cell = find(
      rollup([
        row({ stage: 'fulfilled', percent: 100 }),
        row({ stage: 'planning', outlook: 'not_assessed', percent: null }),
        silent(),
        silent({ explained: true }),
      ]),
      'region',
    );
    expect(cell).toMatchObject({
      commitments: 4,
      reported: 2,
      explained: 1,
      carriedForward: 0,
      notReported: 1,
      percentReported: 1,
      meanPercent: '100.0000',
      stages: { not_started: 0, planning: 1, in_progress: 0, fulfilled: 1, discontinued: 0 },
      outlooks: { on_track: 1, at_risk: 0, off_track: 0, not_assessed: 1 },
    });
  });

  it('tells how many of the reported assessments are illustrative', () => {
    const rows = [row({ illustrative: true }), row(), silent({ illustrative: true })];
    expect(find(rollup(rows), 'region')).toMatchObject({ reported: 2, illustrative: 1 });
  });

  it('has no mean, not zero, when nobody reported a percent', () => {
    for (const cell of rollup([silent(), row({ percent: null, outlook: 'not_assessed' })])) {
      expect(cell).toMatchObject({
        percentReported: 0,
        meanPercent: null,
        weightedMeanPercent: null,
        meanOfStates: null,
      });
    }
  });

  it('keeps a reported zero apart from no report', () => {
    expect(find(rollup([row({ stage: 'not_started', percent: 0 }), silent()]), 'state', 'MX')).toMatchObject({
      meanPercent: '0.0000',
      percentReported: 1,
      notReported: 1,
    });
  });

  it('leaves carried-forward values out of what is reported', () => {
    const cell = find(
      rollup([row({ percent: 20 }), row({ percent: 90, carriedForward: true, explained: true })]),
      'region',
    );
    expect(cell).toMatchObject({
      reported: 1,
      carriedForward: 1,
      explained: 1,
      notReported: 0,
      meanPercent: '20.0000',
    });
    expect(cell.updateIds).toHaveLength(1);
  });

  it('names the updates behind each number, sorted', () => {
    expect(
      find(rollup([row({ updateId: 'b' }), row({ updateId: 'a' }), silent()]), 'region').updateIds,
    ).toEqual(['a', 'b']);
  });

  it('gives a region without commitments zero of zero and no mean', () => {
    expect(rollup([])).toMatchObject([
      { level: 'region', commitments: 0, reported: 0, meanPercent: null, meanOfStates: null },
    ]);
  });

  it.each<[string, Partial<RollupRow>]>([
    ['a percent above 100', { percent: 100.01 }],
    ['a percent below zero', { percent: '-0.01' }],
    ['a percent that is no number', { percent: 'n/a' }],
    ['a weight below zero', { weight: -1 }],
    ['a report without a stage', { stage: null }],
  ])('refuses %s', (_, changes) => {
    expect(() => rollup([row(changes)])).toThrow(RangeError);
  });

  it('refuses a commitment that comes twice', () => {
    expect(() => rollup([row({ commitmentId: 'x' }), row({ commitmentId: 'x' })])).toThrow('twice');
  });
});

describe('means', () => {
  it('are two for the region: over commitments and over States', () => {
    const rows = [
      row({ percent: 100 }),
      row({ percent: 100 }),
      row({ percent: 100 }),
      row({ stateCode: 'BZ', percent: 0 }),
      silent({ stateCode: 'HN' }),
    ];
    expect(find(rollup(rows), 'region')).toMatchObject({
      meanPercent: '75.0000',
      meanOfStates: '50.0000',
      statesInMean: 2,
    });
    expect(find(rollup(rows), 'state', 'MX')).toMatchObject({
      meanPercent: '100.0000',
      meanOfStates: null,
      statesInMean: 0,
    });
  });

  it('round once: the mean over States is taken from exact means', () => {
    const thirds = (stateCode: string) => [
      row({ stateCode, percent: 0 }),
      row({ stateCode, percent: 0 }),
      row({ stateCode, percent: '0.01' }),
    ];
    // Each State is at 0.00333...; rounded first, the mean would be 0.0033 as well, but over three States of 0.00335 not.
    expect(find(rollup([...thirds('MX'), ...thirds('GT')]), 'region').meanOfStates).toBe('0.0033');
    expect(
      find(rollup([row({ percent: 100 }), row({ percent: 0 }), row({ percent: 0 })]), 'region').meanPercent,
    ).toBe('33.3333');
    expect(
      find(rollup([row({ percent: 100 }), row({ percent: 100 }), row({ percent: 0 })]), 'region').meanPercent,
    ).toBe('66.6667');
  });

  it('follow a plan’s weights, normalised', () => {
    const weighted = (scale: number) => [
      row({ weight: 3 * scale, percent: 100 }),
      row({ weight: 1 * scale, percent: 0 }),
    ];
    expect(find(rollup(weighted(1)), 'state', 'MX')).toMatchObject({
      meanPercent: '50.0000',
      weightedMeanPercent: '75.0000',
    });
    expect(find(rollup(weighted(0.01)), 'state', 'MX').weightedMeanPercent).toBe('75.0000');
  });

  it('weigh only what reported', () => {
    const rows = [row({ weight: 1, percent: 40 }), silent({ weight: 9 })];
    expect(find(rollup(rows), 'state', 'MX').weightedMeanPercent).toBe('40.0000');
  });

  it('take plans of different scales side by side, and plans without weights as they are', () => {
    const rows = [
      row({ stateCode: 'MX', weight: 300, percent: 100 }),
      row({ stateCode: 'MX', weight: 100, percent: 0 }),
      row({ stateCode: 'GT', weight: '0.5', percent: 100 }),
      row({ stateCode: 'GT', weight: '0.5', percent: 0 }),
      row({ stateCode: 'BZ', percent: 0 }),
    ];
    // (1.5 * 100 + 0.5 * 0 + 1 * 100 + 1 * 0 + 1 * 0) / 5
    expect(find(rollup(rows), 'region')).toMatchObject({
      meanPercent: '40.0000',
      weightedMeanPercent: '50.0000',
    });
    expect(find(rollup(rows), 'state', 'BZ').weightedMeanPercent).toBeNull();
  });

  it('give a commitment without a weight the average of its plan', () => {
    const rows = [row({ weight: 6, percent: 0 }), row({ weight: 2, percent: 0 }), row({ percent: 90 })];
    expect(find(rollup(rows), 'state', 'MX').weightedMeanPercent).toBe('30.0000');
  });

  it('are not weighted when every weight is zero', () => {
    expect(find(rollup([row({ weight: 0 })]), 'state', 'MX').weightedMeanPercent).toBeNull();
  });
});

describe('areas', () => {
  const rows = [
    row({ stateCode: 'GT', areaKey: 'GT:internal_displacement', sharedAreaKey: 'protection', percent: 10 }),
    row({ stateCode: 'MX', areaKey: 'protection', percent: 30 }),
    row({ stateCode: 'CR', areaKey: 'CR:statistics', sharedAreaKey: null, percent: 60 }),
  ];
  const cells = rollup(rows);

  it('stay a State’s own in its cells and join the shared one in the region’s', () => {
    expect(find(cells, 'state_area', 'GT', 'GT:internal_displacement').meanPercent).toBe('10.0000');
    expect(find(cells, 'area', '', 'protection')).toMatchObject({ commitments: 2, meanPercent: '20.0000' });
    expect(cells.some((cell) => cell.level === 'area' && cell.areaKey === 'GT:internal_displacement')).toBe(
      false,
    );
  });

  it('stand apart in the region when they are mapped to none', () => {
    expect(find(cells, 'area', '', 'CR:statistics')).toMatchObject({
      commitments: 1,
      meanPercent: '60.0000',
    });
    expect(find(cells, 'region').commitments).toBe(3);
  });
});

describe('change since an earlier cycle', () => {
  const past = (meanPercent: string | null) => [
    { level: 'state' as const, stateCode: 'MX', areaKey: '', meanPercent },
  ];

  it('is the difference of the published means, in percentage points', () => {
    const cells = rollup([row({ percent: 33.33 })], {
      sameKind: past('40.0000'),
      otherKind: past('33.3333'),
    });
    expect(find(cells, 'state', 'MX')).toMatchObject({
      changeSameKind: '-6.6700',
      changeOtherKind: '-0.0033',
    });
    expect(find(cells, 'region')).toMatchObject({ changeSameKind: null, changeOtherKind: null });
  });

  it('is none when either cycle has no mean', () => {
    expect(
      find(rollup([row()], { sameKind: past(null), otherKind: [] }), 'state', 'MX').changeSameKind,
    ).toBeNull();
    expect(
      find(rollup([silent()], { sameKind: past('10.0000'), otherKind: [] }), 'state', 'MX').changeSameKind,
    ).toBeNull();
  });
});

const anyRows = fc
  .array(
    fc.record({
      stateCode: fc.constantFrom('BZ', 'GT', 'MX'),
      area: fc.constantFrom(
        ['health', 'health'],
        ['protection', 'protection'],
        ['own:a', 'health'],
        ['own:b', null],
      ),
      weight: fc.option(fc.integer({ min: 0, max: 500 }).map((n) => (n / 100).toFixed(2))),
      percent: fc.option(fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2))),
      kind: fc.constantFrom('reported', 'reported', 'carried', 'explained', 'silent'),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ stateCode, area, weight, percent, kind }, i): RollupRow => ({
      ...(kind === 'reported' || kind === 'carried' ? row({ percent }) : silent()),
      commitmentId: `p${i}`,
      updateId: kind === 'reported' ? `v${i}` : null,
      stateCode,
      areaKey: area[0] ?? '',
      sharedAreaKey: area[1] ?? null,
      weight,
      carriedForward: kind === 'carried',
      explained: kind === 'explained',
    })),
  );

describe('every rollup', () => {
  it('is the same for any order of the rows', () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => expect(rollup(shuffled)).toEqual(rollup(rows)),
      ),
    );
  });

  it('counts each commitment once at each level', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const cells = rollup(rows);
        for (const level of ['state_area', 'state', 'area', 'region']) {
          const sum = cells
            .filter((cell) => cell.level === level)
            .reduce((total, cell) => total + cell.commitments, 0);
          expect(sum).toBe(rows.length);
        }
        for (const cell of cells) {
          const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
          expect(total(cell.stages)).toBe(cell.reported);
          expect(total(cell.outlooks)).toBe(cell.reported);
          expect(cell.updateIds).toHaveLength(cell.reported);
          expect(cell.percentReported).toBeLessThanOrEqual(cell.reported);
          expect(cell.meanPercent === null).toBe(cell.percentReported === 0);
        }
      }),
    );
  });

  it('keeps every mean between the lowest and the highest reported percent', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const percents = rows
          .filter((r) => r.reported && !r.carriedForward && r.percent !== null)
          .map((r) => Number(r.percent));
        const { meanPercent, weightedMeanPercent, meanOfStates } = find(rollup(rows), 'region');
        for (const mean of [meanPercent, weightedMeanPercent, meanOfStates]) {
          if (mean === null) continue;
          expect(Number(mean)).toBeGreaterThanOrEqual(Math.min(...percents) - 0.00005);
          expect(Number(mean)).toBeLessThanOrEqual(Math.max(...percents) + 0.00005);
        }
      }),
    );
  });

  it('agrees with one computed State by State', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const byState = ['BZ', 'GT', 'MX'].flatMap((code) =>
          rollupStates(rows.filter((r) => r.stateCode === code)),
        );
        const key = (cell: RollupCell) => `${cell.level} ${cell.stateCode} ${cell.areaKey}`;
        const sort = (cells: RollupCell[]) => [...cells].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(sort([...byState, ...rollupRegion(rows)])).toEqual(sort(rollup(rows)));
      }),
    );
  });

  it('does not change when carried-forward values change', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const changed = rows.map((r) => (r.carriedForward ? { ...r, percent: 1 } : r));
        expect(rollup(changed)).toEqual(rollup(rows));
      }),
    );
  });
});

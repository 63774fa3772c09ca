import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rollup, type RollupRow } from './rollup.rules.js';
import {
  canonicalJson,
  checkSnapshot,
  differingParts,
  hashOf,
  type SnapshotInput,
  snapshotOf,
  type SnapshotRecord,
} from './snapshot.rules.js';

const rows: RollupRow[] = ['MX', 'GT', 'BZ'].flatMap((stateCode, s) =>
  ['protection', 'health'].map((areaKey, a) => ({
    commitmentId: `${stateCode}-${a}`,
    updateId: `u-${stateCode}-${a}`,
    stateCode,
    areaKey,
    sharedAreaKey: areaKey,
    weight: null,
    stage: 'in_progress' as const,
    outlook: 'on_track' as const,
    percent: `${s * 30 + a * 7}.50`,
    reported: true,
    carriedForward: false,
    explained: false,
    illustrative: false,
  })),
);

const input = (changes: Partial<SnapshotInput> = {}): SnapshotInput => ({
  cycle: { key: '2024-annual', year: 2024, kind: 'annual' },
  cells: rollup(rows),
  updates: rows.map((row) => ({ id: row.updateId ?? '', sha256: hashOf(row) })),
  facts: [
    { id: 'f2', textEs: 'Niñez' },
    { id: 'f1', institutions: ['COMAR', 'ACNUR'] },
  ],
  figures: [
    { id: 'g1', factId: 'f1', value: '12800' },
    { id: 'g2', factId: 'f2', value: null },
  ],
  ...changes,
});

const permuted = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe('a snapshot', () => {
  it('is canonical JSON with the SHA-256 of its bytes', () => {
    const { canonical, sha256 } = snapshotOf(input());
    expect(canonical.startsWith('{"cells":[{"areaKey":')).toBe(true);
    expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
    expect(sha256).toBe(createHash('sha256').update(Buffer.from(canonical, 'utf8')).digest('hex'));
  });

  it('is the same for the same input in any order', () => {
    const given = input({
      others: {
        explanations: [
          { id: 'e1', kind: 'no_change' },
          { id: 'e2', kind: 'not_assessed' },
        ],
      },
    });
    const expected = snapshotOf(given);
    const shuffled = fc.tuple(
      permuted(rows)
        .map((some) => rollup(some))
        .chain(permuted),
      permuted(given.updates),
      permuted(given.facts),
      permuted(given.figures),
      permuted(given.others?.explanations ?? []),
    );
    fc.assert(
      fc.property(shuffled, ([cells, updates, facts, figures, explanations]) => {
        const again = snapshotOf({
          ...given,
          cells: cells.map((cell) => ({ ...cell, updateIds: [...cell.updateIds].reverse() })),
          updates,
          facts,
          figures,
          others: { explanations },
        });
        expect(again).toEqual(expected);
      }),
    );
  });

  it('does not depend on the order in which a record’s keys were written', () => {
    const record = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(fc.integer(), fc.constant('x'), fc.constant(null)),
    );
    fc.assert(
      fc.property(record, (fields) => {
        const forwards = { ...fields, id: 'r' } as SnapshotRecord;
        const backwards = Object.fromEntries(Object.entries(forwards).reverse()) as SnapshotRecord;
        return (
          snapshotOf(input({ facts: [forwards] })).sha256 === snapshotOf(input({ facts: [backwards] })).sha256
        );
      }),
    );
  });

  it('changes with any number, text or id in it', () => {
    const before = snapshotOf(input());
    const changes: Partial<SnapshotInput>[] = [
      { cycle: { key: '2024-annual', year: 2024, kind: 'annual', dueOn: '2024-10-01' } },
      { cells: rollup(rows.map((row, i) => (i === 0 ? { ...row, percent: '99.99' } : row))) },
      {
        figures: [
          { id: 'g1', factId: 'f1', value: '12801' },
          { id: 'g2', factId: 'f2', value: null },
        ],
      },
      {
        facts: [
          { id: 'f2', textEs: 'Niñez' },
          { id: 'f1', institutions: ['ACNUR', 'COMAR'] },
        ],
      },
      { updates: [] },
      { others: { submissions: [{ id: 's' }] } },
    ];
    const hashes = changes.map((change) => snapshotOf(input(change)).sha256);
    expect(new Set([before.sha256, ...hashes]).size).toBe(changes.length + 1);
  });

  it('tells unknown apart from zero and from an absent value', () => {
    const hashes = [null, '0', '', undefined].map(
      (value) => snapshotOf(input({ figures: [{ id: 'g', value }] })).sha256,
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it.each<[string, Partial<SnapshotInput>]>([
    ['records', { figures: [{ id: 'g1' }, { id: 'g1' }] }],
    ['further records', { others: { explanations: [{ id: 'e' }, { id: 'e' }] } }],
    ['cells', { cells: [...rollup(rows), ...rollup(rows)] }],
  ])('refuses two %s of the same identity', (_, changes) => {
    expect(() => snapshotOf(input(changes))).toThrow(RangeError);
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => snapshotOf(input({ cycle: { year: Number.NaN } }))).toThrow();
    expect(() => snapshotOf(input({ cycle: { name: '\ud800' } }))).toThrow();
    expect(() => canonicalJson(undefined)).toThrow();
  });

  it('is found out when its text was changed', () => {
    const snapshot = snapshotOf(input());
    expect(checkSnapshot(snapshot)).toEqual({ ok: true });
    expect(
      checkSnapshot({ ...snapshot, canonical: snapshot.canonical.replace('12800', '12900') }),
    ).toMatchObject({ ok: false, expected: snapshot.sha256 });
  });

  it('tells in which parts it differs from another', () => {
    expect(
      differingParts(snapshotOf(input()), snapshotOf(input({ figures: [], cycle: { key: 'x' } }))),
    ).toEqual(['cycle', 'figures']);
  });
});

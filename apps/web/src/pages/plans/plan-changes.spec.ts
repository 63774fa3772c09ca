import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween, countOf, moved } from './plan-changes';

type Commitment = Parameters<typeof changesBetween>[0][number];

const commitment = (n: number, more: Partial<Commitment> = {}): Commitment => ({
  commitmentId: `c${n}`,
  versionId: `v${n}`,
  planId: 'p',
  stateCode: 'PA',
  code: `PA-0${n}`,
  number: n,
  areaKey: 'health',
  titleEn: `Commitment ${n}`,
  titleEs: `Compromiso ${n}`,
  targetGroups: [],
  continuous: false,
  priority: 'normal',
  institutions: [],
  milestones: [],
  ...more,
});
const plan = [1, 2, 3, 4].map((n) => commitment(n));
const codes = (list: Commitment[]) => list.map(({ code }) => code);

describe('What differs between two plan versions', () => {
  it('is nothing where only ids of rows differ', () => {
    const milestone = {
      id: 'm1',
      position: 1,
      titleEn: 'Signed',
      titleEs: 'Firmado',
      weight: 1,
      dueOn: null,
    };
    const before = [commitment(1, { milestones: [milestone], summaryEn: null })];
    const now = [
      commitment(1, { versionId: 'w1', milestones: [{ ...milestone, id: 'm2' }], summaryEn: undefined }),
    ];
    expect(countOf(changesBetween(before, now))).toBe(0);
  });

  it('is what came, what went and what reads differently, by commitment and field', () => {
    const now = [commitment(1), commitment(3, { titleEs: 'Otro', dueOn: '2027-12-31' }), commitment(5)];
    const changes = changesBetween(plan, now);
    expect(codes(changes.added)).toEqual(['PA-05']);
    expect(codes(changes.removed)).toEqual(['PA-02', 'PA-04']);
    expect(changes.changed.map(({ now: { code }, fields }) => [code, fields])).toEqual([
      ['PA-03', ['titleEs', 'dueOn']],
    ]);
    expect(changes.moved).toEqual([]);
  });

  it('is, of an order, only what went elsewhere, not what made way for it', () => {
    const changes = changesBetween(plan, moved(plan, 'v4', 1));
    expect(changes.moved.map(({ before, now }) => [before.number, now.number])).toEqual([[4, 1]]);
  });
});

describe('A commitment that is moved', () => {
  it('stands at its place, within the plan, and the others keep their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -3, max: 9 }), (which, to) => {
        const after = moved(plan, `v${which}`, to);
        expect(after.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
        expect(after.findIndex(({ versionId }) => versionId === `v${which}`)).toBe(
          Math.min(Math.max(to, 1), 4) - 1,
        );
        const others = (list: Commitment[]) => codes(list).filter((code) => code !== `PA-0${which}`);
        expect(others(after)).toEqual(others(plan));
      }),
    );
  });
});

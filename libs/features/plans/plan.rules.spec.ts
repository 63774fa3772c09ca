import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommitmentContent } from './plan.content.js';
import { codeOf, type Known, ordinalOf, problemsOfCommitments, refusalToAdopt } from './plan.rules.js';

const KNOWN: Known = {
  areas: new Set(['protection', 'MX:housing']),
  institutions: new Set(['MX:COMAR', 'REG:UNHCR']),
  codes: new Set(['MX-01', 'MX-02']),
};
const VALID: CommitmentContent = { areaKey: 'protection', titleEn: 'Visits', titleEs: 'Visitas' };
const fieldsOf = (...changes: Partial<CommitmentContent>[]) =>
  problemsOfCommitments(
    changes.map((change) => ({ ...VALID, ...change })),
    KNOWN,
  ).map((problem) => problem.field);

describe('codes of commitments', () => {
  it('have two digits at least and grow with the plan', () => {
    expect([1, 33, 100, 1234].map((ordinal) => codeOf('MX', ordinal))).toEqual([
      'MX-01',
      'MX-33',
      'MX-100',
      'MX-1234',
    ]);
  });

  it('give their ordinal back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        (ordinal) => ordinalOf(codeOf('SV', ordinal)) === ordinal,
      ),
    );
  });
});

describe('what a commitment may say', () => {
  it.each<[string, Partial<CommitmentContent>, string[]]>([
    ['nothing but its area and titles', {}, []],
    ['a start and a due day', { startsOn: '2024-01-01', dueOn: '2024-01-01' }, []],
    ['that it goes on without an end', { continuous: true, startsOn: '2024-01-01' }, []],
    ['an own area of the State', { areaKey: 'MX:housing' }, []],
    ['an area of another State', { areaKey: 'GT:housing' }, ['areaKey']],
    ['a due day although it has no end', { continuous: true, dueOn: '2024-12-31' }, ['dueOn']],
    ['a due day before its start', { startsOn: '2024-12-31', dueOn: '2024-01-01' }, ['dueOn']],
    ['a day that no calendar has', { dueOn: '2023-02-29' }, ['dueOn']],
    ['a weight of zero', { weight: 0 }, ['weight']],
    ['a weight of a thousandth', { weight: 0.001 }, []],
    ['a weight with four decimals', { weight: 1.2345 }, ['weight']],
    ['a title in one language only', { titleEs: '' }, ['titleEs']],
    ['to continue a commitment of the State', { code: 'MX-02' }, []],
    ['to continue a commitment that there is not', { code: 'MX-09' }, ['code']],
    [
      'an institution that nobody knows',
      { institutions: [{ key: 'MX:NONE', role: 'lead' }] },
      ['institutions[0].key'],
    ],
    [
      'one institution as lead and as partner',
      {
        institutions: [
          { key: 'MX:COMAR', role: 'lead' },
          { key: 'MX:COMAR', role: 'partner' },
        ],
      },
      [],
    ],
    [
      'one institution twice in one role',
      {
        institutions: [
          { key: 'MX:COMAR', role: 'lead' },
          { key: 'MX:COMAR', role: 'lead' },
        ],
      },
      ['institutions[1].key'],
    ],
    [
      'a milestone that weighs nothing',
      { milestones: [{ titleEn: 'a', titleEs: 'a', weight: 0 }] },
      ['milestones[0].weight'],
    ],
  ])('%s', (_, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields.map((field) => `commitments[0].${field}`));
  });

  it('is checked for every commitment of a plan, and no code stands there twice', () => {
    expect(fieldsOf({ code: 'MX-01' }, { areaKey: 'none' }, { code: 'MX-01' })).toEqual([
      'commitments[1].areaKey',
      'commitments[2].code',
    ]);
  });
});

describe('adoption', () => {
  it.each<[string, (number | null)[], boolean]>([
    ['takes a plan without weights', [null, null, null], true],
    ['takes a plan where every commitment has one', [1, 2.5], true],
    ['refuses a plan where only some have one', [1, null], false],
    ['refuses an empty plan', [], false],
  ])('%s', (_, weights, possible) => {
    expect(refusalToAdopt(weights) === undefined).toBe(possible);
  });
});

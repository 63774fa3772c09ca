import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type CommitmentStanding,
  completeness,
  decideSubmissionMove,
  SUBMISSION_ACTIONS,
  type SubmissionAction,
  submissionStatesBefore,
} from './submission.rules.js';
import {
  CYCLE_STATES,
  EXPLANATION_KINDS,
  SUBMISSION_STATES,
  type SubmissionState,
} from './cycle.vocabulary.js';

const ALLOWED: [SubmissionAction, SubmissionState, SubmissionState][] = [
  ['submit', 'open', 'submitted'],
  ['submit', 'returned', 'submitted'],
  ['accept', 'submitted', 'accepted'],
  ['return', 'submitted', 'returned'],
];

const standing = (changes: Partial<CommitmentStanding>): CommitmentStanding => ({
  commitmentId: 'c1',
  code: 'MX-01',
  reviewState: null,
  explanation: null,
  hasEarlierUpdate: true,
  ...changes,
});
const explained = (kind: (typeof EXPLANATION_KINDS)[number], textEs: string | null = null) => ({
  kind,
  textEn: null,
  textEs,
});

describe('a State’s submission', () => {
  it.each(ALLOWED)('can %s from %s, to %s', (action, from, to) => {
    expect(
      decideSubmissionMove({ action, from, cycleState: 'in_review', complete: true, note: '¿Qué cambió?' }),
    ).toEqual({ ok: true, to });
    expect(submissionStatesBefore(action)).toContain(from);
  });

  it('refuses every other move', () => {
    for (const action of SUBMISSION_ACTIONS) {
      for (const from of SUBMISSION_STATES) {
        if (ALLOWED.some(([a, f]) => a === action && f === from)) continue;
        expect(
          decideSubmissionMove({ action, from, cycleState: 'open', complete: true, note: 'x' }),
        ).toMatchObject({ ok: false, code: 'conflict' });
      }
    }
  });

  it('moves only while the cycle is open or in review', () => {
    const ok = CYCLE_STATES.filter(
      (cycleState) => decideSubmissionMove({ action: 'submit', from: 'open', cycleState, complete: true }).ok,
    );
    expect(ok).toEqual(['open', 'in_review']);
  });

  it('waits until every commitment is approved or explained', () => {
    expect(
      decideSubmissionMove({ action: 'submit', from: 'open', cycleState: 'open', complete: false }),
    ).toMatchObject({ ok: false, code: 'conflict' });
    expect(decideSubmissionMove({ action: 'submit', from: 'open', cycleState: 'open' }).ok).toBe(false);
  });

  it('is returned only with questions', () => {
    expect(
      decideSubmissionMove({ action: 'return', from: 'submitted', cycleState: 'in_review', note: ' ' }),
    ).toMatchObject({ code: 'invalid', field: 'note' });
  });
});

describe('completeness of a State', () => {
  it.each<[string, Partial<CommitmentStanding>, boolean]>([
    ['counts an approved update', { reviewState: 'approved' }, true],
    ['counts a published update', { reviewState: 'published' }, true],
    ['does not count a draft', { reviewState: 'draft' }, false],
    [
      'does not count a draft that is explained',
      { reviewState: 'draft', explanation: explained('no_change') },
      false,
    ],
    ['does not count what waits for review', { reviewState: 'submitted' }, false],
    ['does not count what was returned', { reviewState: 'returned' }, false],
    ['counts “no change” without a text', { explanation: explained('no_change') }, true],
    [
      'does not count “no change” when there was never an update',
      { explanation: explained('no_change'), hasEarlierUpdate: false },
      false,
    ],
    [
      'counts “not assessed” with its reason',
      { explanation: explained('not_assessed', 'Sin presupuesto'), hasEarlierUpdate: false },
      true,
    ],
    [
      'does not count “not assessed” without a reason',
      { explanation: explained('not_assessed', '  ') },
      false,
    ],
    [
      'does not take a reopening for an explanation',
      { explanation: explained('reopened', 'Error en la cifra') },
      false,
    ],
    ['does not count silence', {}, false],
  ])('%s', (_, changes, complete) => {
    const result = completeness([standing(changes)]);
    expect(result.complete).toBe(complete);
    expect(result.missing).toHaveLength(complete ? 0 : 1);
  });

  it('is given for a plan without commitments', () => {
    expect(completeness([])).toEqual({ complete: true, total: 0, approved: 0, explained: 0, missing: [] });
  });

  it('lists what is missing by code, with the reason', () => {
    const result = completeness([
      standing({ code: 'MX-10' }),
      standing({ code: 'MX-02', reviewState: 'returned' }),
    ]);
    expect(result.missing.map(({ code }) => code)).toEqual(['MX-02', 'MX-10']);
    expect(result.missing[0]?.reason.es).toBe('La actualización fue devuelta y espera su corrección.');
  });

  it('counts every commitment once: approved, explained or missing', () => {
    const commitments = fc.array(
      fc.record<CommitmentStanding>({
        commitmentId: fc.uuid(),
        code: fc.string(),
        reviewState: fc.constantFrom('draft', 'submitted', 'returned', 'approved', 'published', null),
        explanation: fc.option(
          fc.record({
            kind: fc.constantFrom(...EXPLANATION_KINDS),
            textEn: fc.option(fc.string()),
            textEs: fc.constant(null),
          }),
        ),
        hasEarlierUpdate: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(commitments, (given) => {
        const { total, approved, explained: n, missing, complete } = completeness(given);
        return (
          total === given.length &&
          approved + n + missing.length === total &&
          complete === (missing.length === 0)
        );
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allowedActions,
  decideMove,
  effectiveRevision,
  isApproved,
  isLocked,
  statesBefore,
  UPDATE_ACTIONS,
  type UpdateAction,
  type UpdateParty,
} from './progress.rules.js';
import { REVIEW_STATES, type ReviewState } from './progress.vocabulary.js';

const PARTIES: UpdateParty[] = ['author', 'reviewer', 'publisher'];

const ALLOWED: [UpdateAction, ReviewState, UpdateParty, ReviewState][] = [
  ['save', 'draft', 'author', 'draft'],
  ['save', 'returned', 'author', 'returned'],
  ['submit', 'draft', 'author', 'submitted'],
  ['submit', 'returned', 'author', 'submitted'],
  ['returnForChanges', 'submitted', 'reviewer', 'returned'],
  ['approve', 'submitted', 'reviewer', 'approved'],
  ['publish', 'approved', 'publisher', 'published'],
  ['startRevision', 'approved', 'author', 'draft'],
  ['startRevision', 'approved', 'reviewer', 'draft'],
  ['startRevision', 'published', 'author', 'draft'],
  ['startRevision', 'published', 'reviewer', 'draft'],
];

describe('the update loop', () => {
  it.each(ALLOWED)('lets %s from %s happen by the %s, to %s', (action, from, party, to) => {
    expect(
      decideMove({ action, from, isLatest: true, parties: [party], reason: 'A figure was wrong' }),
    ).toEqual({
      ok: true,
      to,
      newRevision: action === 'startRevision',
    });
  });

  it('refuses every other combination of action, state and party', () => {
    for (const action of UPDATE_ACTIONS) {
      for (const from of REVIEW_STATES) {
        for (const party of PARTIES) {
          if (ALLOWED.some(([a, f, p]) => a === action && f === from && p === party)) continue;
          const decision = decideMove({ action, from, isLatest: true, parties: [party], reason: 'Because' });
          expect({ action, from, party, ok: decision.ok }).toEqual({ action, from, party, ok: false });
        }
      }
    }
  });

  it('answers a stranger with forbidden in every state, without telling the state', () => {
    for (const action of UPDATE_ACTIONS) {
      const answers = REVIEW_STATES.map((from) =>
        decideMove({ action, from, isLatest: true, parties: [], reason: 'x' }),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ ok: false, code: 'forbidden' });
    }
  });

  it.each(['returnForChanges', 'startRevision'] as const)(
    'needs a reason for %s that is more than spaces',
    (action) => {
      const from = statesBefore(action)[0] ?? 'draft';
      for (const reason of [undefined, null, '', ' \n\t']) {
        expect(decideMove({ action, from, isLatest: true, parties: PARTIES, reason })).toMatchObject({
          ok: false,
          code: 'invalid',
          field: 'reason',
        });
      }
    },
  );

  it('answers a move from the wrong state with a conflict that says what to do, in both languages', () => {
    const decision = decideMove({ action: 'save', from: 'approved', isLatest: true, parties: ['author'] });
    expect(decision).toMatchObject({ ok: false, code: 'conflict' });
    expect(!decision.ok && decision.detail.en).toContain('Start a revision');
    expect(!decision.ok && decision.detail.es).toContain('inicie una revisión');
  });

  it('does nothing with a revision that a later one replaced', () => {
    for (const from of REVIEW_STATES) expect(allowedActions(from, PARTIES, false)).toEqual([]);
  });

  it('offers an author what is possible and nothing else', () => {
    expect(allowedActions('draft', ['author'])).toEqual(['save', 'submit']);
    expect(allowedActions('submitted', ['author'])).toEqual([]);
    expect(allowedActions('submitted', ['author', 'reviewer'])).toEqual(['returnForChanges', 'approve']);
    expect(allowedActions('approved', ['author'])).toEqual(['startRevision']);
  });

  it('locks what is under review, approved or published', () => {
    expect(REVIEW_STATES.filter(isLocked)).toEqual(['submitted', 'approved', 'published']);
    expect(REVIEW_STATES.filter(isApproved)).toEqual(['approved', 'published']);
  });

  it('never changes the content of an approved update, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...UPDATE_ACTIONS), fc.subarray(PARTIES))),
        (attempts) => {
          let state: ReviewState = 'draft';
          for (const [action, parties] of attempts) {
            const decision = decideMove({ action, from: state, isLatest: true, parties, reason: 'Because' });
            if (!decision.ok) continue;
            const writes = action === 'save' || action === 'submit';
            if (isApproved(state) && writes) return false;
            // Only a revision leads away from approval, and it is another row.
            if (isApproved(state) && !isApproved(decision.to) && !decision.newRevision) return false;
            state = decision.to;
          }
          return true;
        },
      ),
    );
  });
});

describe('the revision that counts', () => {
  const revision = (number: number, reviewState: ReviewState) => ({ revision: number, reviewState });

  it.each<[string, ReturnType<typeof revision>[], number | undefined]>([
    ['is none while nothing is approved', [revision(1, 'submitted')], undefined],
    [
      'stays the approved one while its correction is a draft',
      [revision(2, 'draft'), revision(1, 'approved')],
      1,
    ],
    ['is the correction once that is approved', [revision(1, 'published'), revision(2, 'approved')], 2],
  ])('%s', (_, revisions, expected) => {
    expect(effectiveRevision(revisions)?.revision).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Stage, STAGES } from '#features/progress';
import { derivedStage, sharesOf, stageInEffect, statedStage } from './pledge.rules.js';
import type { PledgeStage } from './pledge.vocabulary.js';

const standing = fc.constantFrom<Stage | null>(...STAGES, null);
const standings = fc.array(standing, { maxLength: 8 });

describe('the stage of a pledge from its commitments', () => {
  it.each<[string, (Stage | null)[], PledgeStage | null]>([
    ['without commitments, none', [], null],
    ['when nobody reported, none: not reported is not planning', [null, null], null],
    ['when all are discontinued, none', ['discontinued', 'discontinued'], null],
    ['when one is discontinued and the other not reported, none', ['discontinued', null], null],
    ['not started, planning', ['not_started'], 'planning'],
    ['planned and not reported, planning', ['planning', null], 'planning'],
    ['one of several in progress, in progress', ['not_started', 'in_progress', null], 'in_progress'],
    ['fulfilled in part, in progress', ['fulfilled', 'planning'], 'in_progress'],
    ['fulfilled as far as reported, in progress', ['fulfilled', null], 'in_progress'],
    ['all fulfilled, fulfilled', ['fulfilled', 'fulfilled'], 'fulfilled'],
    ['all that go on fulfilled, fulfilled', ['fulfilled', 'discontinued'], 'fulfilled'],
  ])('%s', (_what, stages, expected) => {
    expect(derivedStage(stages)).toBe(expected);
  });

  it('does not depend on the order of the commitments', () => {
    fc.assert(
      fc.property(
        standings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => derivedStage(all) === derivedStage(shuffled),
      ),
    );
  });

  it('never makes a stage out of commitments that nobody reported on', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Stage | null>(null, 'discontinued')), (all) => {
        expect(derivedStage(all)).toBeNull();
      }),
    );
  });

  it('is not fulfilled by a commitment that says nothing', () => {
    fc.assert(fc.property(standings, (all) => derivedStage([...all, null]) !== 'fulfilled'));
  });
});

describe('a stage that a person states', () => {
  it.each([
    ['nothing said, derived', {}, 'planning', null],
    ['nothing said, nothing derived', {}, null, 'nothing_to_derive'],
    ['the same as derived, without a reason', { stage: 'planning' }, 'planning', null],
    ['another, without a reason', { stage: 'fulfilled', reason: ' ' }, 'planning', 'reason_missing'],
    [
      'another, with a reason',
      { stage: 'fulfilled', reason: ' Law ' },
      'planning',
      { stage: 'fulfilled', reason: 'Law' },
    ],
    ['where nothing is derived, without a reason', { stage: 'planning' }, null, 'reason_missing'],
  ] as const)('%s', (_what, said, derived, expected) => {
    expect(statedStage(said, derived)).toEqual(expected);
  });

  it('goes before the derived one, and says where it comes from', () => {
    expect(stageInEffect('fulfilled', 'planning')).toEqual({ stage: 'fulfilled', stageBasis: 'stated' });
    expect(stageInEffect(null, 'planning')).toEqual({ stage: 'planning', stageBasis: 'derived' });
    expect(stageInEffect(null, null)).toEqual({ stage: null, stageBasis: 'no_update' });
  });
});

describe('shares of pledges', () => {
  it('are over all of them, with those that have no update as a part of their own', () => {
    expect(sharesOf({ total: 8, planning: 1, inProgress: 2, fulfilled: 1, noUpdate: 4 })).toEqual({
      planning: 12.5,
      inProgress: 25,
      fulfilled: 12.5,
      noUpdate: 50,
    });
  });

  it('of no pledges are no zeros', () => {
    expect(sharesOf({ total: 0, planning: 0, inProgress: 0, fulfilled: 0, noUpdate: 0 })).toBeNull();
  });

  it('add up to the whole, but for the rounding of each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        const shares = sharesOf({
          total: a + b + c + d,
          planning: a,
          inProgress: b,
          fulfilled: c,
          noUpdate: d,
        });
        if (shares === null) return a + b + c + d === 0;
        const sum = Object.values(shares).reduce((all, share) => all + share, 0);
        return Math.abs(sum - 100) < 0.21;
      }),
    );
  });
});

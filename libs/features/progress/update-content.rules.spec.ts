import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OUTLOOKS, STAGES } from './progress.vocabulary.js';
import {
  problemsBeforeSave,
  problemsBeforeSubmit,
  type UpdateContent,
  type UpdateContext,
} from './update-content.rules.js';

const content = (changes: Partial<UpdateContent> = {}): UpdateContent => ({
  stage: 'in_progress',
  outlook: 'on_track',
  percent: 40,
  percentSource: 'reported',
  noChange: false,
  narrativeEn: null,
  narrativeEs: 'Se abrió un centro',
  illustrative: [],
  ...changes,
});
const context = (changes: Partial<UpdateContext> = {}): UpdateContext => ({
  earlier: null,
  milestonePercent: null,
  ...changes,
});
const fields = (changes: Partial<UpdateContent>, around: Partial<UpdateContext> = {}): string[] =>
  problemsBeforeSubmit(content(changes), context(around)).map((problem) => problem.field);

describe('what an update needs before it is submitted', () => {
  it('accepts a complete update', () => {
    expect(fields({})).toEqual([]);
  });

  it.each<[string, Partial<UpdateContent>, string[]]>([
    ['a stage', { stage: null }, ['stage']],
    ['an outlook', { outlook: null }, ['outlook']],
    [
      'a stage and an outlook, both named at once',
      { stage: null, outlook: null, percent: null, percentSource: null },
      ['stage', 'outlook'],
    ],
    ['a percent while in progress', { percent: null, percentSource: null }, ['percent']],
    ['the source of its percent', { percentSource: null }, ['percentSource']],
    ['100 percent when fulfilled', { stage: 'fulfilled', percent: 99.99 }, ['percent']],
    [
      '100 percent when fulfilled, even when none is given',
      { stage: 'fulfilled', percent: null },
      ['percent'],
    ],
    ['no percent above zero when not started', { stage: 'not_started', percent: 5 }, ['percent']],
    ['less than 100 percent while planning', { stage: 'planning', percent: 100 }, ['percent']],
    [
      'a narrative when discontinued',
      { stage: 'discontinued', outlook: 'off_track', narrativeEs: '  ' },
      ['narrativeEn'],
    ],
    ['no risk when fulfilled', { stage: 'fulfilled', percent: 100, outlook: 'at_risk' }, ['outlook']],
    ['no good outlook when discontinued', { stage: 'discontinued' }, ['outlook']],
    ['a percent between 0 and 100', { percent: 100.5 }, ['percent']],
    ['a percent with two decimals', { percent: 33.333 }, ['percent']],
    [
      'illustrative marks on fields that can carry them',
      { illustrative: ['stage', 'narrative'] },
      ['illustrative'],
    ],
  ])('is %s', (_, changes, expected) => {
    expect(fields(changes)).toEqual(expected);
  });

  it.each<[string, Partial<UpdateContent>]>([
    ['not started without a percent', { stage: 'not_started', percent: null, percentSource: null }],
    ['not started at zero', { stage: 'not_started', percent: 0 }],
    ['planning without a percent', { stage: 'planning', percent: null, percentSource: null }],
    ['planning at ten percent', { stage: 'planning', percent: 10 }],
    [
      'in progress, not assessed, without a percent',
      { outlook: 'not_assessed', percent: null, percentSource: null },
    ],
    ['fulfilled at 100', { stage: 'fulfilled', percent: 100 }],
    [
      'discontinued with a narrative in English',
      {
        stage: 'discontinued',
        outlook: 'not_assessed',
        narrativeEs: null,
        narrativeEn: 'The law was repealed',
      },
    ],
  ])('lets pass what is %s', (_, changes) => {
    expect(fields(changes)).toEqual([]);
  });

  it('never demands a percent that its other answers exclude', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), fc.constantFrom(...OUTLOOKS), (stage, outlook) => {
        const percents = [null, ...Array.from({ length: 101 }, (__, i) => i)];
        return percents.some(
          (percent) =>
            !fields({
              stage,
              outlook,
              percent,
              percentSource: percent === null ? null : 'reported',
            }).includes('percent'),
        );
      }),
    );
  });

  it('says every problem in both languages', () => {
    fc.assert(
      fc.property(
        fc.record({
          stage: fc.option(fc.constantFrom(...STAGES)),
          outlook: fc.option(fc.constantFrom(...OUTLOOKS)),
          percent: fc.option(fc.double({ min: -10, max: 200 })),
          percentSource: fc.constantFrom('reported' as const, 'milestones' as const, null),
          noChange: fc.boolean(),
        }),
        (changes) =>
          problemsBeforeSubmit(content(changes), context()).every(
            ({ detail }) => detail.en.endsWith('.') && detail.es.endsWith('.'),
          ),
      ),
    );
  });

  it('includes everything that would already stop a draft', () => {
    const bad = content({ percent: -1, illustrative: ['colour'] });
    expect(problemsBeforeSave(bad).map(({ field }) => field)).toEqual(['percent', 'illustrative']);
    expect(problemsBeforeSubmit(bad, context())).toEqual(expect.arrayContaining(problemsBeforeSave(bad)));
  });

  it('saves a draft that says nothing yet', () => {
    expect(
      problemsBeforeSave(content({ stage: null, outlook: null, percent: null, percentSource: null })),
    ).toEqual([]);
  });
});

describe('a percent computed from milestones', () => {
  it('is the one that the milestones give', () => {
    expect(fields({ percent: 66.67, percentSource: 'milestones' }, { milestonePercent: '66.67' })).toEqual(
      [],
    );
    expect(fields({ percent: 70, percentSource: 'milestones' }, { milestonePercent: '66.67' })).toEqual([
      'percent',
    ]);
  });

  it('needs milestones that all have a percent', () => {
    expect(fields({ percentSource: 'milestones' })).toEqual(['percentSource']);
  });
});

describe('“no change”', () => {
  const earlier = { stage: 'in_progress', outlook: 'on_track', percent: 40 } as const;

  it('needs an earlier update', () => {
    expect(fields({ noChange: true })).toEqual(['noChange']);
  });

  it('keeps stage, outlook and percent of the earlier update', () => {
    expect(fields({ noChange: true }, { earlier })).toEqual([]);
    expect(fields({ noChange: true, percent: 45, outlook: 'at_risk' }, { earlier })).toEqual([
      'outlook',
      'percent',
    ]);
  });
});

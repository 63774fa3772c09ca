import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OUTLOOKS, problemsBeforeSubmit, STAGES } from '#features/progress';
import { blocksOf } from './blocks';
import { type Draft, emptyDraft } from './draft';

const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft(false), ...changes });
const said = (text: string): Draft['texts'] => {
  const { texts } = emptyDraft(false);
  return { ...texts, narrative: { en: '', es: text } };
};

/** What the API refuses that a form does not know of: words and percents that contradict each other. */
const CONTRADICTIONS = /contradicts|has not started|being planned/;

describe('what keeps a draft from being submitted', () => {
  it('is what the API refuses, but for contradictions, of which the API alone tells', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...STAGES),
        fc.constantFrom(null, ...OUTLOOKS),
        fc.constantFrom('', '0', '40', '100'),
        fc.constantFrom('', ' ', 'Se abrió.'),
        (stage, outlook, percent, narrative) => {
          const refused = problemsBeforeSubmit(
            {
              stage,
              outlook,
              percent: percent === '' ? null : Number(percent),
              percentSource: percent === '' ? null : 'reported',
              noChange: false,
              narrativeEn: null,
              narrativeEs: narrative,
              illustrative: [],
            },
            { earlier: null, milestonePercent: null },
          ).filter(({ detail }) => typeof detail === 'string' || !CONTRADICTIONS.test(detail.en));
          expect(blocksOf(draft({ stage, outlook, percent, texts: said(narrative) }), [])).toHaveLength(
            refused.length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is a number that cannot be read, wherever it stands', () => {
    expect(blocksOf(draft({ stage: 'planning', outlook: 'on_track', percent: 'half' }), [])).toEqual([
      'number',
    ]);
  });

  it('are milestones without a percent, where they give it', () => {
    const milestones = [{ id: 'a' }, { id: 'b' }] as Parameters<typeof blocksOf>[1];
    const by = (typed: Record<string, string>): Draft =>
      draft({ stage: 'in_progress', outlook: 'on_track', byMilestones: true, milestones: typed });
    expect(blocksOf(by({ a: '50' }), milestones)).toEqual(['milestones']);
    expect(blocksOf(by({ a: '50', b: '0' }), milestones)).toEqual([]);
  });
});

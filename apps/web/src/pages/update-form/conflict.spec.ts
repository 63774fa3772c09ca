import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { differences, merged } from './conflict';
import { type Draft, emptyDraft, newFact } from './draft';

const t = ((key: string) => key) as TFunction;

const draft = (changes: Partial<Draft>, narrative = ''): Draft => {
  const empty = emptyDraft(false);
  return { ...empty, texts: { ...empty.texts, narrative: { en: '', es: narrative } }, ...changes };
};

describe('two versions of one draft', () => {
  const mine = draft(
    { stage: 'planning', percent: '40', facts: [{ ...newFact(), textEs: 'Mío' }] },
    'Mi texto',
  );
  const theirs = draft({ stage: 'in_progress', percent: '40' }, 'Su texto');

  it('differ where they do, in the words of the form', () => {
    expect(differences(mine, theirs, t).map(({ field, mine: a, other: b }) => [field, a, b])).toEqual([
      ['stage', 'word.stage.planning', 'word.stage.in_progress'],
      ['narrative.es', 'Mi texto', 'Su texto'],
      ['facts', '• Mío', ''],
    ]);
  });

  it('become one that has the chosen side of each difference, and nothing else of the other side', () => {
    const one = merged(mine, theirs, (field) => (field === 'stage' ? 'theirs' : 'mine'));
    expect(differences(one, mine, t).map(({ field }) => field)).toEqual(['stage']);
    expect(one.stage).toBe('in_progress');
  });

  it('keep a mark as illustrative only where both have it', () => {
    const both = merged(
      draft({ illustrative: ['percent', 'stage'] }),
      draft({ illustrative: ['stage'] }),
      () => 'mine',
    );
    expect(both.illustrative).toEqual(['stage']);
  });
});

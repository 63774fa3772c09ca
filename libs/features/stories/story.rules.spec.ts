import { describe, expect, it } from '@jest/globals';
import { type PublishableStory, problemsBeforePublishing, withoutWithdrawn } from './story.rules.js';

const story = (changes: Partial<PublishableStory> = {}): PublishableStory => ({
  textEn: 'She runs a studio.',
  textEs: 'Ella dirige un estudio.',
  consentOn: '2024-08-01',
  consentRef: 'Folder 12 of the Secretariat',
  photoUrl: null,
  photoCredit: null,
  photoConsentOn: null,
  ...changes,
});

describe('before a story is published', () => {
  it.each<[string, Partial<PublishableStory>, string[]]>([
    ['nothing is missing', {}, []],
    ['the consent', { consentOn: null }, ['consentOn']],
    ['a consent that was given, not one of a day to come', { consentOn: '2024-09-02' }, ['consentOn']],
    ['where the consent is kept', { consentRef: '  ' }, ['consentRef']],
    ['a language', { textEs: '' }, ['textEs']],
    [
      'credit and consent of a photo',
      { photoUrl: 'https://example.org/a.jpg' },
      ['photoCredit', 'photoConsentOn'],
    ],
    [
      'nothing of a photo with both',
      { photoUrl: 'https://example.org/a.jpg', photoCredit: 'A. B.', photoConsentOn: '2024-08-01' },
      [],
    ],
    ['nothing of a photo that is not there', { photoCredit: null }, []],
  ])('%s', (_, changes, fields) => {
    const problems = problemsBeforePublishing(story(changes), '2024-09-01');
    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(problems.every(({ detail }) => detail.en && detail.es)).toBe(true);
  });
});

describe('a snapshot shown after a withdrawal', () => {
  it('keeps of a withdrawn story its State and the day, and the others as they are', () => {
    const [kept, gone] = [
      { id: 'a', stateCode: 'MX', titleEn: 'Kept' },
      { id: 'b', stateCode: 'GT', titleEn: 'Gone', personName: 'Marta' },
    ];
    expect(withoutWithdrawn([kept, gone], new Map([['b', '2024-12-02']]))).toEqual([
      kept,
      { stateCode: 'GT', withdrawnOn: '2024-12-02' },
    ]);
  });

  it.each([[null], [{}], ['text']])('leaves %j, which is no list of stories', (content) => {
    expect(withoutWithdrawn(content, new Map([['b', '2024-12-02']]))).toEqual(content);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type PublishableStory, problemsBeforePublishing, withoutWithdrawn } from './story.rules.js';

const story = (changes: Partial<PublishableStory> = {}): PublishableStory => ({
  textEn: 'She runs a studio.',
  textEs: 'Ella dirige un estudio.',
  consentOn: '2024-08-01',
  consentRef: 'Folder 12 of the Secretariat',
  photos: [],
  ...changes,
});

const SAID = { altEn: 'A studio', altEs: 'Un estudio', credit: 'A. B.', people: 'nobody' as const };
const CONSENT = { consentBy: 'Both', consentOn: '2024-08-01', consentUse: 'Reports' };

describe('before a story is published', () => {
  it.each<[string, Partial<PublishableStory>, string[]]>([
    ['nothing is missing', {}, []],
    ['the consent', { consentOn: null }, ['consentOn']],
    ['a consent that was given, not one of a day to come', { consentOn: '2024-09-02' }, ['consentOn']],
    ['where the consent is kept', { consentRef: '  ' }, ['consentRef']],
    ['a language', { textEs: '' }, ['textEs']],
    [
      'what a photo shows in both languages, whose it is, and whether somebody can be recognised',
      { photos: [SAID, { altEs: 'Un estudio' }] },
      ['photos[1].altEn', 'photos[1].credit', 'photos[1].people'],
    ],
    [
      'the consent of whoever can be recognised in a photo',
      { photos: [{ ...SAID, people: 'consented' }] },
      ['photos[0].consentBy', 'photos[0].consentOn', 'photos[0].consentUse'],
    ],
    [
      'days of a photo that have come',
      {
        photos: [
          { ...SAID, ...CONSENT, people: 'consented', takenOn: '2024-09-02', consentOn: '2024-09-02' },
        ],
      },
      ['photos[0].takenOn', 'photos[0].consentOn'],
    ],
    [
      'nothing of a photo of which all is said',
      { photos: [{ ...SAID, ...CONSENT, people: 'consented' }] },
      [],
    ],
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

  it('keeps of a withdrawn photo the day, and its story', () => {
    const story = { id: 'a', stateCode: 'MX', titleEn: 'Kept', photos: [{ id: 'p' }, { id: 'q' }] };
    expect(withoutWithdrawn([story], new Map([['q', '2024-12-02']]))).toEqual([
      { ...story, photos: [{ id: 'p' }, { withdrawnOn: '2024-12-02' }] },
    ]);
  });

  it.each([[null], [{}], ['text']])('leaves %j, which is no list of stories', (content) => {
    expect(withoutWithdrawn(content, new Map([['b', '2024-12-02']]))).toEqual(content);
  });
});

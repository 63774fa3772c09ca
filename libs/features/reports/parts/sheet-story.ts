import type { SnapshotCommitment } from '#features/rollups';
import type { Lang } from '#platform/http';
import { inWords, type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline } from '../report.document.js';
import { type Body, type Material, paragraph } from '../report.material.js';
import { sourceInWords } from './back-matter.js';
import { opening } from './opening.js';
import { photoOf, storiesOf, storyNotes, storyTitle, storyWithdrawn } from './stories.js';

const WORDS = {
  opening: {
    en: 'This is how the story begins; the Annual Report tells all of it. ',
    es: 'Así comienza el relato; el Informe Anual lo cuenta completo. ',
  },
  source: { en: (source: string) => `Source: ${source}.`, es: (source: string) => `Fuente: ${source}.` },
};

/** Letters of a story with its source; what stands below a photo. */
const [LONGEST, LONGEST_CAPTION] = [620, 90];

/**
 * One published story of a State for its fact sheet: one that is short enough to be told whole and has a photo before
 * others. Of a longer one its first whole sentences are told. Where all were taken back, the day of the first; null without any.
 */
export function oneStory(stateCode: string, material: Material): Body | null {
  const stories = storiesOf(stateCode, material);
  const story = best(stories);
  if (story) return { blocks: toldShort(story, material) };
  return stories[0] ? { blocks: storyWithdrawn(stories[0], material) } : null;
}

/** One published story that is told with a commitment of the area, with its State; null without any. */
export function storyOfArea(
  commitments: readonly SnapshotCommitment[],
  material: Material,
): { stateCode: string; body: Body } | null {
  const told = (story: Loose): SnapshotCommitment | undefined =>
    commitments.find(({ code }) => code === story.text('commitment'));
  const story = best(material.regional('stories').items().filter(told));
  const stateCode = story && told(story)?.stateCode;
  return story && stateCode ? { stateCode, body: { blocks: toldShort(story, material) } } : null;
}

/** The story that suits a short paper best, of those that were not taken back. */
const best = (stories: readonly Loose[]): Loose | undefined =>
  stories.filter((story) => story.text('withdrawnOn') === null).toSorted((a, b) => rank(b) - rank(a))[0];

const room = (story: Loose): number => LONGEST - (story.text('source')?.length ?? 0);

const isShort = (story: Loose): boolean =>
  Math.max(...['textEn', 'textEs'].map((name) => story.text(name)?.length ?? 0)) <= room(story);

const photoIn = (story: Loose): Loose | undefined =>
  story.list('photos').find((photo) => photo.text('sha256') !== null);

const rank = (story: Loose): number => (isShort(story) ? 2 : 0) + (photoIn(story) ? 1 : 0);

/** The photo first: what follows stands beside it. */
function toldShort(story: Loose, material: Material): Block[] {
  const words = material.words(WORDS);
  const photo = photoIn(story) ?? story.list('photos')[0];
  const source = story.text('source');
  const notes: Inline[] = [
    ...(isShort(story) ? [] : [words.opening]),
    ...storyNotes(story, material),
    ...(source === null ? [] : [words.source(sourceInWords(source, material).replace(/\.$/, ''))]),
  ];
  const text = (lang: Lang): string | null => {
    const whole = story.text(lang === 'en' ? 'textEn' : 'textEs');
    return whole === null || isShort(story) ? whole : opening(whole, lang, room(story));
  };
  return [
    ...(photo ? photoOf(photo, material).map(beside) : []),
    ...storyTitle(story),
    ...paragraph(inWords(text('en'), text('es'), material.lang)),
    ...(notes.length > 0 ? paragraph(notes, 'small') : []),
  ];
}

function beside(block: Block): Block {
  if (block.type !== 'photo') return block;
  const { caption } = block;
  const isLong = caption !== null && plainText(caption).length > LONGEST_CAPTION;
  return { ...block, beside: true, caption: isLong ? null : caption };
}

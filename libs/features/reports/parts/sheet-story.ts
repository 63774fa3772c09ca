import type { Lang } from '#platform/http';
import { inWords, type Loose, plainText } from '../regional.reader.js';
import type { Block, Inline } from '../report.document.js';
import { type Body, type Material, paragraph } from '../report.material.js';
import { photoOf, storiesOf, storyFacts, storyNotes, storyTitle, storyWithdrawn } from './stories.js';

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
 * One story of a State for its fact sheet: one that is short enough to be told whole and has a photo before others. Of a
 * longer one its first whole sentences are told. Without a published story, the fact that names one.
 */
export function oneStory(stateCode: string, material: Material): Body | null {
  const [withdrawn, shown] = [true, false].map((gone) =>
    storiesOf(stateCode, material).filter((story) => (story.text('withdrawnOn') !== null) === gone),
  ) as [Loose[], Loose[]];
  const [story] = shown.toSorted((a, b) => rank(b) - rank(a));
  if (story) return { blocks: toldShort(story, material) };
  const [fact] = storyFacts(stateCode, material);
  if (fact) {
    const text = material.said(fact.textEn, fact.textEs) ?? '';
    return { blocks: paragraph(fact.code === null ? text : [{ kind: 'code', text: fact.code }, ' ', text]) };
  }
  return withdrawn[0] ? { blocks: storyWithdrawn(withdrawn[0], material) } : null;
}

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
    ...(source === null ? [] : [words.source(source.replace(/\.$/, ''))]),
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

/** As many whole sentences as have room. */
function opening(text: string, lang: Lang, most: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    if (index + segment.trimEnd().length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trim();
}

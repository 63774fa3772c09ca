import type { Block, Inline, WrittenSection } from '#features/reports';
import type { Lang } from '#platform/http';
import type { MayTell, Resolved } from './reference.answers.js';
import type { ReferenceBook } from './reference.book.js';
import { asMarkdown, referencesIn, rewritten } from './reference.grammar.js';
import type { PlannedSection } from './section.plan.js';
import type { SectionTexts } from './text.checks.js';

const WORDS = {
  figures: { en: 'Figures in this text: ', es: 'Cifras en este texto: ' },
  hidden: { en: '[not public yet]', es: '[aún no es público]' },
};

/** A text with each reference replaced by its figure in the language of the text; what does not resolve stays as it is. */
export const filledIn = (
  text: string,
  lang: Lang,
  book: ReferenceBook,
  mayTell: MayTell = () => true,
): string =>
  rewritten(text, (reference) => {
    const answer = book.resolve(reference, lang);
    if (!answer.ok) return asMarkdown(reference.source);
    return asMarkdown(mayTell(answer.stateCode) ? answer.text : WORDS.hidden[lang]);
  });

/** A section as the report in a language has it; null when nobody wrote it. In the other language where there is no own text. */
export function writtenSection(
  planned: PlannedSection,
  { textEn, textEs }: SectionTexts,
  lang: Lang,
  book: ReferenceBook,
): WrittenSection | null {
  const [own, other] = lang === 'en' ? [textEn, textEs] : [textEs, textEn];
  const [text, of]: [string, Lang] = own.trim() !== '' ? [own, lang] : [other, lang === 'en' ? 'es' : 'en'];
  if (text.trim() === '') return null;
  const blocks: Block[] = [{ type: 'prose', markdown: filledIn(text.trim(), of, book), lang: of }];
  const places = placesIn(text, lang, book);
  if (places.length > 0)
    blocks.push({
      type: 'paragraph',
      tone: 'small',
      line: [
        WORDS.figures[lang],
        ...places.flatMap((place, i): Inline[] => (i === 0 ? [place] : [' · ', place])),
        '.',
      ],
    });
  return { id: planned.key, title: planned.title[lang], blocks };
}

/** Where the report tells the figures of a text, each once, in the order of the text. */
function placesIn(text: string, lang: Lang, book: ReferenceBook): Inline[] {
  const places = referencesIn(text)
    .map((reference) => book.resolve(reference, lang))
    .filter((answer): answer is Resolved => answer.ok)
    .flatMap(({ place }) => place ?? []);
  return [...new Map(places.map((place) => [place.text, place])).values()].map((place): Inline => ({
    kind: 'place',
    ...place,
  }));
}

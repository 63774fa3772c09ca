import type { EditionTexts } from '#features/reports';
import { canonicalJson, hashOf } from '#features/rollups';
import type { FieldProblem, Lang } from '#platform/http';
import type { ReferenceBook } from './reference.book.js';
import { writtenSection } from './section.blocks.js';
import { sectionsOf } from './section.plan.js';
import type { Section } from './section.shelf.js';
import { isBlocking, languageState, problemsOf, type SectionTexts, sentenceOf } from './text.checks.js';

/** A text as an edition freezes it. */
export interface FrozenText extends SectionTexts {
  key: string;
}

/** The written sections in the order of the report. */
export const frozenTexts = (sections: readonly Section[]): FrozenText[] =>
  sections
    .filter((section) => languageState(section) !== 'none')
    .map(({ planned, textEn, textEs }) => ({ key: planned.key, textEn, textEs }));

/** The same texts give the same hash, whoever freezes them. */
export const frozenForm = (texts: readonly FrozenText[]): { texts: string; sha256: string } => ({
  texts: canonicalJson(texts),
  sha256: hashOf(texts),
});

/** What keeps sections from becoming an edition, each with its place: not final, one language only, nothing behind a reference. */
export function problemsBeforeEdition(sections: readonly Section[], book: ReferenceBook): FieldProblem[] {
  return sections.flatMap((section): FieldProblem[] => {
    const { key, title, stateCode } = section.planned;
    const languages = languageState(section);
    if (languages === 'none') return [];
    const field = `sections.${key}`;
    const of = (en: string, es: string): FieldProblem => ({
      field,
      detail: { en: `${title.en}: ${en}`, es: `${title.es}: ${es}` },
    });
    const broken = problemsOf(section, stateCode, book).filter(isBlocking);
    return [
      ...(section.state === 'final' ? [] : [of('it is not final yet.', 'aún no es definitiva.')]),
      ...(languages === 'en_only' ? [of('the Spanish text is missing.', 'falta el texto en español.')] : []),
      ...(languages === 'es_only' ? [of('the English text is missing.', 'falta el texto en inglés.')] : []),
      ...broken.map((problem) => {
        const { lang, line } = problem;
        const sentence = sentenceOf(problem);
        return {
          field: `${field}.${lang}:${line}`,
          detail: {
            en: `${title.en}, ${lang === 'en' ? 'English' : 'Spanish'}, line ${line}: ${sentence.en}`,
            es: `${title.es}, ${lang === 'en' ? 'inglés' : 'español'}, línea ${line}: ${sentence.es}`,
          },
        };
      }),
    ];
  });
}

/** Frozen texts as the report in a language has them, with the snapshot's figures. */
export function editionTexts(
  edition: Pick<EditionTexts, 'number' | 'textsSha256' | 'note'>,
  texts: readonly FrozenText[],
  lang: Lang,
  book: ReferenceBook,
): EditionTexts {
  const planned = new Map(
    sectionsOf(book.content.cycle.kind, book.index.states).map((each) => [each.key, each]),
  );
  const sections = texts.flatMap((text) => {
    const plan = planned.get(text.key);
    return plan ? (writtenSection(plan, text, lang, book) ?? []) : [];
  });
  return { ...edition, sections };
}

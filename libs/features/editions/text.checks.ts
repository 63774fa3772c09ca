import type { Bilingual, Lang } from '#platform/http';
import { contradictionsIn } from './contradictions.rules.js';
import { BLOCKING_KINDS, type LanguageState, type ProblemKind } from './edition.vocabulary.js';
import { literalSignsIn, untranslatedIn } from './literal-signs.rules.js';
import type { MayTell } from './reference.answers.js';
import type { ReferenceBook } from './reference.book.js';
import { placeIn, referencesIn, strayBraces } from './reference.grammar.js';

/** Something about a text that its writer should look at. */
export interface TextProblem {
  kind: ProblemKind;
  lang: Lang;
  /** Counted from 1. */
  line: number;
  column: number;
  /** In UTF-16 units from the beginning of the text. */
  from: number;
  to: number;
  /** What stands there. */
  source: string;
  why: Bilingual;
}

/** The texts of a section. */
export interface SectionTexts {
  textEn: string;
  textEs: string;
}

const HIDDEN: Bilingual = {
  en: 'This figure is not public yet, and you may not read it before it is.',
  es: 'Esta cifra aún no es pública y usted no puede leerla antes.',
};

/** Everything to be told of a section's texts, in the order of the texts. */
export function problemsOf(
  { textEn, textEs }: SectionTexts,
  stateCode: string | null,
  book: ReferenceBook,
  mayTell: MayTell = () => true,
): TextProblem[] {
  const of = (text: string, lang: Lang): TextProblem[] =>
    [
      ...unresolved(text, lang, book, mayTell),
      ...untranslatedIn(text).map((found) => at(text, lang, 'untranslated', found, found.why)),
      ...contradictions(text, lang, stateCode, book, mayTell),
      ...literalSignsIn(text).map((found) => at(text, lang, 'literal', found, found.why)),
    ].sort((a, b) => a.from - b.from);
  return [...of(textEn, 'en'), ...of(textEs, 'es')];
}

/** What keeps a section from being final. */
export const isBlocking = ({ kind }: TextProblem): boolean => BLOCKING_KINDS.includes(kind);

/** A problem without its place, as a sentence. */
export const sentenceOf = ({ kind, source, why }: TextProblem): Bilingual =>
  kind === 'unresolved'
    ? { en: `${source} stands for nothing. ${why.en}`, es: `${source} no representa nada. ${why.es}` }
    : { en: `${source}. ${why.en}`, es: `${source}. ${why.es}` };

function unresolved(text: string, lang: Lang, book: ReferenceBook, mayTell: MayTell): TextProblem[] {
  const references = referencesIn(text).flatMap((reference): TextProblem[] => {
    const answer = book.resolve(reference, lang);
    if (!answer.ok) return [at(text, lang, 'unresolved', reference, answer.why)];
    return mayTell(answer.stateCode) ? [] : [at(text, lang, 'hidden', reference, HIDDEN)];
  });
  const stray = strayBraces(text).map((found) =>
    at(text, lang, 'unresolved', found, {
      en: 'A reference begins with {{ and ends with }} on the same line.',
      es: 'Una referencia empieza con {{ y termina con }} en la misma línea.',
    }),
  );
  return [...references, ...stray];
}

const contradictions = (
  text: string,
  lang: Lang,
  stateCode: string | null,
  book: ReferenceBook,
  mayTell: MayTell,
): TextProblem[] =>
  contradictionsIn(text, lang, stateCode, book, mayTell).map((found) =>
    at(text, lang, 'contradiction', found, found.why),
  );

const at = (
  text: string,
  lang: Lang,
  kind: ProblemKind,
  { from, to, source }: { from: number; to: number; source: string },
  why: Bilingual,
): TextProblem => ({ kind, lang, ...placeIn(text, from), from, to, source, why });

/** Words as a reader counts them: a reference is one. */
export const wordsIn = (text: string): number =>
  text
    .replace(/\{\{[^{}\n]*\}\}/g, 'x')
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;

/** Which languages a section has text in. */
export function languageState({ textEn, textEs }: SectionTexts): LanguageState {
  const [en, es] = [textEn.trim() !== '', textEs.trim() !== ''];
  return en && es ? 'both' : en ? 'en_only' : es ? 'es_only' : 'none';
}

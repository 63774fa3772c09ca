import type { RollupCell } from '#features/rollups';
import type { Bilingual, Lang } from '#platform/http';
import {
  asText,
  both,
  codesOf,
  countsOf,
  numbersOf,
  numbersOfTexts,
  percentText,
  unitAfter,
} from './contradiction.figures.js';
import type { MayTell } from './reference.answers.js';
import type { ReferenceBook } from './reference.book.js';
import {
  isOneOf,
  isYear,
  names,
  numbersIn,
  plain,
  sentencesOf,
  shareOfCommitments,
  SPEAKS_OF_MEAN,
  type Sentence,
  type TypedNumber,
} from './typed-numbers.rules.js';

/** A number in a text that the snapshot gives otherwise. */
export interface Contradiction {
  from: number;
  to: number;
  source: string;
  why: Bilingual;
}

/** Figures of one unit beyond which a unit says nothing: "people" counts too many things. */
const MOST_OF_A_UNIT = 3;

/**
 * Numbers typed by hand that the snapshot gives otherwise. A sentence is looked at by itself. It speaks of
 * a fact or commitment when it names its code, of a mean when it says so beside a State or the region, of a coverage in
 * the form "n of N commitments", and of a figure when its unit follows the number and few figures of the State have that unit.
 * What it names in other words is not seen; docs/composing-reports.md tells both.
 * @param stateCode the State whose chapter the text is, where it names none
 */
export function contradictionsIn(
  text: string,
  lang: Lang,
  stateCode: string | null,
  book: ReferenceBook,
  mayTell: MayTell = () => true,
): Contradiction[] {
  const found = sentencesOf(text).flatMap((sentence) => {
    const looker = new Looker(sentence, lang, stateCode, book, mayTell);
    return [...looker.ofCodes(), ...looker.ofMeans(), ...looker.ofCoverage(), ...looker.ofUnits()];
  });
  return [...new Map(found.map((each) => [each.from, each])).values()].sort((a, b) => a.from - b.from);
}

class Looker {
  private readonly said: string;
  private readonly numbers: TypedNumber[];
  /** Numbers in words are looked at where the sentence says what they count. */
  private readonly withWords: TypedNumber[];
  private readonly states: string[];
  /** The sentence may be about the region, and its figures may be told. */
  private readonly region: boolean;

  constructor(
    private readonly sentence: Sentence,
    private readonly lang: Lang,
    home: string | null,
    private readonly book: ReferenceBook,
    private readonly mayTell: MayTell,
  ) {
    this.said = plain(sentence.text);
    this.numbers = numbersIn(sentence.text).filter((typed) => !isYear(typed));
    this.withWords = numbersIn(sentence.text, lang).filter((typed) => !isYear(typed));
    const named = book.index.states
      .filter(({ nameEn, nameEs }) => names(this.said, plain(lang === 'en' ? nameEn : nameEs)))
      .map(({ id }) => id);
    const meant = named.length > 0 || home === null ? named : [home];
    this.states = meant.filter(mayTell);
    this.region = meant.length === 0 && mayTell('');
  }

  /** Beside a code, every number must be one of that fact or commitment. */
  ofCodes(): Contradiction[] {
    const { index } = this.book;
    const told = (stateCode: string): boolean => this.mayTell(stateCode);
    const commitments = index.commitments.filter((each) => told(each.stateCode) && this.names(each.code));
    const facts = [
      ...index.facts.filter((each) => each.code !== null && told(each.stateCode) && this.names(each.code)),
      ...commitments.flatMap(({ id }) => [...index.factsOf(id), ...index.otherFactsOf(id)]),
    ];
    if (facts.length + commitments.length === 0) return [];
    const figures = facts.flatMap((fact) => index.figuresOf(fact.id));
    const updates = commitments.flatMap(({ id }) => index.update(id) ?? []);
    const percents = updates.flatMap(({ percent }) => percent ?? []);
    const known = [
      ...facts.flatMap(({ textEn, textEs }) => numbersOfTexts(textEn, textEs)),
      ...updates.flatMap((update) => numbersOfTexts(update.narrativeEn, update.narrativeEs)),
      ...figures.flatMap(numbersOf),
      ...percents.map(Number),
    ];
    if (known.length === 0) return [];
    const says: Bilingual = both((lang) =>
      [
        ...figures.map((figure) => asText(figure, lang)),
        ...percents.map((percent) => percentText(Number(percent), lang)),
      ].join('; '),
    );
    return this.numbers
      .filter((typed) => !isOneOf(typed, known))
      .map((typed) => this.at(typed, codesOf(facts, commitments), says));
  }

  /** "The mean progress of Mexico is 48%." */
  ofMeans(): Contradiction[] {
    if (!SPEAKS_OF_MEAN[this.lang].test(this.said)) return [];
    const cells = this.cells();
    const means = cells.flatMap(({ meanPercent, weightedMeanPercent, meanOfStates }) =>
      [meanPercent, weightedMeanPercent, meanOfStates].filter((mean) => mean !== null),
    );
    if (means.length === 0) return [];
    const told = both((lang) =>
      [...new Set(means.map((mean) => percentText(Number(mean), lang)))].join('; '),
    );
    return this.withWords
      .filter((typed) => typed.percent && !isOneOf(typed, means.map(Number)))
      .map((typed) => this.at(typed, { en: 'the mean progress', es: 'el avance medio' }, told));
  }

  /** "5 of 17 commitments": both numbers must be counts of the snapshot, of one place. */
  ofCoverage(): Contradiction[] {
    const cells = this.cells();
    if (cells.length === 0) return [];
    return shareOfCommitments(this.sentence.text, this.withWords, this.lang).flatMap(({ n, all, source }) => {
      if (cells.some((cell) => isOneOf(all, [cell.commitments]) && isOneOf(n, countsOf(cell)))) return [];
      const told = both((lang) =>
        cells
          .slice(0, MOST_OF_A_UNIT)
          .map((cell) => `${cell.reported} ${lang === 'en' ? 'of' : 'de'} ${cell.commitments}`)
          .join('; '),
      );
      const typed = { source, from: n.from, to: n.from + source.length };
      return [this.at(typed, { en: 'commitments reported', es: 'compromisos informados' }, told)];
    });
  }

  /** "145,000 asylum applications", where few figures of the State count asylum applications. */
  ofUnits(): Contradiction[] {
    if (this.states.length === 0) return [];
    const facts = this.book.index.facts.filter((fact) => this.states.includes(fact.stateCode));
    const byUnit = Map.groupBy(
      facts.flatMap((fact) => this.book.index.figuresOf(fact.id)).filter(({ value }) => value !== null),
      (figure) => plain((this.lang === 'en' ? figure.unitEn : figure.unitEs) ?? ''),
    );
    return this.withWords.flatMap((typed) => {
      const unit = unitAfter(this.sentence.text, typed.to, byUnit.keys());
      const figures = unit === undefined ? [] : (byUnit.get(unit) ?? []);
      if (
        unit === undefined ||
        figures.length > MOST_OF_A_UNIT ||
        isOneOf(typed, figures.flatMap(numbersOf)) ||
        this.isApproved(typed, unit)
      )
        return [];
      const of = facts.filter(({ id }) => figures.some(({ factId }) => factId === id));
      return [
        this.at(
          typed,
          codesOf(of, []),
          both((lang) => figures.map((figure) => asText(figure, lang)).join('; ')),
        ),
      ];
    });
  }

  /** Whether an approved text of these States says the very same number of the unit: it may count others than the figures do. */
  private isApproved(typed: TypedNumber, unit: string): boolean {
    const { index } = this.book;
    const facts = index.facts.filter(({ stateCode }) => this.states.includes(stateCode));
    const updates = this.states
      .flatMap((state) => index.commitmentsOf(state))
      .flatMap(({ id }) => index.update(id) ?? []);
    const texts =
      this.lang === 'en'
        ? [...facts.map(({ textEn }) => textEn), ...updates.map(({ narrativeEn }) => narrativeEn)]
        : [...facts.map(({ textEs }) => textEs), ...updates.map(({ narrativeEs }) => narrativeEs)];
    return texts.some((text) =>
      numbersIn(text ?? '', this.lang).some(
        ({ values, to }) => isOneOf(typed, values) && unitAfter(text ?? '', to, [unit]) === unit,
      ),
    );
  }

  /** The cells of the places that the sentence names, with all of their areas. */
  private cells(): RollupCell[] {
    const region = this.region && (names(this.said, 'region') || names(this.said, 'regional'));
    return this.book.content.cells.filter(({ level, stateCode }) =>
      level === 'state' || level === 'state_area' ? this.states.includes(stateCode) : region,
    );
  }

  private names(code: string): boolean {
    return new RegExp(`(?<![\\w-])${code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(
      this.sentence.text.replace(/\{\{[^{}]*\}\}/g, ''),
    );
  }

  private at(
    typed: { source: string; from: number; to: number },
    of: Bilingual,
    told: Bilingual,
  ): Contradiction {
    return {
      source: typed.source,
      from: this.sentence.from + typed.from,
      to: this.sentence.from + typed.to,
      why: {
        en: `“${typed.source}” was typed by hand; of ${of.en} the snapshot says: ${told.en}.`,
        es: `«${typed.source}» se escribió a mano; de ${of.es} la instantánea dice: ${told.es}.`,
      },
    };
  }
}

import {
  Bool,
  type Bilingual,
  Instant,
  type Lang,
  LongText,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '#platform/http';
import {
  type Desk,
  DESKS,
  LANGUAGE_STATES,
  type LanguageState,
  PROBLEM_KINDS,
  type ProblemKind,
  SECTION_STATES,
  type SectionState,
} from './edition.vocabulary.js';

const PROSE = {
  max: 60_000,
  min: 0,
  description: 'Markdown with references such as {{rollup:MX.mean}}',
  example: 'Mexico reported on {{rollup:MX.coverage}} commitments.',
};

/** A sentence in both languages. */
export class Told implements Bilingual {
  @LongText({ example: 'No fact has the code “BZ24-99”.' })
  en: string;

  @LongText({ example: 'Ningún hecho tiene el código «BZ24-99».' })
  es: string;
}

export class SectionTextsBody {
  @LongText(PROSE)
  textEn: string;

  @LongText(PROSE)
  textEs: string;
}

export class SectionStateBody {
  @OneOf(['draft', 'returned', 'in_review', 'final'], {
    description: 'Hand it in, take it back, or (Secretariat) give it back with a note or say that it is done',
  })
  to: Exclude<SectionState, 'missing'>;

  @LongText({
    optional: true,
    max: 2_000,
    description: 'What is to be changed, for `returned`; its owners read it',
    example: 'Please name the months that the figures cover.',
  })
  note?: string | null;
}

export class SectionOwnerBody {
  @OneOf(DESKS)
  desk: Desk;

  @Text({ optional: true, max: 2, description: 'Of the desk `state`', example: 'MX' })
  stateCode?: string | null;

  @Text({ optional: true, max: 60, description: 'Of the desk `team`', example: 'jobs' })
  teamKey?: string | null;
}

export class TextProblemDto {
  @OneOf(PROBLEM_KINDS, {
    description:
      '`unresolved` (a reference that stands for nothing) and `untranslated` (a mark of a first draft) keep the report from being published; `contradiction`: a number typed by hand that the snapshot gives otherwise; `literal`: signs that are printed as they stand; `hidden`: a figure that is not public yet',
  })
  kind: ProblemKind;

  @OneOf(['en', 'es'])
  lang: Lang;

  @Whole({ description: 'Counted from 1', example: 3 })
  line: number;

  @Whole({ description: 'Counted from 1', example: 12 })
  column: number;

  @Whole({ description: 'From the beginning of the text, in UTF-16 units', example: 120 })
  from: number;

  @Whole({ example: 141 })
  to: number;

  @Text({ description: 'What stands there', example: '{{fact:BZ24-99}}' })
  source: string;

  @Nested(() => Told)
  why: Told;
}

export class SectionRowDto {
  @Text({ example: 'chapter-MX' })
  key: string;

  @Nested(() => Told)
  title: Told;

  @OneOf(DESKS)
  desk: Desk;

  @Text({ optional: true, example: 'MX' })
  stateCode: string | null;

  @Text({ optional: true, example: 'jobs' })
  teamKey: string | null;

  @OneOf(SECTION_STATES)
  state: SectionState;

  @LongText({
    optional: true,
    description: 'What the Secretariat asked to be changed, until the section is final',
    example: 'Please name the months that the figures cover.',
  })
  note: string | null;

  @OneOf(LANGUAGE_STATES)
  languages: LanguageState;

  @Whole({ description: 'Words in English; a reference is one', example: 412 })
  wordsEn: number;

  @Whole({ example: 455 })
  wordsEs: number;

  @Whole({ description: 'References that resolve to nothing', example: 0 })
  unresolved: number;

  @Whole({ description: 'Passages that a first draft marked as still in the other language', example: 0 })
  untranslated: number;

  @Whole({ description: 'Numbers typed by hand that the snapshot gives otherwise', example: 1 })
  contradictions: number;

  @Whole({ description: '0 until somebody writes', example: 4 })
  version: number;

  @Instant({ optional: true })
  updatedAt: string | null;

  @Text({ optional: true, description: 'Who wrote last' })
  updatedBy: string | null;

  @Bool()
  mayWrite: boolean;
}

export class SectionDto extends SectionRowDto {
  @LongText(PROSE)
  textEn: string;

  @LongText(PROSE)
  textEs: string;

  @Nested(() => TextProblemDto, { many: true, max: 1000 })
  problems: TextProblemDto[];
}

/** Where the figures come from. */
export class NumbersSourceDto {
  @Bool({
    description: 'There is no snapshot yet: these are the numbers as they are now, and they may change',
  })
  live: boolean;

  @Uuid({ optional: true })
  snapshotId: string | null;

  @Whole({ optional: true, example: 1 })
  snapshotNumber: number | null;
}

export class CompositionDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @OneOf(['annual', 'mid_year'])
  kind: 'annual' | 'mid_year';

  @Nested(() => NumbersSourceDto)
  numbers: NumbersSourceDto;

  @Bool({ description: 'Whether the caller prepares the edition: owners, states, publishing' })
  mayPrepare: boolean;

  @Nested(() => SectionRowDto, { many: true })
  sections: SectionRowDto[];
}

export class PreviewDto {
  @Nested(() => NumbersSourceDto)
  numbers: NumbersSourceDto;

  @LongText({
    ...PROSE,
    description: 'Markdown with the figures in place of the references',
    example: 'Mexico reported on 8 of 17 commitments.',
  })
  textEn: string;

  @LongText({
    ...PROSE,
    description: 'The same in Spanish',
    example: 'México informó sobre 8 de 17 compromisos.',
  })
  textEs: string;

  @Nested(() => TextProblemDto, { many: true, max: 1000 })
  problems: TextProblemDto[];
}

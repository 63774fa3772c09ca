import { Bool, Instant, LongText, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import { CHECKS, type CheckKey } from './finding.content.js';
import { FINDING_ANSWERS, type FindingAnswerKind } from './quality.vocabulary.js';

/** What somebody answers to a finding, in English or Spanish or both. */
export class AnswerFinding {
  @OneOf(FINDING_ANSWERS, {
    description:
      '`confirmed`: it is so as it stands; `corrected`: the figure was or will be put right; `explained`: it only looks wrong, and why',
    example: 'explained',
  })
  answer: FindingAnswerKind;

  @LongText({
    optional: true,
    max: 2000,
    example: 'The total includes ten people whose sex was not recorded.',
  })
  textEn?: string | null;

  @LongText({
    optional: true,
    max: 2000,
    example: 'El total incluye a diez personas cuyo sexo no se registró.',
  })
  textEs?: string | null;
}

export class FindingAnswerView {
  @OneOf(FINDING_ANSWERS, { example: 'explained' })
  answer: FindingAnswerKind;

  @LongText({ optional: true })
  textEn: string | null;

  @LongText({ optional: true })
  textEs: string | null;

  @Text({ optional: true, example: 'Ana Pérez' })
  authorName: string | null;

  @Instant()
  at: string;
}

/** Something odd that a check found: it blocks nothing, it asks for an answer. */
export class FindingDto {
  @Text({
    description: 'Names the finding for as long as it stands on the same words and numbers',
    example: '0f3c5d0b9a3de1f27a55c0e84b19c6d1',
  })
  fingerprint: string;

  @OneOf(CHECKS, { example: 'parts_and_total' })
  check: CheckKey;

  @Text({ example: 'Parts and total' })
  titleEn: string;

  @Text({ example: 'Partes y total' })
  titleEs: string;

  @LongText({ example: 'The parts (sex and age) add up to 322; the total is 332.' })
  detailEn: string;

  @LongText({ example: 'Las partes (sexo y edad) suman 322; el total es 332.' })
  detailEs: string;

  @Text({ description: 'The field that it is about', example: 'disaggregation' })
  field: string;

  @Text({
    optional: true,
    description: 'The figure as people read it',
    max: 500,
    example: '332 people (2024)',
  })
  figureEn: string | null;

  @Text({ optional: true, max: 500, example: '332 personas (2024)' })
  figureEs: string | null;

  @Uuid({ optional: true, description: 'Null when it is about a text' })
  figureId: string | null;

  @Uuid({ optional: true })
  factId: string | null;

  @Text({ optional: true, example: 'HN24-09' })
  factCode: string | null;

  @Uuid({ optional: true, description: 'Null for a fact that stands free' })
  updateId: string | null;

  @Uuid({ optional: true })
  commitmentId: string | null;

  @Text({ optional: true, description: 'Code of the commitment', example: 'HN-32' })
  code: string | null;

  @Text({ example: 'HN' })
  stateCode: string;

  @Nested(() => FindingAnswerView, {
    optional: true,
    description: 'The latest answer to exactly this finding',
  })
  answer: FindingAnswerView | null;

  @Bool({ description: 'Whether the reader may answer it now' })
  mayAnswer: boolean;
}

/** What was put right after a finding, which is gone for that reason. */
export class CorrectionDto extends FindingAnswerView {
  @Text({ example: 'HN' })
  stateCode: string;

  @Text({ optional: true, example: 'HN24-09' })
  about: string | null;

  @LongText({ example: 'The parts (sex and age) add up to 322; the total is 332.' })
  foundEn: string;

  @LongText({ example: 'Las partes (sexo y edad) suman 322; el total es 332.' })
  foundEs: string;
}

export class CycleFindings {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ description: 'Findings that stand', example: 6 })
  total: number;

  @Whole({ description: 'Of these, how many were answered', example: 2 })
  answered: number;

  @Nested(() => FindingDto, { many: true })
  findings: FindingDto[];

  @Nested(() => CorrectionDto, { many: true })
  corrections: CorrectionDto[];
}

export class FindingsQuery {
  @Text({
    optional: true,
    max: 2,
    pattern: [/^[A-Z]{2}$/, 'HN'],
    example: 'HN',
    description: 'One State only',
  })
  state?: string;
}

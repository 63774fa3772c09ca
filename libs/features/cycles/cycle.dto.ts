import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { DateOnly, Instant, LongText, Nested, OneOf, Text, Uuid, Whole } from '#platform/http';
import {
  CYCLE_KINDS,
  CYCLE_STATES,
  type CycleKind,
  type CycleState,
  EXPLANATION_KINDS,
  type ExplanationKind,
  MESSAGE_KINDS,
  type MessageKind,
  SUBMISSION_STATES,
  type SubmissionState,
} from './cycle.vocabulary.js';

/** The days of a cycle; each is a local day in every State's own time zone. */
export class CycleDays {
  @DateOnly({ description: 'First day of reported facts', example: '2024-01-01' })
  factsFrom: string;

  @DateOnly({ description: 'Last day of reported facts', example: '2024-12-31' })
  factsTo: string;

  @DateOnly({ description: 'From this day updates are taken', example: '2024-10-01' })
  opensOn: string;

  @DateOnly({ description: 'Last day on which updates are in time', example: '2024-11-15' })
  dueOn: string;

  @DateOnly({ description: 'Last day of review', example: '2024-11-30' })
  reviewByOn: string;

  @DateOnly({ description: 'Last day on which anything is taken', example: '2024-12-15' })
  cutoffOn: string;

  @ApiProperty({
    type: [Number],
    required: false,
    description: 'Days before (negative) and after the due day on which reminders go out',
    example: [-30, -14, -7, -1, 0, 3, 7],
  })
  @IsOptional()
  @IsArray({ message: 'list' })
  @ArrayMaxSize(20, { message: 'list_max|20' })
  @IsInt({ each: true, message: 'whole' })
  @Min(-365, { each: true, message: 'at_least|-365' })
  @Max(365, { each: true, message: 'at_most|365' })
  reminderOffsets?: number[];

  @Whole({ min: 0, max: 23, optional: true, description: 'Local hour of reminders', example: 9 })
  reminderHour?: number;
}

export class CreateCycle extends CycleDays {
  @Whole({ min: 2018, max: 2100, example: 2024 })
  year: number;

  @OneOf(CYCLE_KINDS, { example: 'annual' })
  kind: CycleKind;
}

export class CycleDto extends CycleDays {
  @Uuid()
  id: string;

  @Text({ description: 'Name in addresses', example: '2024-annual' })
  key: string;

  @Whole({ example: 2024 })
  year: number;

  @OneOf(CYCLE_KINDS, { example: 'annual' })
  kind: CycleKind;

  @OneOf(CYCLE_STATES, { example: 'open' })
  state: CycleState;

  @Instant({ optional: true })
  openedAt: Date | null;

  @Instant({ optional: true })
  reviewStartedAt: Date | null;

  @Instant({ optional: true })
  endorsedAt: Date | null;

  @Instant({ optional: true })
  publishedAt: Date | null;

  @Whole({ example: 3 })
  version: number;
}

export class SubmissionNote {
  @LongText({
    optional: true,
    max: 4000,
    description: 'Word to the other side',
    example: 'All 33 commitments are approved or explained.',
  })
  note?: string | null;
}

/** A word in the exchange about a State's contribution. */
export class NewMessage {
  @OneOf(['question', 'answer'], { example: 'question' })
  kind: 'question' | 'answer';

  @LongText({ max: 4000, example: 'Which window do the school figures cover?' })
  text: string;
}

export class MessageDto {
  @Uuid()
  id: string;

  @Uuid({ optional: true })
  authorId: string | null;

  @Text({ example: 'Ana Pérez' })
  authorName: string;

  @Instant()
  at: Date;

  @OneOf(MESSAGE_KINDS)
  kind: MessageKind;

  @LongText({ example: 'Which window do the school figures cover?' })
  text: string;
}

export class SubmissionDto {
  @Uuid()
  id: string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @OneOf(SUBMISSION_STATES, { example: 'submitted' })
  state: SubmissionState;

  @Instant({ optional: true })
  submittedAt: Date | null;

  @Uuid({ optional: true })
  submittedBy: string | null;

  @Instant({ optional: true })
  decidedAt: Date | null;

  @Uuid({ optional: true })
  decidedBy: string | null;

  @LongText({ optional: true })
  note: string | null;

  @Whole({ example: 2 })
  version: number;

  @Nested(() => MessageDto, { many: true, description: 'Oldest first' })
  messages: MessageDto[];
}

/** Why a commitment has no update in this cycle, in at least one language. */
export class Explain {
  @OneOf(['no_change', 'not_assessed'], { example: 'not_assessed' })
  kind: 'no_change' | 'not_assessed';

  @LongText({ optional: true, max: 4000, example: 'The register was being rebuilt.' })
  textEn?: string | null;

  @LongText({ optional: true, max: 4000, example: 'El registro estaba en reconstrucción.' })
  textEs?: string | null;
}

export class Reopen {
  @LongText({
    max: 4000,
    description: 'Why this commitment must be written again',
    example: 'COMAR corrected its figure.',
  })
  reason: string;
}

export class ExplanationDto {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-07' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @OneOf(EXPLANATION_KINDS, { example: 'not_assessed' })
  kind: ExplanationKind;

  @LongText({ optional: true })
  textEn: string | null;

  @LongText({ optional: true })
  textEs: string | null;

  @Uuid({ optional: true })
  authorId: string | null;

  @Instant()
  at: Date;
}

export class ExplanationsQuery {
  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], description: 'State code', example: 'MX' })
  state?: string;
}

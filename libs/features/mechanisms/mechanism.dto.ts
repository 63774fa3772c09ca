import { DateOnly, LongText, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import {
  AGREEMENT_STATUSES,
  type AgreementStatus,
  DAY_PRECISIONS,
  type DayPrecision,
  MECHANISM_KINDS,
  type MechanismKind,
} from './mechanism.vocabulary.js';

const CODES = {
  most: 40,
  max: 10,
  example: ['MX-27'],
  description: 'Codes of commitments of the same State',
};

export class SessionContent {
  @DateOnly({
    description: 'With a coarser precision the first day of the month or year',
    example: '2024-09-01',
  })
  heldOn: string;

  @OneOf(DAY_PRECISIONS, { description: 'How much of the day is known', example: 'month' })
  dayPrecision: DayPrecision;

  @Text({ max: 500, example: 'Review of the regulations' })
  titleEn: string;

  @Text({ max: 500, example: 'Revisión del reglamento' })
  titleEs: string;

  @Text({ optional: true, max: 500, example: '18 institutions' })
  attendanceEn?: string | null;

  @Text({ optional: true, max: 500, example: '18 instituciones' })
  attendanceEs?: string | null;

  @Text({ optional: true, max: 500, example: 'MIRPS Annual Report 2024' })
  source?: string | null;

  @TextList(CODES)
  commitments: string[];
}

export class AgreementContent {
  @Whole({
    optional: true,
    min: 1,
    description: 'Place of its session in `sessions`, from 1; absent: agreed otherwise',
    example: 1,
  })
  session?: number | null;

  @LongText({ max: 2000, example: 'Publish the regulations' })
  textEn: string;

  @LongText({ max: 2000, example: 'Publicar el reglamento' })
  textEs: string;

  @DateOnly({ optional: true })
  dueOn?: string | null;

  @OneOf(AGREEMENT_STATUSES, { example: 'in_progress' })
  status: AgreementStatus;

  @Text({ optional: true, max: 500, example: 'MIRPS Annual Report 2024' })
  source?: string | null;

  @TextList(CODES)
  commitments: string[];
}

/** A mechanism as it is written, whole. */
export class MechanismBody {
  @OneOf(MECHANISM_KINDS, { example: 'roundtable' })
  kind: MechanismKind;

  @Text({ max: 300, example: 'Roundtable on Refuge' })
  nameEn: string;

  @Text({ max: 300, example: 'Mesa sobre Refugio' })
  nameEs: string;

  @LongText({ optional: true, max: 2000 })
  mandateEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  mandateEs?: string | null;

  @Text({
    optional: true,
    max: 300,
    description: 'Who chairs it; absent: no source names anybody',
    example: 'SEGOB',
  })
  chairEn?: string | null;

  @Text({ optional: true, max: 300, example: 'SEGOB' })
  chairEs?: string | null;

  @Text({ optional: true, max: 300, example: 'COMAR' })
  secretariatEn?: string | null;

  @Text({ optional: true, max: 300, example: 'COMAR' })
  secretariatEs?: string | null;

  @Text({
    optional: true,
    max: 80,
    description: 'Key of the mechanism that it reports to',
    example: 'MX:ROUNDTABLE',
  })
  partOf?: string | null;

  @Whole({ optional: true, min: 1900, max: 2100, example: 2020 })
  sinceYear?: number | null;

  @LongText({ optional: true, max: 2000 })
  noteEn?: string | null;

  @LongText({ optional: true, max: 2000 })
  noteEs?: string | null;

  @TextList({
    max: 500,
    most: 20,
    description: 'Where this comes from; at least one',
    example: ['MIRPS Annual Report 2024'],
  })
  sources: string[];

  @TextList({ most: 100, max: 80, description: 'Keys of institutions', example: ['MX:COMAR'] })
  members: string[];

  @Nested(() => SessionContent, { many: true, max: 200 })
  sessions: SessionContent[];

  @Nested(() => AgreementContent, { many: true, max: 500 })
  agreements: AgreementContent[];
}

export class CreateMechanism extends MechanismBody {
  @Text({
    max: 80,
    pattern: [/^[A-Z]{2}:[A-Z0-9_-]+$/, 'MX:ROUNDTABLE'],
    example: 'MX:ROUNDTABLE',
    description: 'A fixed name that begins with the State’s code',
  })
  key: string;
}

export class MechanismView extends CreateMechanism {
  @Uuid()
  id: string;

  @Text({ max: 2, example: 'MX' })
  stateCode: string;

  @Whole({ example: 1 })
  version: number;
}

/** A mechanism as lists show it. */
export class MechanismSummary {
  @Uuid()
  id: string;

  @Text({ example: 'MX:ROUNDTABLE' })
  key: string;

  @Text({ max: 2, example: 'MX' })
  stateCode: string;

  @OneOf(MECHANISM_KINDS)
  kind: MechanismKind;

  @Text({ example: 'Roundtable on Refuge' })
  nameEn: string;

  @Text({ example: 'Mesa sobre Refugio' })
  nameEs: string;

  @Text({ optional: true })
  chairEn: string | null;

  @Text({ optional: true })
  chairEs: string | null;

  @Text({ optional: true, example: 'MX:ROUNDTABLE' })
  partOf: string | null;

  @Whole({ example: 4 })
  members: number;

  @Whole({ example: 1 })
  sessions: number;

  @Whole({ example: 0 })
  agreements: number;
}

export class MechanismsQuery {
  @Text({ optional: true, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  state?: string;

  @OneOf(MECHANISM_KINDS, { optional: true })
  kind?: MechanismKind;

  @Uuid({ optional: true, description: 'Only those whose sessions or agreements deal with this commitment' })
  commitment?: string;
}

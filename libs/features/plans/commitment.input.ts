import { PartialType } from '@nestjs/swagger';
import {
  Bool,
  DateOnly,
  LongText,
  Nested,
  Num,
  OneOf,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import {
  INSTITUTION_ROLES,
  type InstitutionRole,
  PRIORITIES,
  type Priority,
  ROLE_BASES,
  type RoleBasis,
} from './plan.vocabulary.js';

export class MilestoneInput {
  @Text({ max: 300, example: 'Protocol signed' })
  titleEn: string;

  @Text({ max: 300, example: 'Protocolo firmado' })
  titleEs: string;

  @Num({
    optional: true,
    min: 0.001,
    max: 999_999,
    description: 'Relative to the other milestones; 1 when left out',
    example: 1,
  })
  weight?: number | null;

  @DateOnly({ optional: true })
  dueOn?: string | null;
}

export class CommitmentInstitutionInput {
  @Text({ max: 64, example: 'MX:COMAR' })
  key: string;

  @OneOf(INSTITUTION_ROLES)
  role: InstitutionRole;

  @OneOf(ROLE_BASES, {
    optional: true,
    description: 'Whether the plan names it in this role or somebody concluded it',
  })
  basis?: RoleBasis | null;

  @Text({ optional: true, max: 500, description: 'Why it was inferred', example: 'it runs the stations' })
  basisNoteEn?: string | null;

  @Text({ optional: true, max: 500, example: 'administra las estaciones' })
  basisNoteEs?: string | null;
}

export class CommitmentInput {
  @Text({
    optional: true,
    max: 8,
    description: 'Commitment that this one continues; left out for a new one',
    example: 'MX-05',
  })
  code?: string | null;

  @Text({ max: 60, example: 'protection' })
  areaKey: string;

  @Text({ max: 300, example: 'Follow-up visits to immigration stations' })
  titleEn: string;

  @Text({ max: 300, example: 'Visitas de seguimiento a estaciones migratorias' })
  titleEs: string;

  @LongText({ optional: true, max: 4000 })
  summaryEn?: string | null;

  @LongText({ optional: true, max: 4000 })
  summaryEs?: string | null;

  @Text({
    optional: true,
    max: 100,
    description: 'What the State does, in the plan’s own verbs',
    example: 'continue',
  })
  actionMode?: string | null;

  @TextList({ optional: true, max: 100, most: 40, example: ['asylum_seekers'] })
  targetGroups?: string[];

  @DateOnly({ optional: true })
  startsOn?: string | null;

  @DateOnly({ optional: true, example: '2026-12-31', description: 'Not with `continuous`' })
  dueOn?: string | null;

  @Bool({ optional: true, description: 'Goes on without an end', example: false })
  continuous?: boolean;

  @OneOf(PRIORITIES, { optional: true, example: 'normal' })
  priority?: Priority;

  @Num({
    optional: true,
    min: 0.001,
    max: 999_999,
    description: 'Relative to the other commitments; null in all: equal',
    example: 1,
  })
  weight?: number | null;

  @Nested(() => CommitmentInstitutionInput, { many: true, optional: true, max: 60 })
  institutions?: CommitmentInstitutionInput[];

  @Nested(() => MilestoneInput, { many: true, optional: true, max: 60 })
  milestones?: MilestoneInput[];
}

export class NewCommitment extends CommitmentInput {
  @Whole({ optional: true, min: 1, max: 10_000, description: 'Its place; last when left out', example: 5 })
  number?: number;
}

/** What is left out stays as it is; lists are replaced whole. */
export class CommitmentChange extends PartialType(CommitmentInput) {}

export class CommitmentOrder {
  @TextList({
    max: 36,
    most: 1000,
    description: 'All version ids of the plan, in the new order',
    example: ['0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11'],
  })
  versionIds: string[];
}

export class CommitmentsQuery extends PageQuery {
  @Text({ optional: true, min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'], example: 'MX' })
  state?: string;

  @Text({
    optional: true,
    max: 60,
    description: 'Area; a shared one also finds States’ own areas that map to it',
    example: 'protection',
  })
  area?: string;

  @Text({
    optional: true,
    max: 100,
    description: 'Part of the code, a title or a summary',
    example: 'school',
  })
  q?: string;
}

export class FocalPointInput {
  @Uuid({ description: 'Who reports on the commitment' })
  userId: string;

  @DateOnly({ optional: true, description: 'Today in the State when left out' })
  fromOn?: string;
}

export class FocalPointEnd {
  @DateOnly({ optional: true, description: 'First day without; today in the State when left out' })
  toOn?: string;
}

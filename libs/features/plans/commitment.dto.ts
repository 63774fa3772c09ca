import { Bool, DateOnly, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { CommitmentInput, CommitmentInstitutionInput, MilestoneInput } from './commitment.input.js';
import { PLAN_STATUSES, type PlanStatus, PRIORITIES, type Priority } from './plan.vocabulary.js';

export class CommitmentInstitutionDto extends CommitmentInstitutionInput {
  @Uuid()
  id: string;

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text({ example: 'Mexican Commission for Refugee Assistance' })
  nameEn: string;

  @Text({ example: 'Comisión Mexicana de Ayuda a Refugiados' })
  nameEs: string;
}

export class MilestoneDto extends MilestoneInput {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  position: number;
}

/** A commitment in the words of one plan version. */
export class CommitmentDto extends CommitmentInput {
  @Uuid({ description: 'The commitment itself, the same in every plan version' })
  commitmentId: string;

  @Uuid({ description: 'What this plan version says of it' })
  versionId: string;

  @Uuid()
  planId: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Text({ example: 'MX-01' })
  override code: string;

  @Whole({ example: 1 })
  number: number;

  @TextList({ most: 40, example: ['asylum_seekers'] })
  override targetGroups: string[];

  @Bool({ example: false, description: 'Goes on without an end' })
  override continuous: boolean;

  @OneOf(PRIORITIES, { example: 'normal' })
  override priority: Priority;

  @Nested(() => CommitmentInstitutionDto, { many: true })
  override institutions: CommitmentInstitutionDto[];

  @Nested(() => MilestoneDto, { many: true })
  override milestones: MilestoneDto[];
}

/** The answer to an edit: the commitment, with the plan's new version as ETag. */
export class EditedCommitmentDto extends CommitmentDto {
  @Whole({ example: 5, description: 'Version of the plan' })
  version: number;
}

/** A commitment as one of its plan versions puts it. */
export class CommitmentVersionDto extends CommitmentDto {
  @Whole({ example: 1 })
  planVersionNumber: number;

  @OneOf(PLAN_STATUSES)
  planStatus: PlanStatus;

  @DateOnly({ optional: true })
  adoptedOn: string | null;
}

export class FocalPointDto {
  @Uuid()
  id: string;

  @Uuid()
  userId: string;

  @Text({ example: 'Ana Pérez' })
  name: string;

  @DateOnly()
  fromOn: string;

  @DateOnly({ optional: true, description: 'First day without; null: until further notice' })
  toOn: string | null;
}

/** A commitment through all plan versions that the reader may see. */
export class CommitmentHistoryDto {
  @Uuid()
  id: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Nested(() => CommitmentVersionDto, { many: true, description: 'Newest plan version first' })
  versions: CommitmentVersionDto[];

  @Nested(() => FocalPointDto, { many: true, description: 'Empty for readers from outside of the State' })
  focalPoints: FocalPointDto[];
}

import {
  Bool,
  DateOnly,
  Instant,
  LongText,
  Nested,
  Num,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform/http';
import { STAGES, type Stage } from '#features/progress';
import {
  FORUM_KINDS,
  INFERABLE,
  type Inferable,
  type ForumKind,
  PLEDGE_FORMS,
  PLEDGE_STAGES,
  PLEDGE_TYPES,
  type PledgeForm,
  type PledgeStage,
  type PledgeType,
  STAGE_BASES,
  type StageBasis,
} from './pledge.vocabulary.js';

import { TEAM } from './pledge.input.js';

export class PledgeSummaryDto {
  @Uuid()
  id: string;

  @Text({ example: 'GRF2023-P1' })
  key: string;

  @Text({ example: 'grf-2023' })
  forum: string;

  @OneOf(PLEDGE_FORMS, { example: 'multi_stakeholder' })
  form: PledgeForm;

  @Text({ example: 'Asylum systems' })
  titleEn: string;

  @Text({ example: 'Sistemas de asilo' })
  titleEs: string;

  @Text({ optional: true, example: 'MX' })
  submitterState: string | null;

  @Text({ optional: true, example: 'REG:UNHCR' })
  submitterInstitution: string | null;

  @Text({ ...TEAM, optional: true })
  team: string | null;

  @TextList({ example: ['protection'] })
  areas: string[];

  @OneOf(PLEDGE_STAGES, { optional: true, description: 'In effect; null: no update', example: 'in_progress' })
  stage: PledgeStage | null;

  @OneOf(STAGE_BASES, { example: 'derived' })
  stageBasis: StageBasis;

  @OneOf(PLEDGE_STAGES, {
    optional: true,
    description: 'What the linked commitments say',
    example: 'in_progress',
  })
  derivedStage: PledgeStage | null;

  @Whole({ example: 4, description: 'Linked commitments' })
  commitments: number;

  @Whole({ example: 3, description: 'Linked commitments with an approved update that the reader may see' })
  reported: number;

  @DateOnly({ optional: true, description: 'Day of which the update in force tells' })
  updatedAsOf: string | null;

  @Whole({ example: 1 })
  version: number;
}

export class PledgeCommitmentDto {
  @Uuid()
  id: string;

  @Text({ example: 'MX-02' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Text({ optional: true, example: 'First-level health care' })
  titleEn: string | null;

  @Text({ optional: true, example: 'Atención de primer nivel' })
  titleEs: string | null;

  @OneOf(STAGES, { optional: true, description: 'Of its latest approved update; null: not reported' })
  stage: Stage | null;
}

export class PledgeUpdateDto {
  @Uuid()
  id: string;

  @Whole({ example: 1 })
  number: number;

  @OneOf(PLEDGE_STAGES, {
    optional: true,
    description: 'Null: follows the commitments',
    example: 'fulfilled',
  })
  statedStage: PledgeStage | null;

  @LongText({ optional: true })
  reason: string | null;

  @OneOf(PLEDGE_STAGES, {
    optional: true,
    description: 'What the commitments gave then',
    example: 'planning',
  })
  derivedStage: PledgeStage | null;

  @LongText({ optional: true })
  accountEn: string | null;

  @LongText({ optional: true })
  accountEs: string | null;

  @DateOnly()
  asOf: string;

  @TextList()
  sources: string[];

  @Text({ optional: true, description: 'Who gave it, for those who are signed in', example: 'Sofía' })
  author: string | null;

  @Instant()
  createdAt: string;

  @Instant({ optional: true, description: 'Null: in force' })
  supersededAt: string | null;
}

export class PledgeDto extends PledgeSummaryDto {
  @TextList({ words: PLEDGE_TYPES, example: ['technical'] })
  types: PledgeType[];

  @LongText({ optional: true })
  descriptionEn: string | null;

  @LongText({ optional: true })
  descriptionEs: string | null;

  @Text({ optional: true, example: 'Asylum Capacity Strengthening' })
  linkedGlobalPledgeEn: string | null;

  @Text({ optional: true, example: 'Fortalecimiento de la capacidad de asilo' })
  linkedGlobalPledgeEs: string | null;

  @TextList({ max: 500, example: ['MIRPS Annual Report 2024'] })
  sources: string[];

  @TextList({
    words: INFERABLE,
    description: 'Fields that no source states: somebody concluded them',
    example: ['areas'],
  })
  inferred: Inferable[];

  @Bool({ description: 'Whether the reader may change it and give it an update' })
  mayWrite: boolean;

  @Nested(() => PledgeCommitmentDto, { many: true })
  linkedCommitments: PledgeCommitmentDto[];

  @Nested(() => PledgeUpdateDto, { many: true, description: 'The one in force first, then those before it' })
  updates: PledgeUpdateDto[];
}

export class PledgeForumDto {
  @Text({ example: 'grf-2023' })
  key: string;

  @OneOf(FORUM_KINDS)
  kind: ForumKind;

  @Whole({ example: 2023 })
  year: number;

  @Text({ example: 'Global Refugee Forum 2023' })
  nameEn: string;

  @Text({ example: 'Foro Mundial sobre los Refugiados 2023' })
  nameEs: string;
}

/** Shares of all pledges of the row, in percent with one decimal. */
export class PledgeSharesDto {
  @Num({ example: 25 })
  planning: number;

  @Num({ example: 50 })
  inProgress: number;

  @Num({ example: 0 })
  fulfilled: number;

  @Num({ example: 25 })
  noUpdate: number;
}

export class PledgeDashboardRowDto {
  @OneOf(['all', 'area', 'no_area'], {
    description: 'A pledge of two areas counts in both, and once in `all`',
  })
  scope: 'all' | 'area' | 'no_area';

  @Text({ optional: true, example: 'protection' })
  areaKey: string | null;

  @Whole({ example: 4 })
  total: number;

  @Whole({ example: 1 })
  planning: number;

  @Whole({ example: 2 })
  inProgress: number;

  @Whole({ example: 0 })
  fulfilled: number;

  @Whole({ example: 1, description: 'No update: nothing stated, nothing derived' })
  noUpdate: number;

  @Nested(() => PledgeSharesDto, { optional: true, description: 'Null when there are no pledges' })
  shares: PledgeSharesDto | null;
}

import {
  DateOnly,
  Instant,
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
import { STAGES, type Stage } from '#features/progress';
import {
  FORUM_KINDS,
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

const STATE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
const TEAM = { max: 20, example: 'RTT-RA', description: 'The Regional Technical Team that carries it' };

/** What a person writes of a pledge; lists are replaced whole. */
export class PledgeInput {
  @Text({ max: 40, pattern: [/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/, 'GRF2023-P1'], example: 'GRF2023-P1' })
  key: string;

  @Text({ max: 40, example: 'grf-2023', description: 'Where it was made: a key of GET /api/pledges/forums' })
  forum: string;

  @OneOf(PLEDGE_FORMS, { example: 'multi_stakeholder' })
  form: PledgeForm;

  @TextList({ optional: true, words: PLEDGE_TYPES, example: ['technical'] })
  types?: PledgeType[];

  @Text({ max: 300, example: 'Asylum systems' })
  titleEn: string;

  @Text({ max: 300, example: 'Sistemas de asilo' })
  titleEs: string;

  @LongText({ optional: true })
  descriptionEn?: string | null;

  @LongText({ optional: true })
  descriptionEs?: string | null;

  @Text({
    ...STATE,
    optional: true,
    description: 'The State that submitted it; not with `submitterInstitution`',
  })
  submitterState?: string | null;

  @Text({
    optional: true,
    max: 70,
    example: 'REG:UNHCR',
    description: 'Key of the institution that submitted it',
  })
  submitterInstitution?: string | null;

  @Text({ ...TEAM, optional: true })
  team?: string | null;

  @Text({ optional: true, max: 300, example: 'Asylum Capacity Strengthening' })
  linkedGlobalPledgeEn?: string | null;

  @Text({ optional: true, max: 300, example: 'Fortalecimiento de la capacidad de asilo' })
  linkedGlobalPledgeEs?: string | null;

  @TextList({
    optional: true,
    max: 60,
    most: 20,
    description: 'Areas of focus, by key',
    example: ['protection'],
  })
  areas?: string[];

  @TextList({
    optional: true,
    max: 8,
    most: 300,
    description: 'Codes of the commitments that carry it out',
    example: ['MX-02'],
  })
  commitments?: string[];

  @TextList({ optional: true, max: 500, most: 30, example: ['MIRPS Annual Report 2024'] })
  sources?: string[];
}

/** A new update; it takes the place of the one in force. */
export class PledgeUpdateInput {
  @OneOf(PLEDGE_STAGES, {
    optional: true,
    description: 'Left out, or the same as derived: the pledge follows its commitments',
    example: 'in_progress',
  })
  stage?: PledgeStage | null;

  @LongText({
    optional: true,
    max: 2000,
    description: 'Needed when `stage` is not what the linked commitments say',
    example: 'The law is in force; the commitments tell only of its register.',
  })
  reason?: string | null;

  @LongText({
    optional: true,
    description: 'Short account for the Forum',
    example: 'Two rounds of training.',
  })
  accountEn?: string | null;

  @LongText({ optional: true, example: 'Dos rondas de formación.' })
  accountEs?: string | null;

  @DateOnly({ optional: true, description: 'The day of which it tells; today when left out' })
  asOf?: string | null;

  @TextList({ optional: true, max: 500, most: 30 })
  sources?: string[];
}

export class PledgesQuery extends PageQuery {
  @Text({ optional: true, max: 40, example: 'grf-2023' })
  forum?: string;

  @OneOf(PLEDGE_FORMS, { optional: true, example: 'multi_stakeholder' })
  form?: PledgeForm;

  @Text({ ...STATE, optional: true, description: 'Submitted by this State or an institution of it' })
  state?: string;

  @Text({ optional: true, max: 60, description: 'Area of focus', example: 'protection' })
  area?: string;

  @Text({ ...TEAM, optional: true })
  team?: string;

  @OneOf([...PLEDGE_STAGES, 'no_update'], {
    optional: true,
    description: 'Stage in effect',
    example: 'planning',
  })
  stage?: PledgeStage | 'no_update';

  @Uuid({ optional: true, description: 'Pledges that this commitment carries out' })
  commitment?: string;

  @Text({ optional: true, max: 100, description: 'Part of the key or a title', example: 'asylum' })
  q?: string;
}

export class PledgeDashboardQuery {
  @Text({ optional: true, max: 40, example: 'grf-2023' })
  forum?: string;
}

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

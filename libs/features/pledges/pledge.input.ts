import { DateOnly, LongText, OneOf, PageQuery, Text, TextList, Uuid } from '#platform/http';
import {
  INFERABLE,
  type Inferable,
  PLEDGE_FORMS,
  PLEDGE_STAGES,
  PLEDGE_TYPES,
  type PledgeForm,
  type PledgeStage,
  type PledgeType,
} from './pledge.vocabulary.js';

export const STATE = { min: 2, max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
export const TEAM = {
  max: 20,
  example: 'RTT-RA',
  description: 'The Regional Technical Team that carries it',
};

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

  @TextList({
    optional: true,
    words: INFERABLE,
    description: 'Fields that no source states: somebody concluded them',
    example: ['areas'],
  })
  inferred?: Inferable[];

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

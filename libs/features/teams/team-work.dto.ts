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
import { SOURCES, TEAM_KEY, YEAR } from './team.dto.js';
import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  TEAM_DATE_PRECISIONS,
  type TeamDatePrecision,
} from './team.vocabulary.js';

/** A day or span as far as it is known. */
export class TeamDateDto {
  @DateOnly({
    optional: true,
    description: 'With precision month or year: the first day of it',
    example: '2024-10-15',
  })
  startsOn?: string | null;

  @OneOf(TEAM_DATE_PRECISIONS, { example: 'day' })
  datePrecision: TeamDatePrecision;

  @DateOnly({ optional: true, description: 'Last day, included', example: '2024-10-16' })
  endsOn?: string | null;
}

export class TeamActivityInput extends TeamDateDto {
  @LongText({ max: 2000, example: 'Technical meeting with refugee commissions of the Americas' })
  textEn: string;

  @LongText({ max: 2000, example: 'Reunión técnica con comisiones de refugio de las Américas' })
  textEs: string;

  @LongText({ optional: true, max: 2000, example: 'Meeting held; to be repeated' })
  outputEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'Reunión celebrada; se repetirá' })
  outputEs?: string | null;

  @Whole({ optional: true, min: 1, max: 1000, description: 'Place in the workplan; the last when left out' })
  position?: number;

  @TextList({
    optional: true,
    most: 50,
    max: 80,
    description: 'Keys of supporting institutions',
    example: ['REG:UNHCR'],
  })
  supportedBy?: string[];

  @TextList({
    optional: true,
    most: 100,
    max: 12,
    description: 'Codes of commitments of any State',
    example: ['MX-01', 'GT-04'],
  })
  commitments?: string[];

  @TextList({ optional: true, most: 100, max: 40, description: 'Keys of pledges', example: ['GRF2023-P1'] })
  pledges?: string[];

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];

  @OneOf(ACTIVITY_STATUSES, {
    optional: true,
    description:
      'Holds until an approved update names the activity; only from who reviews team updates. A team tells it in its update',
  })
  status?: ActivityStatus;

  @Bool({ optional: true, description: 'The source does not state the status', example: false })
  statusIllustrative?: boolean;
}

export class CreateTeamActivity extends TeamActivityInput {
  @Text(TEAM_KEY)
  teamKey: string;

  @Whole(YEAR)
  year: number;
}

export class ServedCommitment {
  @Uuid()
  id: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;
}

export class ServedPledge {
  @Uuid()
  id: string;

  @Text({ example: 'GRF2023-P1' })
  key: string;

  @Text({ example: 'Asylum procedures in the region' })
  titleEn: string;

  @Text({ example: 'Procedimientos de asilo en la región' })
  titleEs: string;
}

export class TeamActivityDto extends TeamDateDto {
  @Uuid()
  id: string;

  @Text(TEAM_KEY)
  teamKey: string;

  @Whole(YEAR)
  year: number;

  @Whole({ example: 1 })
  position: number;

  @LongText({ example: 'Technical meeting with refugee commissions of the Americas' })
  textEn: string;

  @LongText({ example: 'Reunión técnica con comisiones de refugio de las Américas' })
  textEs: string;

  @LongText({ optional: true })
  outputEn: string | null;

  @LongText({ optional: true })
  outputEs: string | null;

  @OneOf(ACTIVITY_STATUSES, { example: 'done' })
  status: ActivityStatus;

  @Bool({ description: 'The source does not state the status', example: false })
  statusIllustrative: boolean;

  @Num({ optional: true, description: '0 to 100 as reported; null: nobody said', example: 60 })
  percent: number | null;

  @Text({
    optional: true,
    description: 'The cycle whose approved update says so; null: none names the activity yet',
    example: '2024-annual',
  })
  statusCycle: string | null;

  @Bool({ description: 'False while that cycle waits for its publication', example: true })
  statusPublished: boolean;

  @TextList({ example: ['REG:UNHCR'] })
  supportedBy: string[];

  @Nested(() => ServedCommitment, { many: true })
  commitments: ServedCommitment[];

  @Nested(() => ServedPledge, { many: true })
  pledges: ServedPledge[];

  @TextList(SOURCES)
  sources: string[];

  @Whole({ example: 1 })
  version: number;
}

export class TeamActivitiesQuery extends PageQuery {
  @Text({ optional: true, ...TEAM_KEY })
  team?: string;

  @Whole({ optional: true, ...YEAR })
  year?: number;

  @OneOf(ACTIVITY_STATUSES, { optional: true, example: 'done' })
  status?: ActivityStatus;

  @Uuid({ optional: true, description: 'Activities that serve this commitment' })
  commitment?: string;

  @Uuid({ optional: true, description: 'Activities that serve this pledge' })
  pledge?: string;
}

import { DateOnly, LongText, Nested, OneOf, Text, TextList, Whole } from '#platform/http';
import {
  ADVISOR_ROLES,
  type AdvisorRole,
  LEAD_BASES,
  LEAD_KINDS,
  LEAD_PRECISIONS,
  type LeadBasis,
  type LeadKind,
  type LeadPrecision,
  MEMBER_KINDS,
  type MemberKind,
} from './team.vocabulary.js';

const STATE = { max: 2, pattern: [/^[A-Z]{2}$/, 'MX'] as [RegExp, string], example: 'MX' };
export const INSTITUTION = { max: 80, description: 'Key of the institution', example: 'REG:UNHCR' };
export const TEAM_KEY = {
  max: 10,
  pattern: [/^RTT-[A-Z]{2,6}$/, 'RTT-RA'] as [RegExp, string],
  example: 'RTT-RA',
};
export const YEAR = { min: 2017, max: 2100, example: 2024 };
export const SOURCES = {
  most: 20,
  max: 500,
  description: 'Documents or addresses that say so',
  example: ['MIRPS Annual Report 2024'],
};

/** One text in both languages. */
export class TeamText {
  @LongText({ max: 2000, example: 'Digital case management' })
  en: string;

  @LongText({ max: 2000, example: 'Gestión digital de casos' })
  es: string;
}

export class TeamLeadDto {
  @OneOf(LEAD_KINDS, { example: 'state' })
  kind: LeadKind;

  @Text(STATE)
  stateCode: string;

  @Text({ optional: true, ...INSTITUTION, example: 'MX:COMAR' })
  institutionKey?: string | null;

  @OneOf(LEAD_BASES, {
    optional: true,
    description: 'Whether the source names the institution; `named` when left out',
  })
  institutionBasis?: LeadBasis;

  @Text({ example: 'Mexico' })
  nameEn: string;

  @Text({ example: 'México' })
  nameEs: string;

  @DateOnly({ example: '2022-01-01' })
  fromOn: string;

  @OneOf(LEAD_PRECISIONS, { example: 'year' })
  fromPrecision: LeadPrecision;

  @DateOnly({
    optional: true,
    description: 'Last day that the sources tell of; left out while the lead goes on',
    example: '2024-12-31',
  })
  toOn?: string | null;

  @OneOf(LEAD_PRECISIONS, { optional: true, example: 'year' })
  toPrecision?: LeadPrecision | null;

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];
}

export class TeamMemberDto {
  @OneOf(MEMBER_KINDS, { example: 'city' })
  kind: MemberKind;

  @Text({ ...STATE, example: 'PA' })
  stateCode: string;

  @Text({ optional: true, description: 'Of a city', example: 'San Miguelito' })
  nameEn?: string | null;

  @Text({ optional: true, description: 'Of a city', example: 'San Miguelito' })
  nameEs?: string | null;

  @Whole({ optional: true, ...YEAR, description: 'Year in which it joined, if a source says so' })
  sinceYear?: number | null;
}

export class TeamAdvisorDto {
  @Text(INSTITUTION)
  institutionKey: string;

  @OneOf(ADVISOR_ROLES, { example: 'expert' })
  role: AdvisorRole;

  @Whole({ optional: true, ...YEAR, description: 'Year in which it joins, if a source says so' })
  sinceYear?: number | null;
}

/** A team whole: lists that are given replace those that there are. */
export class TeamInput {
  @Text({ example: 'Reception, Admission and Case Processing' })
  nameEn: string;

  @Text({ example: 'Recepción, Admisión y Tramitación de Casos' })
  nameEs: string;

  @Whole({ min: 1, max: 100, description: 'Place in lists', example: 1 })
  position: number;

  @Nested(() => TeamText, { many: true, max: 50, description: 'Theory of change: what shall come about' })
  results: TeamText[];

  @Nested(() => TeamText, {
    many: true,
    max: 50,
    description: 'Theory of change: what must be given for it',
  })
  conditions: TeamText[];

  @Nested(() => TeamLeadDto, { many: true, max: 100, description: 'Leads by period' })
  leads: TeamLeadDto[];

  @Nested(() => TeamMemberDto, { many: true, max: 300 })
  members: TeamMemberDto[];

  @Nested(() => TeamAdvisorDto, { many: true, max: 100 })
  advisors: TeamAdvisorDto[];

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];
}

export class CreateTeam extends TeamInput {
  @Text(TEAM_KEY)
  key: string;
}

export class TeamDto extends CreateTeam {
  declare sources: string[];

  @Whole({ example: 1 })
  version: number;
}

/** What a team sets out for a year. */
export class TeamYearInput {
  @LongText({ optional: true, max: 2000, example: 'Protection analysis by context' })
  objectiveEn?: string | null;

  @LongText({ optional: true, max: 2000, example: 'Análisis de protección por contexto' })
  objectiveEs?: string | null;

  @Nested(() => TeamText, { many: true, max: 50 })
  nextSteps: TeamText[];

  @Nested(() => TeamText, { many: true, max: 50, description: 'What a reader must know' })
  notes: TeamText[];

  @TextList({ optional: true, ...SOURCES })
  sources?: string[];
}

export class TeamYearDto extends TeamYearInput {
  @Text(TEAM_KEY)
  teamKey: string;

  @Whole(YEAR)
  year: number;

  declare sources: string[];

  @Whole({ description: '0 while nothing was written for the year', example: 1 })
  version: number;
}

/** Counts of activities by where they stand. */
export class TeamStatusCounts {
  @Whole({ example: 4 })
  activities: number;

  @Whole({ example: 0 })
  planned: number;

  @Whole({ example: 1 })
  inProgress: number;

  @Whole({ example: 3 })
  done: number;

  @Whole({ example: 0 })
  postponed: number;

  @Whole({ example: 0 })
  cancelled: number;
}

export class TeamLeadName {
  @OneOf(LEAD_KINDS, { example: 'state' })
  kind: LeadKind;

  @Text(STATE)
  stateCode: string;

  @Text({ example: 'Mexico' })
  nameEn: string;

  @Text({ example: 'México' })
  nameEs: string;
}

/** A team as the list of a year shows it. */
export class TeamSummary extends TeamStatusCounts {
  @Text(TEAM_KEY)
  key: string;

  @Text({ example: 'Reception, Admission and Case Processing' })
  nameEn: string;

  @Text({ example: 'Recepción, Admisión y Tramitación de Casos' })
  nameEs: string;

  @Nested(() => TeamLeadName, { many: true, description: 'Who leads in the year, as far as sources tell' })
  leads: TeamLeadName[];

  @Whole({ example: 7 })
  states: number;

  @Whole({ example: 0 })
  cities: number;
}

export class TeamsQuery {
  @Whole({
    optional: true,
    ...YEAR,
    description: 'Year of leads and workplans; the present one when left out',
  })
  year?: number;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution, State } from '#features/states';
import { sqlList } from '#platform/database';
import type { Bilingual } from '#platform/http';
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

/** A Regional Technical Team with its theory of change. */
@Entity('teams')
@Check('teams_key', `key ~ '^RTT-[A-Z]{2,6}$'`)
export class Team {
  /** `RTT-RA` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('int')
  position: number;

  /** Theory of change: what shall come about. */
  @Column('jsonb', { default: () => "'[]'" })
  results: Bilingual[];

  /** Theory of change: what must be given for it. */
  @Column('jsonb', { default: () => "'[]'" })
  conditions: Bilingual[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** Who leads a team in a period. Several at once share the lead. */
@Entity('team_leads')
@Index('team_leads_team_key', ['teamKey', 'fromOn'])
@Check('team_leads_kind', `kind IN (${sqlList(LEAD_KINDS)})`)
@Check('team_leads_basis', `institution_basis IN (${sqlList(LEAD_BASES)})`)
@Check(
  'team_leads_precision',
  `from_precision IN (${sqlList(LEAD_PRECISIONS)}) AND to_precision IN (${sqlList(LEAD_PRECISIONS)})`,
)
@Check('team_leads_period', '(to_on IS NULL) = (to_precision IS NULL) AND to_on >= from_on')
export class TeamLead {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team, { onDelete: 'CASCADE' })
  @Column('text')
  teamKey: string;

  @Column('text')
  kind: LeadKind;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  institutionId: string | null;

  @Column('text', { default: 'named' })
  institutionBasis: LeadBasis;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('date')
  fromOn: string;

  @Column('text')
  fromPrecision: LeadPrecision;

  /** Last day that the sources tell of, included; null while the lead goes on. */
  @Column('date', { nullable: true })
  toOn: string | null;

  @Column('text', { nullable: true })
  toPrecision: LeadPrecision | null;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];
}

/** A State or a city that belongs to a team. */
@Entity('team_members')
@Index('team_members_team_key', ['teamKey'])
@Check('team_members_kind', `kind IN (${sqlList(MEMBER_KINDS)})`)
@Check(
  'team_members_name',
  `(kind = 'city') = (name_en IS NOT NULL) AND (name_en IS NULL) = (name_es IS NULL)`,
)
export class TeamMember {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team, { onDelete: 'CASCADE' })
  @Column('text')
  teamKey: string;

  @Column('text')
  kind: MemberKind;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** Of a city; a State has its own name. */
  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('text', { nullable: true })
  nameEs: string | null;

  /** Year in which it joined; null when the sources do not say. */
  @Column('smallint', { nullable: true })
  sinceYear: number | null;

  @Column('int')
  position: number;
}

/** An institution that advises a team. */
@Entity('team_advisors')
@Check('team_advisors_role', `role IN (${sqlList(ADVISOR_ROLES)})`)
export class TeamAdvisor {
  @ForeignKey(() => Team, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  teamKey: string;

  @ForeignKey(() => Institution)
  @PrimaryColumn('uuid')
  institutionId: string;

  @PrimaryColumn('text')
  role: AdvisorRole;

  /** Year in which it joins; null when the sources do not say. */
  @Column('smallint', { nullable: true })
  sinceYear: number | null;

  @Column('int')
  position: number;
}

/** What a team sets out for a year. */
@Entity('team_years')
@Check('team_years_year', 'year BETWEEN 2017 AND 2100')
export class TeamYear {
  @ForeignKey(() => Team, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  teamKey: string;

  @PrimaryColumn('smallint')
  year: number;

  @Column('text', { nullable: true })
  objectiveEn: string | null;

  @Column('text', { nullable: true })
  objectiveEs: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  nextSteps: Bilingual[];

  @Column('jsonb', { default: () => "'[]'" })
  notes: Bilingual[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution, State } from '#features/states';
import type { Bilingual } from '#platform/http';
import { Team } from './team.entity.js';
import type { TeamDatePrecision } from './team.vocabulary.js';
import { DATED } from './team-work.entity.js';

/** A session of a team. */
@Entity('team_sessions')
@Index('team_sessions_team_year', ['teamKey', 'year', 'startsOn', 'id'])
@Check('team_sessions_year', 'year BETWEEN 2017 AND 2100')
@Check('team_sessions_dated', DATED)
export class TeamSession {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team)
  @Column('text')
  teamKey: string;

  @Column('smallint')
  year: number;

  @Column('date', { nullable: true })
  startsOn: string | null;

  @Column('text')
  datePrecision: TeamDatePrecision;

  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  placeEn: string | null;

  @Column('text', { nullable: true })
  placeEs: string | null;

  /** Its points in order. */
  @Column('jsonb', { default: () => "'[]'" })
  agenda: Bilingual[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** Who was at a session: a State, an institution, or whoever a name says. */
@Entity('team_session_attendees')
@Check(
  'team_session_attendees_who',
  '(name_en IS NULL) = (name_es IS NULL) AND num_nonnulls(state_code, institution_id, name_en) >= 1',
)
@Check('team_session_attendees_people', 'people > 0')
export class TeamSessionAttendee {
  @ForeignKey(() => TeamSession, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('int')
  position: number;

  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  institutionId: string | null;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('text', { nullable: true })
  nameEs: string | null;

  /** How many people came; null when nobody counted. */
  @Column('int', { nullable: true })
  people: number | null;
}

/** Something that a team made: a guide, a framework, a booklet. */
@Entity('team_products')
@Index('team_products_team_year', ['teamKey', 'year', 'position', 'id'])
@Check('team_products_year', 'year BETWEEN 2017 AND 2100')
@Check('team_products_url', `url ~ '^https?://'`)
@Check('team_products_file', 'num_nonnulls(storage_key, file_name, content_type, bytes, sha256) IN (0, 5)')
export class TeamProduct {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team)
  @Column('text')
  teamKey: string;

  @Column('smallint')
  year: number;

  @Column('int')
  position: number;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  url: string | null;

  /** Of the file that was uploaded, with the four columns that follow. */
  @Column('text', { nullable: true })
  storageKey: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  contentType: string | null;

  @Column('int', { nullable: true })
  bytes: number | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

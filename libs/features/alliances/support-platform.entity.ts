import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { MEMBER_KINDS, type MemberKind } from './alliance.vocabulary.js';

/** The Support Platform: one row, with its members and chairs beside it. */
@Entity('support_platform')
@Check('support_platform_single', 'id = 1')
@Check('support_platform_sources', 'cardinality(sources) > 0')
export class SupportPlatform {
  @PrimaryColumn('smallint')
  id: number;

  @Column('smallint')
  launched: number;

  @Column('jsonb')
  notes: Bilingual[];

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** A State or an organisation that belongs to the Support Platform, as far as sources tell since and until when. */
@Entity('platform_members')
@Check('platform_members_kind', `kind IN (${sqlList(MEMBER_KINDS)})`)
@Check('platform_members_period', 'until_year >= from_year')
export class PlatformMember {
  @PrimaryColumn('int')
  position: number;

  @Column('text')
  kind: MemberKind;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  /** First year for which a source names it; null: no source says. */
  @Column('smallint', { nullable: true })
  fromYear: number | null;

  /** Last year for which a source names it, of one that later lists leave out; null: it still belongs. */
  @Column('smallint', { nullable: true })
  untilYear: number | null;
}

/** Who chaired the Support Platform, and what it gave priority to. */
@Entity('platform_chairs')
@Check('platform_chairs_period', 'until_year >= from_year')
@Check('platform_chairs_sources', 'cardinality(sources) > 0')
export class PlatformChair {
  @PrimaryColumn('int')
  position: number;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('smallint')
  fromYear: number;

  /** Null: no source gives its end. */
  @Column('smallint', { nullable: true })
  untilYear: number | null;

  /** The period as exactly as the source words it. */
  @Column('text')
  periodEn: string;

  @Column('text')
  periodEs: string;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { nullable: true })
  priorityEn: string | null;

  @Column('text', { nullable: true })
  priorityEs: string | null;

  @Column('text', { array: true })
  sources: string[];
}

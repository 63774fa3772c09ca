import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bilingual } from '#platform/http';
import { sqlList } from '#platform/database';
import { FORUM_KINDS, type ForumKind } from './pledge.vocabulary.js';

/** An occasion where pledges were made, and how it follows them up. */
@Entity('pledge_forums')
@Check('pledge_forums_key', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('pledge_forums_kind', `kind IN (${sqlList(FORUM_KINDS)})`)
@Check('pledge_forums_year', 'year BETWEEN 2016 AND 2100')
export class PledgeForum {
  /** `grf-2023` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  kind: ForumKind;

  @Column('smallint')
  year: number;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  /** How a pledge is brought up to date. */
  @Column('text', { nullable: true })
  howUpdatedEn: string | null;

  @Column('text', { nullable: true })
  howUpdatedEs: string | null;

  /** What makes a good pledge, in the Forum's words. */
  @Column('jsonb', { default: () => "'[]'" })
  goodPledge: Bilingual[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];
}

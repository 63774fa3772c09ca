import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';
import { Commitment } from '#features/plans';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { STORY_STATUSES, type StoryStatus } from './story.vocabulary.js';

/** What the work means to one person, told with their recorded consent: without it the database lets nobody publish it. */
@Entity('stories')
@Index('stories_place', ['stateCode', 'year'])
@Check('stories_status', `status IN (${sqlList(STORY_STATUSES)})`)
@Check('stories_year', 'year BETWEEN 2017 AND 2100')
@Check(
  'stories_published_with_consent',
  `status <> 'published' OR (consent_on IS NOT NULL AND coalesce(consent_ref, '') <> '')`,
)
@Check(
  'stories_published_in_both_languages',
  `status <> 'published' OR (coalesce(text_en, '') <> '' AND coalesce(text_es, '') <> '' AND published_at IS NOT NULL)`,
)
export class Story {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** The year whose report tells it. */
  @Column('smallint')
  year: number;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  textEn: string | null;

  @Column('text', { nullable: true })
  textEs: string | null;

  /** As the story names the person; never the real name where it was changed. */
  @Column('text', { nullable: true })
  personName: string | null;

  @Column('boolean')
  nameChanged: boolean;

  /** Day on which the person consented. */
  @Column('date', { nullable: true })
  consentOn: string | null;

  /** Where the signed consent is kept. */
  @Column('text', { nullable: true })
  consentRef: string | null;

  @Index('stories_commitment')
  @ForeignKey(() => Commitment)
  @Column('uuid', { nullable: true })
  commitmentId: string | null;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { default: 'draft' })
  status: StoryStatus;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  publishedBy: string | null;

  /** When it was last taken back after it had been published; what was frozen before then shows it no more. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  updatedAt: Date;
}

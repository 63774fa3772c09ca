import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { Story } from './story.entity.js';
import { PEOPLE_SHOWN, type PeopleShown } from './story.vocabulary.js';

/** A picture of a story. Once the consent to it was taken back, nothing is left but that there was one. */
@Entity('story_photos')
@Index('story_photos_place', ['storyId', 'position'])
@Check('story_photos_people', `people IN (${sqlList(PEOPLE_SHOWN)})`)
@Check('story_photos_withdrawn_is_gone', '(withdrawn_at IS NULL) = (storage_key IS NOT NULL)')
export class StoryPhoto {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'story_photos_pkey' })
  id: string;

  @ForeignKey(() => Story, { name: 'story_photos_story_id_fkey' })
  @Column('uuid')
  storyId: string;

  @Column('smallint')
  position: number;

  /** Never told to anybody. */
  @Column('text', { nullable: true })
  storageKey: string | null;

  @Column('int')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('int')
  width: number;

  @Column('int')
  height: number;

  @Column('text', { nullable: true })
  altEn: string | null;

  @Column('text', { nullable: true })
  altEs: string | null;

  @Column('text', { nullable: true })
  captionEn: string | null;

  @Column('text', { nullable: true })
  captionEs: string | null;

  @Column('text', { nullable: true })
  credit: string | null;

  @Column('date', { nullable: true })
  takenOn: string | null;

  /** Null until somebody said so. */
  @Column('text', { nullable: true })
  people: PeopleShown | null;

  @Column('text', { nullable: true })
  consentBy: string | null;

  @Column('date', { nullable: true })
  consentOn: string | null;

  @Column('text', { nullable: true })
  consentUse: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  addedAt: Date;
}

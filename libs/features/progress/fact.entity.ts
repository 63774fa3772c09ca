import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';
import { Area, State } from '#features/states';
import { sqlList } from '#platform/database';
import {
  FACT_KINDS,
  FACT_SECTIONS,
  type FactKind,
  type FactSection,
  REVIEW_STATES,
  type ReviewState,
} from './progress.vocabulary.js';
import { Reviewed } from './reviewed.columns.js';
import { Update } from './update.entity.js';

/**
 * Something that happened or was counted. It belongs to an update and shares its review, or stands free in a State's cycle
 * (no commitment answers it) and has a review of its own.
 */
@Entity('facts')
@Index('facts_code', ['code', 'updateId'], { unique: true, where: 'code IS NOT NULL' })
@Index('facts_code_free_standing', ['code'], {
  unique: true,
  where: 'code IS NOT NULL AND update_id IS NULL',
})
@Index('facts_update', ['updateId', 'position'], { where: 'update_id IS NOT NULL' })
@Index('facts_free_standing', ['cycleId', 'stateCode', 'position'], { where: 'update_id IS NULL' })
@Check('facts_kind', `kind IN (${sqlList(FACT_KINDS)})`)
@Check(
  'facts_area_or_section',
  `num_nonnulls(area_key, section) = 1 AND section IN (${sqlList(FACT_SECTIONS)})`,
)
@Check('facts_text', `coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''`)
@Check(
  'facts_own_review',
  `(update_id IS NULL) = (review_state IS NOT NULL) AND review_state IN (${sqlList(REVIEW_STATES)})`,
)
@Check('facts_returned_with_reason', `review_state <> 'returned' OR return_reason IS NOT NULL`)
export class Fact extends Reviewed {
  @PrimaryColumn('uuid')
  id: string;

  /** A fixed name in the source material, `BZ24-05`; later revisions of an update keep it. */
  @Column('text', { nullable: true })
  code: string | null;

  @ForeignKey(() => Update, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  updateId: string | null;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  @ForeignKey(() => Area)
  @Column('text', { nullable: true })
  areaKey: string | null;

  /** Report section of what belongs to no area of commitments. */
  @Column('text', { nullable: true })
  section: FactSection | null;

  @Column('text')
  kind: FactKind;

  @Column('text', { nullable: true })
  textEn: string | null;

  @Column('text', { nullable: true })
  textEs: string | null;

  /** Acronyms or names of those who did it, as the source has them. */
  @Column('text', { array: true, default: () => "'{}'" })
  institutions: string[];

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('int', { default: 1 })
  position: number;

  @Column('text', { nullable: true })
  reviewState: ReviewState | null;
}

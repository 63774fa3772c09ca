import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Cycle } from '#features/cycles';
import { Commitment } from '#features/plans';
import { Area, State } from '#features/states';
import { sqlList } from '#platform/database';
import {
  ILLUSTRATIVE_FIELDS,
  type IllustrativeField,
  type Outlook,
  OUTLOOKS,
  PERCENT_SOURCES,
  type PercentSource,
  REVIEW_STATES,
  type ReviewState,
  type Stage,
  STAGES,
} from './progress.vocabulary.js';
import { Reviewed } from './reviewed.columns.js';

/**
 * How far one commitment is in one cycle. A correction of an approved one is a further revision; what counts is the
 * highest approved or published revision.
 *
 * The indexes are those of the hot reads and no more, because every one is paid for by every write: `cycle_commitment` finds
 * a commitment's revisions in a cycle and a cycle's updates for exports, `timeline` a commitment's latest updates,
 * `filtered` the list by State, area, status and period, `by_period` the list without those, `open` the work not yet
 * approved, which stays small however many years are kept.
 */
@Entity('updates')
@Unique('updates_cycle_commitment_revision', ['cycleId', 'commitmentId', 'revision'])
@Index('updates_timeline', ['commitmentId', 'periodEnd', 'revision'])
@Index('updates_filtered', ['stateCode', 'areaKey', 'reviewState', 'periodEnd', 'id'])
@Index('updates_by_period', ['periodEnd', 'id'])
@Index('updates_open', ['stateCode', 'reviewState', 'periodEnd', 'id'], {
  where: `review_state IN ('draft', 'submitted', 'returned')`,
})
@Check('updates_revision', `revision >= 1 AND (revision = 1 OR revision_reason IS NOT NULL)`)
@Check('updates_review_state', `review_state IN (${sqlList(REVIEW_STATES)})`)
@Check('updates_stage', `stage IN (${sqlList(STAGES)})`)
@Check('updates_outlook', `outlook IN (${sqlList(OUTLOOKS)})`)
@Check('updates_percent', `percent BETWEEN 0 AND 100`)
@Check(
  'updates_percent_source',
  `percent_source IN (${sqlList(PERCENT_SOURCES)}) AND (percent IS NULL OR percent_source IS NOT NULL)`,
)
@Check(
  'updates_complete',
  `review_state IN ('draft', 'returned') OR (stage IS NOT NULL AND outlook IS NOT NULL AND submitted_at IS NOT NULL)`,
)
@Check('updates_decided', `review_state IN ('draft', 'submitted') OR decided_at IS NOT NULL`)
@Check('updates_returned_with_reason', `review_state <> 'returned' OR return_reason IS NOT NULL`)
@Check('updates_illustrative', `illustrative <@ ARRAY[${sqlList(ILLUSTRATIVE_FIELDS)}]`)
export class Update extends Reviewed {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Commitment)
  @Column('uuid')
  commitmentId: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  /** The commitment's State, here for the filters. */
  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** The commitment's area in the plan in force when the update was written. */
  @ForeignKey(() => Area)
  @Column('text')
  areaKey: string;

  @Column('int', { default: 1 })
  revision: number;

  @Column('text', { default: 'draft' })
  reviewState: ReviewState;

  /** The highest revision of its commitment in its cycle, whatever its state. */
  @Column('boolean', { default: true })
  isLatest: boolean;

  /** Null only in drafts. */
  @Column('text', { nullable: true })
  stage: Stage | null;

  /** Null only in drafts. */
  @Column('text', { nullable: true })
  outlook: Outlook | null;

  /** 0 to 100; null when nobody knows. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  percent: string | null;

  @Column('text', { nullable: true })
  percentSource: PercentSource | null;

  /** The values of the last approved update, confirmed as still true. */
  @Column('boolean', { default: false })
  noChange: boolean;

  @Column('text', { nullable: true })
  narrativeEn: string | null;

  @Column('text', { nullable: true })
  narrativeEs: string | null;

  @Column('text', { nullable: true })
  challengesEn: string | null;

  @Column('text', { nullable: true })
  challengesEs: string | null;

  @Column('text', { nullable: true })
  nextStepsEn: string | null;

  @Column('text', { nullable: true })
  nextStepsEs: string | null;

  @Column('text', { nullable: true })
  supportNeededEn: string | null;

  @Column('text', { nullable: true })
  supportNeededEs: string | null;

  /** Names of the fields that the source material does not state. */
  @Column('text', { array: true, default: () => "'{}'" })
  illustrative: IllustrativeField[];

  /** Why this revision was needed; absent in the first. */
  @Column('text', { nullable: true })
  revisionReason: string | null;

  /** Last day of the cycle's window of facts: what timelines and period filters go by. */
  @Column('date')
  periodEnd: string;
}

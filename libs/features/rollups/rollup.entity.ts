import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';
import type { Outlook, Stage } from '#features/progress';
import { sqlList } from '#platform/database';
import { ROLLUP_LEVELS, type RollupLevel } from './rollup.rules.js';

const percentage = { type: 'numeric', precision: 9, scale: 4, nullable: true } as const;

/**
 * One stored rollup cell. Dashboards read these rows and nothing else. Means are decimal text with four places, null
 * when nothing was reported: not reported is never zero.
 */
@Entity('rollups')
@Check('rollups_level', `level IN (${sqlList(ROLLUP_LEVELS)})`)
@Check('rollups_coverage', 'reported >= 0 AND reported <= commitments')
export class Rollup {
  @ForeignKey(() => Cycle, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  cycleId: string;

  @PrimaryColumn('text')
  level: RollupLevel;

  /** Empty on the levels area and region. */
  @PrimaryColumn('text')
  stateCode: string;

  /** Empty on the levels state and region. */
  @PrimaryColumn('text')
  areaKey: string;

  @Column('integer')
  commitments: number;

  @Column('integer')
  reported: number;

  @Column('integer')
  carriedForward: number;

  @Column('integer')
  explained: number;

  @Column('integer')
  notReported: number;

  /** Of `reported`, those whose assessment the source does not state. */
  @Column('integer')
  illustrative: number;

  /** Counts by stage word, every stage present. */
  @Column('jsonb')
  stages: Record<Stage, number>;

  /** Counts by outlook word, every outlook present. */
  @Column('jsonb')
  outlooks: Record<Outlook, number>;

  /** How many commitments gave a percentage; the mean is over these. */
  @Column('integer')
  percentReported: number;

  @Column(percentage)
  meanPercent: string | null;

  @Column(percentage)
  weightedMeanPercent: string | null;

  /** Area and region only: each State weighs the same. */
  @Column(percentage)
  meanOfStates: string | null;

  @Column('integer')
  statesInMean: number;

  @Column(percentage)
  changeSameKind: string | null;

  @Column(percentage)
  changeOtherKind: string | null;

  /** The reported updates behind the numbers. */
  @Column('uuid', { array: true })
  updateIds: string[];

  @Column('timestamptz', { default: () => 'now()' })
  computedAt: Date;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type Qualifier, QUALIFIERS } from '#features/progress';
import { sqlList } from '#platform/database';
import { IndicatorSeries } from './indicator-series.entity.js';
import {
  OBSERVATION_STATES,
  type ObservationRole,
  type ObservationState,
  ROLES,
  YEAR_PARTS,
  type YearPart,
} from './indicator.vocabulary.js';

/**
 * One value of a series from one source: baseline, target or actual of a period, the total or one part of a disaggregation.
 * The unique key, led by series and year, is also the index of the series' reading.
 */
@Entity('observations')
@Unique('observations_key', ['seriesId', 'year', 'part', 'role', 'dimension', 'category', 'source'])
@Check('observations_role', `role IN (${sqlList(ROLES)})`)
@Check('observations_part', `part IN ('year', 'h1', 'h2', 'q1', 'q2', 'q3', 'q4')`)
@Check('observations_year', 'year BETWEEN 1950 AND 2100')
@Check('observations_state', `value_state IN (${sqlList(OBSERVATION_STATES)})`)
@Check('observations_value', `(value IS NOT NULL) = (value_state IN ('reported', 'carried_forward'))`)
@Check('observations_share', '(numerator IS NULL) = (denominator IS NULL) AND denominator > 0')
@Check('observations_dimension', `(dimension = '') = (category = '')`)
@Check('observations_qualifier', `qualifier IN (${sqlList(QUALIFIERS)})`)
export class Observation {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => IndicatorSeries, { onDelete: 'CASCADE' })
  @Column('uuid')
  seriesId: string;

  /** The year whose results it belongs to; a baseline, too, stands with the results that are compared with it. */
  @Column('smallint')
  year: number;

  @Column('text', { default: YEAR_PARTS[0] })
  part: YearPart;

  @Column('text')
  role: ObservationRole;

  /** What the parts are told apart by, such as `sex`; empty for the total. */
  @Column('text', { default: '' })
  dimension: string;

  @Column('text', { default: '' })
  category: string;

  /** The document that says so. */
  @Column('text')
  source: string;

  @Column('text', { default: 'reported' })
  valueState: ObservationState;

  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('numeric', { nullable: true })
  numerator: string | null;

  @Column('numeric', { nullable: true })
  denominator: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('text', { default: 'exact' })
  qualifier: Qualifier;

  /** As the source prints it: `21,296` */
  @Column('text', { nullable: true })
  printed: string | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  BASES,
  type Basis,
  FIGURE_ROLES,
  type FigurePart,
  type FigureRole,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  type ValueState,
} from '#features/progress';
import { sqlList } from '#platform/database';
import { CONTEXT_VALUE_TYPES, type ContextValueType } from './regional.vocabulary.js';

/** A figure of the regional context of a year, in the words of the States' figures. */
@Entity('context_figures')
@Index('context_figures_place', ['year', 'position'])
@Check('context_figures_year', 'year BETWEEN 2017 AND 2100')
@Check('context_figures_key', `key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'`)
@Check(
  'context_figures_value',
  `value_state IN (${sqlList(VALUE_STATES)}) AND (value_state IN ('reported', 'carried_forward')) = (value IS NOT NULL)`,
)
@Check('context_figures_type', `value_type IN (${sqlList(CONTEXT_VALUE_TYPES)})`)
@Check('context_figures_qualifier', `qualifier IN (${sqlList(QUALIFIERS)})`)
@Check('context_figures_basis', `basis IN (${sqlList(BASES)})`)
@Check('context_figures_role', `role IN (${sqlList(FIGURE_ROLES)})`)
@Check('context_figures_window', 'window_start <= window_end')
@Check('context_figures_sources', 'cardinality(sources) > 0')
export class ContextFigure {
  @PrimaryColumn('smallint')
  year: number;

  /** `darien_crossings`; the same from year to year. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  position: number;

  @Column('text')
  labelEn: string;

  @Column('text')
  labelEs: string;

  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('text')
  valueState: ValueState;

  @Column('text')
  valueType: ContextValueType;

  @Column('text')
  qualifier: Qualifier;

  @Column('text')
  basis: Basis;

  @Column('text')
  role: FigureRole;

  @Column('text', { nullable: true })
  unitEn: string | null;

  @Column('text', { nullable: true })
  unitEs: string | null;

  @Column('date', { nullable: true })
  windowStart: string | null;

  @Column('date', { nullable: true })
  windowEnd: string | null;

  /** The window in the words of the source. */
  @Column('text', { nullable: true })
  windowTextEn: string | null;

  @Column('text', { nullable: true })
  windowTextEs: string | null;

  @Column('date', { nullable: true })
  asOf: string | null;

  @Column('jsonb')
  disaggregation: FigurePart[];

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

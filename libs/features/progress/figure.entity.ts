import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { Fact } from './fact.entity.js';
import type { FigurePart } from './figure.content.js';
import {
  BASES,
  type Basis,
  FIGURE_ROLES,
  type FigureRole,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  VALUE_TYPES,
  type ValueState,
  type ValueType,
} from './progress.vocabulary.js';

/**
 * A value with everything needed to read it rightly. Zero is a reported value; the three ways of having none are value
 * states. Figures that contradict each other stand side by side, each with its source.
 */
@Entity('figures')
@Index('figures_fact', ['factId', 'position'])
@Check(
  'figures_value_state',
  `value_state IN (${sqlList(VALUE_STATES)}) AND (value_state IN ('reported', 'carried_forward')) = (value IS NOT NULL)`,
)
@Check('figures_value_type', `value_type IN (${sqlList(VALUE_TYPES)})`)
@Check('figures_qualifier', `qualifier IN (${sqlList(QUALIFIERS)})`)
@Check('figures_basis', `basis IN (${sqlList(BASES)})`)
@Check('figures_role', `role IN (${sqlList(FIGURE_ROLES)})`)
@Check('figures_money', `value_type <> 'money' OR value IS NULL OR currency ~ '^[A-Z]{3}$'`)
@Check('figures_denominator', `denominator <> 0`)
@Check('figures_window', `window_start <= window_end`)
export class Figure {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Fact, { onDelete: 'CASCADE' })
  @Column('uuid')
  factId: string;

  @Column('int', { default: 1 })
  position: number;

  /** Exactly as reported; yes/no as 1 and 0, a level of an ordinal scale as its place from 1. */
  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('text')
  valueState: ValueState;

  @Column('text')
  valueType: ValueType;

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

  /** ISO 4217 */
  @Column('text', { nullable: true })
  currency: string | null;

  /** Whether an amount was converted from another currency. */
  @Column('boolean', { default: false })
  converted: boolean;

  /** Day of the exchange rate, for money. */
  @Column('date', { nullable: true })
  rateOn: string | null;

  @Column('numeric', { nullable: true })
  numerator: string | null;

  @Column('numeric', { nullable: true })
  denominator: string | null;

  /** The levels from lowest to highest. */
  @Column('text', { array: true, nullable: true })
  ordinalScale: string[] | null;

  @Column('date', { nullable: true })
  windowStart: string | null;

  @Column('date', { nullable: true })
  windowEnd: string | null;

  /** The window in the words of the source. */
  @Column('text', { nullable: true })
  windowTextEn: string | null;

  @Column('text', { nullable: true })
  windowTextEs: string | null;

  @Column('text', { nullable: true })
  population: string | null;

  @Column('text', { nullable: true })
  labelEn: string | null;

  @Column('text', { nullable: true })
  labelEs: string | null;

  @Column('date', { nullable: true })
  asOf: string | null;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('jsonb', { nullable: true })
  disaggregation: FigurePart[] | null;
}

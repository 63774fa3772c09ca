import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { Framework } from './framework.entity.js';
import { BUDGET_KINDS, type BudgetKind } from './indicator.vocabulary.js';

/** One line of a framework's budget in a place and year: an area, what is not allocated, or the printed total. */
@Entity('budget_lines')
@Unique('budget_lines_key', ['frameworkKey', 'place', 'year', 'kind', 'position', 'source'])
@Check('budget_lines_kind', `kind IN (${sqlList(BUDGET_KINDS)})`)
@Check('budget_lines_currency', `currency ~ '^[A-Z]{3}$'`)
export class BudgetLine {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Framework)
  @Column('text')
  frameworkKey: string;

  /** As in `indicator_series`. */
  @Column('text')
  place: string;

  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('smallint')
  year: number;

  @Column('text')
  kind: BudgetKind;

  @Column('int')
  position: number;

  /** Of `framework_areas`; null for totals and what is not allocated. */
  @Column('text', { nullable: true })
  areaCode: string | null;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  /** The printed total of the lines above it. */
  @Column('boolean', { default: false })
  isTotal: boolean;

  @Column('text')
  currency: string;

  @Column('numeric', { nullable: true })
  finalBudget: string | null;

  @Column('numeric', { nullable: true })
  fundsAvailable: string | null;

  @Column('numeric', { nullable: true })
  expenditure: string | null;

  @Column('text')
  source: string;
}

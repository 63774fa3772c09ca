import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Indicator } from '#features/indicators';
import { Commitment } from '#features/plans';
import {
  BASES,
  type Basis,
  type Qualifier,
  QUALIFIERS,
  VALUE_STATES,
  type ValueState,
} from '#features/progress';
import { sqlList } from '#platform/database';
import { PARTNER_VALUE_TYPES, type PartnerValueType } from './partner.vocabulary.js';
import { PartnerSheet } from './partner-sheet.entity.js';

/** One figure of a partner's sheet. No rollup reads it. */
@Entity('partner_figures')
@Unique('partner_figures_code', ['sheetId', 'code'])
@Check('partner_figures_value_type', `value_type IN (${sqlList(PARTNER_VALUE_TYPES)})`)
@Check('partner_figures_state', `value_state IN (${sqlList(VALUE_STATES)})`)
@Check('partner_figures_value', `(value IS NOT NULL) = (value_state IN ('reported', 'carried_forward'))`)
@Check('partner_figures_qualifier', `qualifier IN (${sqlList(QUALIFIERS)})`)
@Check('partner_figures_basis', `basis IN (${sqlList(BASES)})`)
@Check('partner_figures_money', `value_type <> 'money' OR value IS NULL OR currency ~ '^[A-Z]{3}$'`)
@Check('partner_figures_window', 'window_start <= window_end')
export class PartnerFigure {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => PartnerSheet, { onDelete: 'CASCADE' })
  @Column('uuid')
  sheetId: string;

  @Column('int')
  position: number;

  /** Its name within the sheet: `asylum-claims` */
  @Column('text')
  code: string;

  @Column('text')
  labelEn: string;

  @Column('text')
  labelEs: string;

  @Column('text')
  valueType: PartnerValueType;

  @Column('text', { default: 'reported' })
  valueState: ValueState;

  @Column('numeric', { nullable: true })
  value: string | null;

  @Column('text', { default: 'exact' })
  qualifier: Qualifier;

  @Column('text', { default: 'period' })
  basis: Basis;

  @Column('text', { nullable: true })
  unitEn: string | null;

  @Column('text', { nullable: true })
  unitEs: string | null;

  /** ISO 4217 */
  @Column('text', { nullable: true })
  currency: string | null;

  @Column('date', { nullable: true })
  windowStart: string | null;

  @Column('date', { nullable: true })
  windowEnd: string | null;

  @Column('date', { nullable: true })
  asOf: string | null;

  @Column('text', { nullable: true })
  population: string | null;

  /** Narrower than the sheet's State, in the words of the source: `Tapachula` */
  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  footnoteEn: string | null;

  @Column('text', { nullable: true })
  footnoteEs: string | null;

  /** `p. 12` */
  @Column('text', { nullable: true })
  page: string | null;

  /** Only where it is not the sheet's. */
  @Column('text', { nullable: true })
  source: string | null;
}

/** A commitment beside which the figure is shown. */
@Entity('partner_figure_commitments')
export class PartnerFigureCommitment {
  @ForeignKey(() => PartnerFigure, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  figureId: string;

  @Index('partner_figure_commitments_commitment')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

/** An indicator that measures the same. */
@Entity('partner_figure_indicators')
export class PartnerFigureIndicator {
  @ForeignKey(() => PartnerFigure, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  figureId: string;

  @Index('partner_figure_indicators_indicator')
  @ForeignKey(() => Indicator)
  @PrimaryColumn('uuid')
  indicatorId: string;
}

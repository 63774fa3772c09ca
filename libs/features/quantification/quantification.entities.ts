import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Commitment } from '#features/plans';
import { Project } from '#features/projects';
import { Area, State } from '#features/states';

const CURRENCY = `currency ~ '^[A-Z]{3}$'`;

/** A rate that somebody stated: one unit of `fromCurrency` in units of `toCurrency` on a day. */
@Entity('exchange_rates')
@Unique('exchange_rates_pair_day', ['fromCurrency', 'toCurrency', 'asOf'])
@Check(
  'exchange_rates_pair',
  `from_currency ~ '^[A-Z]{3}$' AND to_currency ~ '^[A-Z]{3}$' AND from_currency <> to_currency`,
)
@Check('exchange_rates_rate', 'rate > 0')
@Check('exchange_rates_source', `source <> ''`)
export class ExchangeRate {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  fromCurrency: string;

  @Column('text')
  toCurrency: string;

  @Column('numeric', { precision: 20, scale: 10 })
  rate: string;

  @Column('date')
  asOf: string;

  @Column('text')
  source: string;

  @Column('int', { default: 1 })
  version: number;
}

/** What carrying out a commitment costs in a year, as its State quantified it. */
@Entity('needs')
@Unique('needs_commitment_year', ['commitmentId', 'year'])
@Check('needs_year', 'year BETWEEN 2017 AND 2100')
@Check('needs_currency', CURRENCY)
@Check(
  'needs_amounts',
  'own_resources >= 0 AND cooperation_sought >= 0 AND (own_resources IS NOT NULL OR cooperation_sought IS NOT NULL)',
)
@Check('needs_sources', 'cardinality(sources) > 0')
export class Need {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Commitment)
  @Column('uuid')
  commitmentId: string;

  @Index('needs_year_index')
  @Column('smallint')
  year: number;

  @Column('text')
  currency: string;

  /** What the State pays; null: it does not say. */
  @Column('numeric', { precision: 17, scale: 2, nullable: true })
  ownResources: string | null;

  /** What cooperation is asked for; null: it does not say. */
  @Column('numeric', { precision: 17, scale: 2, nullable: true })
  cooperationSought: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** Money that funds needs: of a project or of a contributor such as a member of the Support Platform. */
@Entity('contributions')
@Check('contributions_year', 'year BETWEEN 2017 AND 2100')
@Check('contributions_currency', CURRENCY)
@Check('contributions_amount', 'amount >= 0')
@Check('contributions_key', `key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'`)
@Check('contributions_sources', 'cardinality(sources) > 0')
export class Contribution {
  @PrimaryColumn('uuid')
  id: string;

  @Index('contributions_key_unique', { unique: true })
  @Column('text')
  key: string;

  @Index('contributions_year_index')
  @Column('smallint')
  year: number;

  /** Who gives it, in the words of the source. */
  @Column('text')
  contributorEn: string;

  @Column('text')
  contributorEs: string;

  @Column('boolean', { default: false })
  supportPlatformMember: boolean;

  /** Said in public, not known to be paid: it funds nothing yet. */
  @Column('boolean', { default: false })
  announced: boolean;

  /** The project that it pays, if any. */
  @Index('contributions_project_id')
  @ForeignKey(() => Project)
  @Column('uuid', { nullable: true })
  projectId: string | null;

  /** The commitment that it funds, if it names one. */
  @Index('contributions_commitment_id')
  @ForeignKey(() => Commitment)
  @Column('uuid', { nullable: true })
  commitmentId: string | null;

  /** Null: the region. */
  @Index('contributions_state_code')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Index('contributions_area_key')
  @ForeignKey(() => Area)
  @Column('text', { nullable: true })
  areaKey: string | null;

  @Column('numeric', { precision: 17, scale: 2 })
  amount: string;

  @Column('text')
  currency: string;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

/** A gap as a source states it whole, without the needs behind it; never added to what is counted here. */
@Entity('stated_gaps')
@Check('stated_gaps_key', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('stated_gaps_money', `(amount IS NULL) = (currency IS NULL) AND amount >= 0 AND ${CURRENCY}`)
@Check('stated_gaps_sources', 'cardinality(sources) > 0')
export class StatedGap {
  /** `region-2019` */
  @PrimaryColumn('text')
  key: string;

  @Column('smallint')
  year: number;

  /** Null: the region. */
  @Index('stated_gaps_state_code')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  /** Null: the source tells of a quantification without its amount. */
  @Column('numeric', { precision: 17, scale: 2, nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('text')
  noteEn: string;

  @Column('text')
  noteEs: string;

  @Column('text', { array: true })
  sources: string[];
}

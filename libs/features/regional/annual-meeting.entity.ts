import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DATE_PRECISIONS, type DatePrecision, State } from '#features/states';
import { sqlList } from '#platform/database';

/** An Annual Meeting of the framework, by its number. */
@Entity('annual_meetings')
@Check('annual_meetings_ordinal', 'ordinal > 0')
@Check('annual_meetings_year', 'year BETWEEN 2017 AND 2100')
@Check('annual_meetings_same_year', 'extract(year FROM held_on) = year')
@Check('annual_meetings_precision', `held_precision IN (${sqlList(DATE_PRECISIONS)})`)
@Check('annual_meetings_day', '(held_on IS NULL) = (held_precision IS NULL)')
@Check('annual_meetings_sources', 'cardinality(sources) > 0')
export class AnnualMeeting {
  @PrimaryColumn('smallint')
  ordinal: number;

  @Index('annual_meetings_by_year')
  @Column('smallint')
  year: number;

  /** Null: no source names a host. */
  @Index('annual_meetings_host')
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  hostState: string | null;

  /** Null: no source confirms a day; with a coarser precision the first day of the month or year. */
  @Column('date', { nullable: true })
  heldOn: string | null;

  @Column('text', { nullable: true })
  heldPrecision: DatePrecision | null;

  /** The day is a reading of the source, not its words. */
  @Column('boolean', { default: false })
  dayInferred: boolean;

  @Column('text', { nullable: true })
  placeEn: string | null;

  @Column('text', { nullable: true })
  placeEs: string | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

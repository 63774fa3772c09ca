import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { State } from './state.entity.js';
import { DATE_PRECISIONS, type DatePrecision } from './state.vocabulary.js';

/** A pro-tempore Presidency by its real dates. The region has one at a time; the first day belongs to it, `endsOn` does not. */
@Entity('presidencies')
@Check(
  'presidencies_precision',
  `starts_precision IN (${sqlList(DATE_PRECISIONS)}) AND ends_precision IN (${sqlList(DATE_PRECISIONS)})`,
)
@Check('presidencies_ends', `(ends_on IS NULL) = (ends_precision IS NULL) AND ends_on > starts_on`)
@Exclusion('presidencies_one_at_a_time', `USING gist (daterange(starts_on, ends_on) WITH &&)`, {
  deferrable: 'INITIALLY DEFERRED',
})
export class Presidency {
  @PrimaryColumn('uuid')
  id: string;

  @Index('presidencies_state_code')
  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** The year that people name it by. */
  @Index('presidencies_year', { unique: true })
  @Column('int')
  year: number;

  @Column('date')
  startsOn: string;

  @Column('text')
  startsPrecision: DatePrecision;

  /** First day of the next Presidency; null while nobody knows. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('text', { nullable: true })
  endsPrecision: DatePrecision | null;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

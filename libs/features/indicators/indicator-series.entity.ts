import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { State } from '#features/states';
import { Indicator } from './indicator.entity.js';

/** An indicator at one place for one population: what its observations have in common. */
@Entity('indicator_series')
@Unique('indicator_series_key', ['indicatorId', 'place', 'populationKey'])
export class IndicatorSeries {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Indicator, { onDelete: 'CASCADE' })
  @Column('uuid')
  indicatorId: string;

  /** Code of a State, `REGION`, or the key of another country, such as `colombia`. */
  @Column('text')
  place: string;

  @Column('text')
  placeEn: string;

  @Column('text')
  placeEs: string;

  /** Null for the region and for countries that are no State of the framework. */
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('text')
  populationKey: string;

  @Column('text')
  populationEn: string;

  @Column('text')
  populationEs: string;

  /** Of several sources that differ, the one that counts; null: none was chosen. */
  @Column('text', { nullable: true })
  preferredSource: string | null;

  @Column('int', { default: 1 })
  version: number;
}

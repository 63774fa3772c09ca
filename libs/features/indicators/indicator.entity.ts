import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { sqlList } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { Framework } from './framework.entity.js';
import {
  type Direction,
  DIRECTIONS,
  INDICATOR_BASES,
  INDICATOR_TYPES,
  type IndicatorBasis,
  type IndicatorType,
  type Level,
  LEVELS,
  OVER_PLACES,
  OVER_TIME,
  type OverPlaces,
  type OverTime,
} from './indicator.vocabulary.js';

/** What is measured. Its key is framework, level and code: `3.1` of two levels are two indicators. */
@Entity('indicators')
@Unique('indicators_key', ['frameworkKey', 'level', 'code'])
@Check('indicators_level', `level IN (${sqlList(LEVELS)})`)
@Check('indicators_value_type', `value_type IN (${sqlList(INDICATOR_TYPES)})`)
@Check('indicators_direction', `direction IN (${sqlList(DIRECTIONS)})`)
@Check('indicators_basis', `basis IN (${sqlList(INDICATOR_BASES)})`)
@Check('indicators_over_time', `over_time IN (${sqlList(OVER_TIME)})`)
@Check('indicators_over_places', `over_places IN (${sqlList(OVER_PLACES)})`)
@Check('indicators_scale', `(value_type = 'ordinal') = (scale IS NOT NULL)`)
export class Indicator {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Framework)
  @Column('text')
  frameworkKey: string;

  @Column('text')
  level: Level;

  /** As the framework writes it: `3.2a` */
  @Column('text')
  code: string;

  /** Of `framework_areas`. */
  @Column('text', { nullable: true })
  areaCode: string | null;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('text')
  valueType: IndicatorType;

  @Column('text', { nullable: true })
  unitEn: string | null;

  @Column('text', { nullable: true })
  unitEs: string | null;

  /** Steps of an ordinal scale, lowest first; values are their numbers from 1. */
  @Column('jsonb', { nullable: true })
  scale: Bilingual[] | null;

  /** False: nobody stated the order of the steps. */
  @Column('boolean', { default: true })
  scaleOrdered: boolean;

  @Column('text')
  direction: Direction;

  /** The source does not state the direction; somebody inferred it. */
  @Column('boolean', { default: false })
  directionInferred: boolean;

  @Column('text')
  basis: IndicatorBasis;

  @Column('text')
  overTime: OverTime;

  @Column('text')
  overPlaces: OverPlaces;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text')
  source: string;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

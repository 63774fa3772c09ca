import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { DATE_PRECISIONS, type DatePrecision, EVENT_KINDS, type EventKind } from './alliance.vocabulary.js';

/** An event at the OAS, or a learning event of the Support Platform. */
@Entity('alliance_events')
@Index('alliance_events_place', ['year', 'kind'])
@Check('alliance_events_kind', `kind IN (${sqlList(EVENT_KINDS)})`)
@Check('alliance_events_precision', `held_precision IN (${sqlList(DATE_PRECISIONS)})`)
@Check('alliance_events_day', `held_on IS NOT NULL OR held_precision = 'year'`)
@Check('alliance_events_year', 'year BETWEEN 2017 AND 2100')
@Check('alliance_events_same_year', 'extract(year FROM held_on) = year')
@Check('alliance_events_sources', 'cardinality(sources) > 0')
export class AllianceEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: EventKind;

  @Column('smallint')
  year: number;

  /** Null: only the year is known. */
  @Column('date', { nullable: true })
  heldOn: string | null;

  @Column('text')
  heldPrecision: DatePrecision;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('text', { nullable: true })
  detailEn: string | null;

  @Column('text', { nullable: true })
  detailEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

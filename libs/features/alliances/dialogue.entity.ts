import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Bilingual } from '#platform/http';
import type { DialogueStep } from './alliance.dto.js';
import { sqlList } from '#platform/database';
import {
  DATE_PRECISIONS,
  type DatePrecision,
  DIALOGUE_KINDS,
  type DialogueKind,
} from './alliance.vocabulary.js';

/** A dialogue mechanism in one year: who led it, how it stood, what it did. */
@Entity('dialogues')
@Unique('dialogues_year_kind', ['year', 'kind'])
@Check('dialogues_kind', `kind IN (${sqlList(DIALOGUE_KINDS)})`)
@Check('dialogues_year', 'year BETWEEN 2017 AND 2100')
@Check('dialogues_launch', '(launched_on IS NULL) = (launched_precision IS NULL)')
@Check('dialogues_precision', `launched_precision IN (${sqlList(DATE_PRECISIONS)})`)
@Check('dialogues_sources', 'cardinality(sources) > 0')
export class Dialogue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('smallint')
  year: number;

  @Column('text')
  kind: DialogueKind;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  /** Who led it in the year; null: no source names anybody. */
  @Column('text', { nullable: true })
  leadEn: string | null;

  @Column('text', { nullable: true })
  leadEs: string | null;

  @Column('text', { nullable: true })
  statusEn: string | null;

  @Column('text', { nullable: true })
  statusEs: string | null;

  @Column('date', { nullable: true })
  launchedOn: string | null;

  @Column('text', { nullable: true })
  launchedPrecision: DatePrecision | null;

  @Column('jsonb')
  steps: DialogueStep[];

  @Column('jsonb')
  areas: Bilingual[];

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DATE_PRECISIONS, type DatePrecision } from '#features/states';
import { sqlList } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { AnnualMeeting } from './annual-meeting.entity.js';
import { DOCUMENT_KINDS, type DocumentKind } from './regional.vocabulary.js';

/** A declaration, the Statutory Charter or a resolution: what is known of it, and where it can be read. */
@Entity('regional_documents')
@Check('regional_documents_key', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('regional_documents_kind', `kind IN (${sqlList(DOCUMENT_KINDS)})`)
@Check('regional_documents_precision', `adopted_precision IN (${sqlList(DATE_PRECISIONS)})`)
@Check('regional_documents_day', '(adopted_on IS NULL) = (adopted_precision IS NULL)')
@Check('regional_documents_sources', 'cardinality(sources) > 0')
export class RegionalDocument {
  /** `belize-city-declaration` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  kind: DocumentKind;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('date', { nullable: true })
  adoptedOn: string | null;

  @Column('text', { nullable: true })
  adoptedPrecision: DatePrecision | null;

  @Column('text', { nullable: true })
  placeEn: string | null;

  @Column('text', { nullable: true })
  placeEs: string | null;

  /** Where its text can be read; null: no public copy is known. */
  @Column('text', { nullable: true })
  url: string | null;

  /** The Annual Meeting that adopted it. */
  @Index('regional_documents_meeting')
  @ForeignKey(() => AnnualMeeting, { onDelete: 'SET NULL' })
  @Column('smallint', { nullable: true })
  meeting: number | null;

  /** What is known of its content. */
  @Column('jsonb')
  content: Bilingual[];

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('text', { array: true })
  sources: string[];

  @Column('int', { default: 1 })
  version: number;
}

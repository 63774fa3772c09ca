import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution, State } from '#features/states';
import { sqlList } from '#platform/database';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from './partner.vocabulary.js';

/** A partner's year in figures, from one document; apart from what the States report. */
@Entity('partner_sheets')
@Index('partner_sheets_place', ['stateCode', 'year'])
@Check('partner_sheets_key', `key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'`)
@Check('partner_sheets_year', 'year BETWEEN 2017 AND 2100')
@Check('partner_sheets_language', `language IN (${sqlList(DOCUMENT_LANGUAGES)})`)
export class PartnerSheet {
  @PrimaryColumn('uuid')
  id: string;

  /** `UNHCR-MX-2024` */
  @Index('partner_sheets_key_unique', { unique: true })
  @Column('text')
  key: string;

  @Index('partner_sheets_partner')
  @ForeignKey(() => Institution)
  @Column('uuid')
  partnerId: string;

  @Column('smallint')
  year: number;

  /** Null: the region. */
  @ForeignKey(() => State)
  @Column('text', { nullable: true })
  stateCode: string | null;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  /** The document that it is taken from. */
  @Column('text')
  source: string;

  /** Language of the document; null: not known. */
  @Column('text', { nullable: true })
  language: DocumentLanguage | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  updatedAt: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '#features/states';
import { sqlList } from '#platform/database';
import { TERM_KINDS, type TermKind } from './regional.vocabulary.js';

/** An acronym; several States use the same one for different things, so it is unique in its place only. */
@Entity('acronyms')
@Index('acronyms_search_code', { synchronize: false }) // as searches compare names, which only SQL can say
@Index('acronyms_search_en', { synchronize: false })
@Index('acronyms_search_es', { synchronize: false })
@Check('acronyms_place', `place ~ '^([A-Z]{2}|REG)$'`)
@Check('acronyms_kind', `kind IN (${sqlList(TERM_KINDS)})`)
@Check('acronyms_source', `source <> ''`)
export class Acronym {
  /** The State's code, or REG for the region. */
  @PrimaryColumn('text')
  place: string;

  @PrimaryColumn('text')
  acronym: string;

  @Column('text')
  termEn: string;

  @Column('text')
  termEs: string;

  @Column('text')
  kind: TermKind;

  @Index('acronyms_institution')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  institutionId: string | null;

  @Column('text')
  source: string;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('int', { default: 1 })
  version: number;
}

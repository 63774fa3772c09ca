import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { sqlList } from '#platform/database';
import { TERM_LISTS, type TermList } from './state.vocabulary.js';

/** A word of an open list with its names: the region may add one without a new release. */
@Entity('terms')
@Check('terms_list', `list IN (${sqlList(TERM_LISTS)})`)
@Check('terms_key', `key ~ '^[a-z][a-z0-9_]*$'`)
export class Term {
  @PrimaryColumn('text')
  list: TermList;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('int')
  position: number;
}

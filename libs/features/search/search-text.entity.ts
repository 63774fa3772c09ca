import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The words of one row of another table, as they are searched; triggers keep them. Who may see the row is never written
 * here: every search asks the row itself.
 */
@Entity('search_texts')
@Index('search_texts_document', { synchronize: false })
@Index('search_texts_waiting', ['rowId'], { where: 'document IS NULL' })
@Index('search_texts_code', ['code'], { where: 'code IS NOT NULL' })
export class SearchText {
  /** The table. */
  @PrimaryColumn('text')
  source: string;

  /** Its id, or what `search_row_id` makes of its text key. */
  @PrimaryColumn('uuid')
  rowId: string;

  /** Code, key or acronym without anything but letters and digits: `mx03`. */
  @Column('text', { nullable: true })
  code: string | null;

  /** Null until the words of a row that was just written are made; until then searches make them. */
  @Column('tsvector', { nullable: true })
  document: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from './auth.entities.js';

/** How a person likes to see a list, under a name of their own. */
@Entity('saved_views')
@Unique('saved_views_name', ['userId', 'page', 'name'])
@Index('saved_views_default', ['userId', 'page'], { unique: true, where: 'is_default' })
@Check('saved_views_page', `page ~ '^/'`)
export class SavedView {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => AuthUser, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** Path of the list. */
  @Column('text')
  page: string;

  @Column('text')
  name: string;

  /** What stands behind the question mark of the address. */
  @Column('text')
  search: string;

  /** The list opens so. */
  @Column('boolean', { default: false })
  isDefault: boolean;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AuthUser } from './auth.entities.js';
import type { Body } from './identity.vocabulary.js';

/** How a person likes to see a list, under a name of their own. */
@Entity('saved_views')
@Unique('saved_views_name', ['userId', 'page', 'name'])
@Index('saved_views_default', ['userId', 'page'], { unique: true, where: 'is_default' })
@Check('saved_views_page', `page ~ '^/'`)
@Check('saved_views_body', `shared_body IN ('secretariat')`)
@Check('saved_views_shared_once', 'num_nonnulls(shared_state, shared_team, shared_body) <= 1')
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

  /** Whoever works for this State or leads this team may see it, while its owner does. */
  @Index('saved_views_shared_state', { where: 'shared_state IS NOT NULL' })
  @Column('text', { nullable: true })
  sharedState: string | null;

  @Index('saved_views_shared_team', { where: 'shared_team IS NOT NULL' })
  @Column('text', { nullable: true })
  sharedTeam: string | null;

  /** Whoever works in this body of the region may see it, while its owner does. */
  @Index('saved_views_shared_body', { where: 'shared_body IS NOT NULL' })
  @Column('text', { nullable: true })
  sharedBody: Body | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz')
  createdAt: Date;
}

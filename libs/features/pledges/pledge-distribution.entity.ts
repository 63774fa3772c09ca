import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeForum } from './pledge-forum.entity.js';

/** How many pledges of a forum its own host counted by stage; a figure of others, never mixed with what is counted here. */
@Entity('pledge_distributions')
@Index('pledge_distributions_forum_month', ['forumKey', 'asOfMonth'], { unique: true })
@Check('pledge_distributions_counts', 'planning >= 0 AND in_progress >= 0 AND fulfilled >= 0')
@Check('pledge_distributions_sources', 'cardinality(sources) > 0')
export class PledgeDistribution {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => PledgeForum)
  @Column('text')
  forumKey: string;

  /** The month for which it was counted, as its first day. */
  @Column('date')
  asOfMonth: string;

  @Column('int')
  planning: number;

  @Column('int')
  inProgress: number;

  @Column('int')
  fulfilled: number;

  @Column('text', { array: true })
  sources: string[];
}

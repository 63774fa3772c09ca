import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Milestone } from '#features/plans';
import { Update } from './update.entity.js';

/** How far one milestone is, as an update says. */
@Entity('update_milestones')
@Check('update_milestones_percent', `percent BETWEEN 0 AND 100`)
export class UpdateMilestone {
  @ForeignKey(() => Update, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  updateId: string;

  @Index('update_milestones_milestone_id')
  @ForeignKey(() => Milestone)
  @PrimaryColumn('uuid')
  milestoneId: string;

  @Column('numeric', { precision: 5, scale: 2 })
  percent: string;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CommitmentVersion } from './commitment-version.entity.js';

/** A step of a commitment, in the words of one plan version. */
@Entity('milestones')
@Unique('milestones_position', ['commitmentVersionId', 'position'])
@Check('milestones_weight', `weight > 0`)
@Check('milestones_position_from_one', `position >= 1`)
export class Milestone {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => CommitmentVersion, { onDelete: 'CASCADE' })
  @Column('uuid')
  commitmentVersionId: string;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  /** Relative to the commitment's other milestones. */
  @Column('numeric', { precision: 9, scale: 3, default: 1 })
  weight: string;

  @Column('int')
  position: number;

  @Column('date', { nullable: true })
  dueOn: string | null;
}

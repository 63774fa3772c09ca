import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';
import { Commitment } from './commitment.entity.js';

/** A person who reports on a commitment, from a day until a day (not included) or until further notice. */
@Entity('commitment_focal_points')
@Check('commitment_focal_points_days', `to_on > from_on`)
@Index('commitment_focal_points_current', ['commitmentId', 'userId'], {
  unique: true,
  where: 'to_on IS NULL',
})
export class CommitmentFocalPoint {
  @PrimaryColumn('uuid')
  id: string;

  @Index('commitment_focal_points_commitment_id')
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @Column('uuid')
  commitmentId: string;

  @Index('commitment_focal_points_user_id')
  @ForeignKey(() => AuthUser)
  @Column('uuid')
  userId: string;

  @Column('date')
  fromOn: string;

  @Column('date', { nullable: true })
  toOn: string | null;
}

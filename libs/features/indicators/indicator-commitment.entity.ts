import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Indicator } from './indicator.entity.js';

/** An indicator that tells of a commitment. */
@Entity('indicator_commitments')
@Index('indicator_commitments_commitment_id', ['commitmentId'])
export class IndicatorCommitment {
  @ForeignKey(() => Indicator, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  indicatorId: string;

  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

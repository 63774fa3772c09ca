import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Indicator } from './indicator.entity.js';

/** An indicator that tells of a commitment. */
@Entity('indicator_commitments')
@Index('indicator_commitments_commitment_id', ['commitmentId'])
export class IndicatorCommitment {
  @ForeignKey(() => Indicator, { name: 'indicator_commitments_indicator_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_commitments_pkey' })
  indicatorId: string;

  @ForeignKey(() => Commitment, { name: 'indicator_commitments_commitment_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_commitments_pkey' })
  commitmentId: string;
}

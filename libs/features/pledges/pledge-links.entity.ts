import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Area } from '#features/states';
import { Pledge } from './pledge.entity.js';

/** An area of focus of a pledge. */
@Entity('pledge_areas')
export class PledgeArea {
  @ForeignKey(() => Pledge, { name: 'pledge_areas_pledge_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pledge_areas_pkey' })
  pledgeId: string;

  @Index('pledge_areas_area_key')
  @ForeignKey(() => Area, { name: 'pledge_areas_area_key_fkey' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pledge_areas_pkey' })
  areaKey: string;
}

/** A commitment that carries a pledge out; a pledge has any number of them, and a commitment any number of pledges. */
@Entity('pledge_commitments')
export class PledgeCommitment {
  @ForeignKey(() => Pledge, { name: 'pledge_commitments_pledge_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pledge_commitments_pkey' })
  pledgeId: string;

  @Index('pledge_commitments_commitment_id')
  @ForeignKey(() => Commitment, { name: 'pledge_commitments_commitment_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pledge_commitments_pkey' })
  commitmentId: string;
}

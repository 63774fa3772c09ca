import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Area } from '#features/states';
import { Pledge } from './pledge.entity.js';

/** An area of focus of a pledge. */
@Entity('pledge_areas')
export class PledgeArea {
  @ForeignKey(() => Pledge, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  pledgeId: string;

  @Index('pledge_areas_area_key')
  @ForeignKey(() => Area)
  @PrimaryColumn('text')
  areaKey: string;
}

/** A commitment that carries a pledge out; a pledge has any number of them, and a commitment any number of pledges. */
@Entity('pledge_commitments')
export class PledgeCommitment {
  @ForeignKey(() => Pledge, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  pledgeId: string;

  @Index('pledge_commitments_commitment_id')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

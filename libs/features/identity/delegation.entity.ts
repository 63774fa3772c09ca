import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from './auth.entities.js';

/** Powers that somebody hands over for an absence. Ended ones stay, so that it can be told who stood in for whom. */
@Entity('delegations')
@Check('delegations_period', 'valid_to > valid_from')
@Check('delegations_other', 'giver_id <> taker_id')
export class Delegation {
  @PrimaryColumn('uuid')
  id: string;

  @Index('delegations_giver')
  @ForeignKey(() => AuthUser)
  @Column('uuid')
  giverId: string;

  @Index('delegations_taker')
  @ForeignKey(() => AuthUser)
  @Column('uuid')
  takerId: string;

  @Column('timestamptz')
  validFrom: Date;

  @Column('timestamptz')
  validTo: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz')
  createdAt: Date;
}

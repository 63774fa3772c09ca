import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { sqlList } from '#platform/database';
import { Fact } from './fact.entity.js';
import { FACT_MATCHES, type FactMatch } from './progress.vocabulary.js';

/** A commitment that a fact answers, beside the one of its update. */
@Entity('fact_commitments')
@Check('fact_commitments_match', `match IN (${sqlList(FACT_MATCHES)})`)
export class FactCommitment {
  @ForeignKey(() => Fact, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  factId: string;

  @Index('fact_commitments_commitment_id')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;

  @Column('text')
  match: FactMatch;
}

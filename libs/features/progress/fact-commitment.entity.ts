import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { sqlList } from '#platform/database';
import { Fact } from './fact.entity.js';
import { FACT_MATCHES, type FactMatch } from './progress.vocabulary.js';

/** A commitment that a fact answers, beside the one of its update. */
@Entity('fact_commitments')
@Check('fact_commitments_match', `match IN (${sqlList(FACT_MATCHES)})`)
export class FactCommitment {
  @ForeignKey(() => Fact, { name: 'fact_commitments_fact_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_commitments_pkey' })
  factId: string;

  @Index('fact_commitments_commitment_id')
  @ForeignKey(() => Commitment, { name: 'fact_commitments_commitment_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_commitments_pkey' })
  commitmentId: string;

  @Column('text')
  match: FactMatch;
}

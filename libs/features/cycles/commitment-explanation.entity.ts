import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AuthUser } from '#features/identity';
import { Commitment } from '#features/plans';
import { sqlList } from '#platform/database';
import { Cycle } from './cycle.entity.js';
import { EXPLANATION_KINDS, type ExplanationKind } from './cycle.vocabulary.js';

/** Why a commitment has no approved update in a cycle, or (`reopened`) why it may be written although its State is done. */
@Entity('commitment_explanations')
@Check('commitment_explanations_kind', `kind IN (${sqlList(EXPLANATION_KINDS)})`)
@Check('commitment_explanations_text', `coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''`)
export class CommitmentExplanation {
  @ForeignKey(() => Cycle)
  @PrimaryColumn('uuid')
  cycleId: string;

  @Index('commitment_explanations_commitment_id')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;

  @Column('text')
  kind: ExplanationKind;

  @Column('text', { nullable: true })
  textEn: string | null;

  @Column('text', { nullable: true })
  textEs: string | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz')
  at: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';
import { AuthUser } from '#features/identity';
import { Commitment } from '#features/plans';
import { State } from '#features/states';
import { sqlList } from '#platform/database';
import { CHECKS, type CheckKey } from './finding.content.js';
import { FINDING_ANSWERS, type FindingAnswerKind } from './quality.vocabulary.js';

/**
 * What somebody said to a finding. Findings are computed, answers are kept: every one, the latest stands. An answer holds as
 * long as the finding has its fingerprint, which a changed figure ends.
 */
@Entity('finding_answers')
@Index('finding_answers_finding', ['cycleId', 'stateCode', 'fingerprint', 'at'])
@Check('finding_answers_check', `check_key IN (${sqlList(CHECKS)})`)
@Check('finding_answers_answer', `answer IN (${sqlList(FINDING_ANSWERS)})`)
@Check('finding_answers_text', `coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''`)
export class FindingAnswer {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  @ForeignKey(() => State)
  @Column('text')
  stateCode: string;

  /** Null for a fact that stands free. */
  @ForeignKey(() => Commitment)
  @Column('uuid', { nullable: true })
  commitmentId: string | null;

  @Column('text')
  fingerprint: string;

  @Column('text')
  checkKey: CheckKey;

  /** What was found, in the words that the person saw. */
  @Column('text')
  foundEn: string;

  @Column('text')
  foundEs: string;

  /** Code of the fact or commitment that it was about. */
  @Column('text', { nullable: true })
  about: string | null;

  @Column('text')
  answer: FindingAnswerKind;

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

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Commitment } from '#features/plans';
import { Institution } from '#features/states';
import { sqlList } from '#platform/database';
import { Mechanism } from './mechanism.entity.js';
import {
  AGREEMENT_STATUSES,
  type AgreementStatus,
  DAY_PRECISIONS,
  type DayPrecision,
} from './mechanism.vocabulary.js';

/** An institution that sits in a mechanism. */
@Entity('mechanism_members')
export class MechanismMember {
  @ForeignKey(() => Mechanism, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  mechanismId: string;

  @Index('mechanism_members_institution')
  @ForeignKey(() => Institution)
  @PrimaryColumn('uuid')
  institutionId: string;
}

/** A meeting of a mechanism. */
@Entity('mechanism_sessions')
@Index('mechanism_sessions_place', ['mechanismId', 'position'])
@Check('mechanism_sessions_precision', `day_precision IN (${sqlList(DAY_PRECISIONS)})`)
export class MechanismSession {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Mechanism, { onDelete: 'CASCADE' })
  @Column('uuid')
  mechanismId: string;

  @Column('int')
  position: number;

  /** With a coarser precision the first day of the month or year. */
  @Column('date')
  heldOn: string;

  @Column('text')
  dayPrecision: DayPrecision;

  @Column('text')
  titleEn: string;

  @Column('text')
  titleEs: string;

  @Column('text', { nullable: true })
  attendanceEn: string | null;

  @Column('text', { nullable: true })
  attendanceEs: string | null;

  @Column('text', { nullable: true })
  source: string | null;
}

/** Something that a mechanism agreed, at one of its sessions or otherwise. */
@Entity('mechanism_agreements')
@Index('mechanism_agreements_place', ['mechanismId', 'position'])
@Check('mechanism_agreements_status', `status IN (${sqlList(AGREEMENT_STATUSES)})`)
export class MechanismAgreement {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Mechanism, { onDelete: 'CASCADE' })
  @Column('uuid')
  mechanismId: string;

  @ForeignKey(() => MechanismSession, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('int')
  position: number;

  @Column('text')
  textEn: string;

  @Column('text')
  textEs: string;

  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('text')
  status: AgreementStatus;

  @Column('text', { nullable: true })
  source: string | null;
}

/** A commitment that a session dealt with. */
@Entity('mechanism_session_commitments')
export class MechanismSessionCommitment {
  @ForeignKey(() => MechanismSession, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  sessionId: string;

  @Index('mechanism_session_commitments_commitment')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

/** A commitment that an agreement serves. */
@Entity('mechanism_agreement_commitments')
export class MechanismAgreementCommitment {
  @ForeignKey(() => MechanismAgreement, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  agreementId: string;

  @Index('mechanism_agreement_commitments_commitment')
  @ForeignKey(() => Commitment)
  @PrimaryColumn('uuid')
  commitmentId: string;
}

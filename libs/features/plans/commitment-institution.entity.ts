import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Institution } from '#features/states';
import { sqlList } from '#platform/database';
import { CommitmentVersion } from './commitment-version.entity.js';
import { INSTITUTION_ROLES, type InstitutionRole, ROLE_BASES, type RoleBasis } from './plan.vocabulary.js';

/** An institution that leads a commitment or takes part in it. */
@Entity('commitment_institutions')
@Check('commitment_institutions_role', `role IN (${sqlList(INSTITUTION_ROLES)})`)
@Check('commitment_institutions_basis', `basis IN (${sqlList(ROLE_BASES)})`)
export class CommitmentInstitution {
  @ForeignKey(() => CommitmentVersion, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  commitmentVersionId: string;

  @Index('commitment_institutions_institution_id')
  @ForeignKey(() => Institution)
  @PrimaryColumn('uuid')
  institutionId: string;

  @PrimaryColumn('text')
  role: InstitutionRole;

  /** Null: nobody says. */
  @Column('text', { nullable: true })
  basis: RoleBasis | null;

  /** Why it was inferred, or what to know of the name. */
  @Column('text', { nullable: true })
  basisNoteEn: string | null;

  @Column('text', { nullable: true })
  basisNoteEs: string | null;

  @Column('int')
  position: number;
}

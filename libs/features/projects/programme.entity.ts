import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QUALIFIERS, type Qualifier } from '#features/progress';
import { Institution } from '#features/states';
import { sqlList } from '#platform/database';
import type { Bilingual } from '#platform/http';

/** A source of projects, such as the MIRPS Fund; any number of them. */
@Entity('programmes')
@Check('programmes_key', `key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'`)
@Check(
  'programmes_money',
  `(amount IS NULL) = (currency IS NULL) AND amount >= 0 AND currency ~ '^[A-Z]{3}$'`,
)
@Check('programmes_qualifier', `beneficiaries_qualifier IN (${sqlList(QUALIFIERS)})`)
@Check('programmes_beneficiaries', 'beneficiaries_expected >= 0')
export class Programme {
  /** `mirps_fund` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Index('programmes_manager')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  managerId: string | null;

  @Index('programmes_donor')
  @ForeignKey(() => Institution)
  @Column('uuid', { nullable: true })
  donorId: string | null;

  @Column('text', { nullable: true })
  donorNoteEn: string | null;

  @Column('text', { nullable: true })
  donorNoteEs: string | null;

  /** What the donor gives the programme as a whole; projects have amounts of their own. */
  @Column('numeric', { precision: 17, scale: 2, nullable: true })
  amount: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('int', { nullable: true })
  beneficiariesExpected: number | null;

  @Column('text', { nullable: true })
  beneficiariesQualifier: Qualifier | null;

  @Column('text', { nullable: true })
  legalBasisEn: string | null;

  @Column('text', { nullable: true })
  legalBasisEs: string | null;

  @Column('text', { nullable: true })
  followUpEn: string | null;

  @Column('text', { nullable: true })
  followUpEs: string | null;

  /** Keys of the institutions that choose its projects. */
  @Column('text', { array: true, default: () => "'{}'" })
  committee: string[];

  @Column('jsonb', { default: () => "'[]'" })
  notes: Bilingual[];

  @Column('text', { array: true, default: () => "'{}'" })
  sources: string[];
}

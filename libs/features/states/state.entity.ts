import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the States of the framework, by its ISO 3166-1 code. */
@Entity('states')
@Check('states_code', `code ~ '^[A-Z]{2}$'`)
@Check('states_alpha3', `alpha3 ~ '^[A-Z]{3}$'`)
export class State {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  alpha3: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  /** IANA name; every deadline of the State is a local day there. */
  @Column('text')
  timeZone: string;

  @Column('text', { array: true })
  languages: string[];

  @Column('text', { nullable: true })
  mechanismEn: string | null;

  @Column('text', { nullable: true })
  mechanismEs: string | null;

  /** Order in lists and reports. */
  @Column('int')
  position: number;

  /** Whether a person may approve an update that he or she wrote; off unless the State decides so. */
  @Column('boolean', { default: false })
  allowSelfApproval: boolean;

  @Column('int', { default: 1 })
  version: number;
}

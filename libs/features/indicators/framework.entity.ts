import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A set of indicators with an owner, such as the MIRPS indicators or UNHCR's results; several stand side by side. */
@Entity('frameworks')
export class Framework {
  /** `mirps`, `unhcr-results` */
  @PrimaryColumn('text')
  key: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;

  @Column('text')
  owner: string;

  @Column('text', { nullable: true })
  noteEn: string | null;

  @Column('text', { nullable: true })
  noteEs: string | null;

  @Column('int', { default: 1 })
  version: number;
}

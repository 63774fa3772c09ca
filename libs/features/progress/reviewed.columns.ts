import { Column, ForeignKey } from 'typeorm';
import { AuthUser } from '#features/identity';

/** What every row that is written, submitted and decided keeps of that. */
export abstract class Reviewed {
  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  submittedBy: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @ForeignKey(() => AuthUser)
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('int', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}

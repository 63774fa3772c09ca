import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';
import { Commitment } from '#features/plans';

/**
 * A file that evidence of a commitment's update in a cycle may name. It belongs to the commitment in the cycle, not to one
 * revision: it can be sent before there is an update, and a correction goes on naming the file of what it corrects.
 */
@Entity('evidence_files')
@Index('evidence_files_of', ['commitmentId', 'cycleId'])
export class EvidenceFile {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Commitment)
  @Column('uuid')
  commitmentId: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  /** Never told to anybody. */
  @Column('text')
  storageKey: string;

  /** For people; its ending says what the bytes are. */
  @Column('text')
  name: string;

  @Column('text')
  contentType: string;

  @Column('int')
  bytes: number;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { default: () => 'now()' })
  uploadedAt: Date;

  /** Since when no update names it; null while one does. Housekeeping goes by it. */
  @Column('timestamptz', { nullable: true, default: () => 'now()' })
  unnamedSince: Date | null;
}

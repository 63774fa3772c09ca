import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Cycle } from '#features/cycles';

/** A cycle's numbers, frozen: canonical JSON with the ids of the updates behind every number, and its SHA-256. */
@Entity('snapshots')
@Index('snapshots_cycle_number', ['cycleId', 'number'], { unique: true })
@Check('snapshots_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class Snapshot {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Cycle)
  @Column('uuid')
  cycleId: string;

  /** 1 for the first of its cycle. */
  @Column('integer')
  number: number;

  @Column('text')
  sha256: string;

  /** RFC 8785 JSON; the hash is over exactly these bytes in UTF-8. */
  @Column('text')
  canonical: string;

  /** What was frozen, in figures, for lists. */
  @Column('jsonb')
  summary: Record<string, unknown>;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;
}

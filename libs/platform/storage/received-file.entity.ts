import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntityClass } from '#platform/database';

/** A file of people in the storage, known before its first byte is kept: whatever comes of the request, it can be found and removed. */
@Entity('received_files')
export class ReceivedFileRow {
  @PrimaryColumn('text')
  storageKey: string;

  @Column('timestamptz', { default: () => 'now()' })
  receivedAt: Date;
}

export const storageEntities: EntityClass[] = [ReceivedFileRow];

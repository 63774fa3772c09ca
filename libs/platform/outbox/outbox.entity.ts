import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** News of a committed change, on its way to the jobs that want it. Rows leave when they have been handed on. */
@Entity('outbox')
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
  })
  id: string;

  @Column('text')
  topic: string;

  @Column('jsonb')
  payload: object;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Why no job could be made of it. Such a row waits for a person. */
  @Column('text', { nullable: true })
  problem: string | null;
}

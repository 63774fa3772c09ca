import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform itself keeps: news on its way to jobs, mails of an installation without SMTP, and which files people sent. */
export class CreatePlatform1732000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        problem text
      )`);
    // Rows live for milliseconds; without this the dead ones pile up between the usual vacuum rounds.
    await runner.query(
      `ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`,
    );
    await runner.query(`
      CREATE TABLE mail_outbox (
        id uuid PRIMARY KEY,
        message_id text NOT NULL,
        sender text NOT NULL,
        recipient text NOT NULL,
        person_id uuid,
        subject text NOT NULL,
        text text NOT NULL,
        html text,
        headers jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT mail_outbox_message_id UNIQUE (message_id)
      )`);
    await runner.query(`
      CREATE TABLE received_files (
        storage_key text PRIMARY KEY,
        received_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE received_files');
    await runner.query('DROP TABLE mail_outbox');
    await runner.query('DROP TABLE outbox');
  }
}

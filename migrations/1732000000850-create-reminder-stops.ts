import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminderStops1732000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_stops (
        user_id uuid NOT NULL, stopped_at timestamptz NOT NULL,
        CONSTRAINT reminder_stops_pkey PRIMARY KEY (user_id),
        CONSTRAINT reminder_stops_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder_stops');
  }
}

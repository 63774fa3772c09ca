import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminderStops1732000000850 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_stops (
        user_id uuid NOT NULL, stopped_at timestamptz NOT NULL,
        CONSTRAINT reminder_stops_pkey PRIMARY KEY (user_id),
        CONSTRAINT reminder_stops_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      );
      CREATE TABLE reminder_settings (
        user_id uuid NOT NULL, quiet_weekdays smallint[] NOT NULL DEFAULT '{}', quiet_ranges jsonb NOT NULL DEFAULT '[]', version integer NOT NULL DEFAULT 1,
        CONSTRAINT reminder_settings_pkey PRIMARY KEY (user_id),
        CONSTRAINT reminder_settings_weekdays CHECK (cardinality(quiet_weekdays) <= 6 AND quiet_weekdays <@ '{1,2,3,4,5,6,7}'),
        CONSTRAINT reminder_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder_settings, reminder_stops');
  }
}

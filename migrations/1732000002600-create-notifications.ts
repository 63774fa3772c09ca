import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1732000002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications (
        id uuid NOT NULL, user_id uuid NOT NULL, kind text NOT NULL, about jsonb NOT NULL, path text NOT NULL, source text NOT NULL, bundle text NOT NULL,
        created_at timestamptz NOT NULL, read_at timestamptz,
        CONSTRAINT notifications_pkey PRIMARY KEY (id),
        CONSTRAINT notifications_once UNIQUE (user_id, source),
        CONSTRAINT notifications_kind CHECK (kind IN ('update_returned', 'fact_returned', 'team_update_returned', 'focal_point_named', 'role_given', 'commitment_reopened', 'updates_due', 'submission_returned',
          'submission_accepted', 'question_asked', 'question_answered', 'report_ready', 'report_failed', 'delegation_got')),
        CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      );
      CREATE INDEX notifications_newest ON notifications (user_id, created_at, id);
      CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notifications');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People can be erased; names of people stand in `auth_users` alone. */
export class ErasePeople1732000002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auth_users ADD erased_at timestamptz');
    await runner.query('ALTER TABLE submission_messages DROP COLUMN author_name');
    await runner.query('CREATE INDEX mail_outbox_created_at ON mail_outbox (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_outbox_created_at');
    await runner.query('ALTER TABLE submission_messages ADD author_name text');
    await runner.query(`
      UPDATE submission_messages m
         SET author_name = coalesce((SELECT u.name FROM auth_users u WHERE u.id = m.author_id), 'system')`);
    await runner.query('ALTER TABLE submission_messages ALTER COLUMN author_name SET NOT NULL');
    await runner.query('ALTER TABLE auth_users DROP COLUMN erased_at');
  }
}

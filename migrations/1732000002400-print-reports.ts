import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports come as PDF, too. */
export class PrintReports1732000002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await formats(runner, "'html', 'pdf', 'json'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM reports WHERE format = 'pdf'");
    await formats(runner, "'html', 'json'");
  }
}

async function formats(runner: QueryRunner, allowed: string): Promise<void> {
  await runner.query(
    `ALTER TABLE reports DROP CONSTRAINT reports_format, ADD CONSTRAINT reports_format CHECK (format IN (${allowed}))`,
  );
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that nobody overwrites what somebody else wrote of an institution or a template meanwhile. */
export class VersionInstitutions1732000002730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['institutions', 'plan_templates'])
      await runner.query(`ALTER TABLE ${table} ADD version int NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['institutions', 'plan_templates'])
      await runner.query(`ALTER TABLE ${table} DROP version`);
  }
}

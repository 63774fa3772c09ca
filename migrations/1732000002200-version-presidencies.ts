import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The Secretariat keeps the terms of the Presidency; nobody writes over one unseen. */
export class VersionPresidencies1732000002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE presidencies ADD version int NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE presidencies DROP version');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE contributions ADD announced boolean NOT NULL DEFAULT false, ADD version int NOT NULL DEFAULT 1`,
  `ALTER TABLE exchange_rates ADD version int NOT NULL DEFAULT 1`,
];

/** Contributions that were only announced stand apart, and nobody writes over a contribution or rate unseen. */
export class VersionContributions1732000001260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contributions DROP announced, DROP version');
    await runner.query('ALTER TABLE exchange_rates DROP version');
  }
}

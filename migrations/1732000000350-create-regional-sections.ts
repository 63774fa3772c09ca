import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegionalSections1732000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regional_sections (
        year smallint NOT NULL, key text NOT NULL, content jsonb NOT NULL, version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT regional_sections_pkey PRIMARY KEY (year, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE regional_sections');
  }
}

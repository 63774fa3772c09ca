import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegionalSections1732000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regional_sections (
        year smallint NOT NULL, key text NOT NULL, content jsonb NOT NULL, version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT regional_sections_pkey PRIMARY KEY (year, key),
        CONSTRAINT regional_sections_year CHECK (year BETWEEN 2017 AND 2100),
        CONSTRAINT regional_sections_key CHECK (key IN ('context_figures', 'action_plan', 'statutory_charter', 'annual_meetings',
          'teams', 'team_leads', 'pledges', 'dialogue_mechanisms', 'mirps_fund', 'good_practice_projects', 'support_platform',
          'oas_events', 'quantification', 'plan_counts', 'glossary'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE regional_sections');
  }
}

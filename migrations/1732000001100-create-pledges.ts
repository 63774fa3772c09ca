import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE pledge_forums (
    key text NOT NULL, kind text NOT NULL, year smallint NOT NULL, name_en text NOT NULL, name_es text NOT NULL, note_en text, note_es text,
    how_updated_en text, how_updated_es text, good_pledge jsonb NOT NULL DEFAULT '[]', sources text[] NOT NULL DEFAULT '{}',
    CONSTRAINT pledge_forums_pkey PRIMARY KEY (key),
    CONSTRAINT pledge_forums_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT pledge_forums_kind CHECK (kind IN ('global_refugee_forum', 'regional')),
    CONSTRAINT pledge_forums_year CHECK (year BETWEEN 2016 AND 2100))`,
  `CREATE TABLE pledge_distributions (
    id uuid NOT NULL, forum_key text NOT NULL, as_of_month date NOT NULL, planning int NOT NULL, in_progress int NOT NULL,
    fulfilled int NOT NULL, sources text[] NOT NULL,
    CONSTRAINT pledge_distributions_pkey PRIMARY KEY (id),
    CONSTRAINT pledge_distributions_counts CHECK (planning >= 0 AND in_progress >= 0 AND fulfilled >= 0),
    CONSTRAINT pledge_distributions_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT pledge_distributions_forum_key_fkey FOREIGN KEY (forum_key) REFERENCES pledge_forums(key))`,
  `CREATE UNIQUE INDEX pledge_distributions_forum_month ON pledge_distributions (forum_key, as_of_month)`,
  `CREATE TABLE pledges (
    id uuid NOT NULL, key text NOT NULL, forum_key text NOT NULL, form text NOT NULL, types text[] NOT NULL DEFAULT '{}',
    title_en text NOT NULL, title_es text NOT NULL, description_en text, description_es text, submitter_state_code text,
    submitter_institution_id uuid, team_key text, linked_global_pledge_en text, linked_global_pledge_es text,
    inferred text[] NOT NULL DEFAULT '{}', sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pledges_inferred CHECK (inferred <@ ARRAY['form', 'areas', 'types']),
    CONSTRAINT pledges_pkey PRIMARY KEY (id),
    CONSTRAINT pledges_key CHECK (key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'),
    CONSTRAINT pledges_form CHECK (form IN ('single', 'joint', 'multi_stakeholder')),
    CONSTRAINT pledges_types CHECK (types <@ ARRAY['financial', 'material', 'technical', 'resettlement_and_pathways', 'policy_or_other']),
    CONSTRAINT pledges_submitter CHECK (submitter_state_code IS NULL OR submitter_institution_id IS NULL),
    CONSTRAINT pledges_forum_key_fkey FOREIGN KEY (forum_key) REFERENCES pledge_forums(key),
    CONSTRAINT pledges_submitter_state_code_fkey FOREIGN KEY (submitter_state_code) REFERENCES states(code),
    CONSTRAINT pledges_submitter_institution_id_fkey FOREIGN KEY (submitter_institution_id) REFERENCES institutions(id))`,
  `CREATE UNIQUE INDEX pledges_key_unique ON pledges (key)`,
  `CREATE INDEX pledges_forum_key ON pledges (forum_key)`,
  `CREATE INDEX pledges_submitter_state ON pledges (submitter_state_code)`,
  `CREATE INDEX pledges_submitter_institution ON pledges (submitter_institution_id)`,
  `CREATE INDEX pledges_team_key ON pledges (team_key)`,
  `CREATE TABLE pledge_areas (
    pledge_id uuid NOT NULL, area_key text NOT NULL,
    CONSTRAINT pledge_areas_pkey PRIMARY KEY (pledge_id, area_key),
    CONSTRAINT pledge_areas_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE,
    CONSTRAINT pledge_areas_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas(key))`,
  `CREATE INDEX pledge_areas_area_key ON pledge_areas (area_key)`,
  `CREATE TABLE pledge_commitments (
    pledge_id uuid NOT NULL, commitment_id uuid NOT NULL,
    CONSTRAINT pledge_commitments_pkey PRIMARY KEY (pledge_id, commitment_id),
    CONSTRAINT pledge_commitments_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE,
    CONSTRAINT pledge_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id))`,
  `CREATE INDEX pledge_commitments_commitment_id ON pledge_commitments (commitment_id)`,
  `CREATE TABLE pledge_updates (
    id uuid NOT NULL, pledge_id uuid NOT NULL, number int NOT NULL, stated_stage text, reason text, derived_stage text,
    account_en text, account_es text, as_of date NOT NULL, sources text[] NOT NULL DEFAULT '{}', author_id uuid,
    created_at timestamptz NOT NULL, superseded_at timestamptz,
    CONSTRAINT pledge_updates_pkey PRIMARY KEY (id),
    CONSTRAINT pledge_updates_pledge_number UNIQUE (pledge_id, number),
    CONSTRAINT pledge_updates_number CHECK (number >= 1),
    CONSTRAINT pledge_updates_stated CHECK (stated_stage IN ('planning', 'in_progress', 'fulfilled')),
    CONSTRAINT pledge_updates_derived CHECK (derived_stage IN ('planning', 'in_progress', 'fulfilled')),
    CONSTRAINT pledge_updates_some_stage CHECK (stated_stage IS NOT NULL OR derived_stage IS NOT NULL),
    CONSTRAINT pledge_updates_reason CHECK ((stated_stage IS NULL) = (reason IS NULL) AND reason <> ''),
    CONSTRAINT pledge_updates_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE,
    CONSTRAINT pledge_updates_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id))`,
  `CREATE UNIQUE INDEX pledge_updates_in_force ON pledge_updates (pledge_id) WHERE superseded_at IS NULL`,
  `DELETE FROM regional_sections WHERE key = 'pledges'`,
  `ALTER TABLE regional_sections DROP CONSTRAINT regional_sections_key`,
  `ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_key CHECK (key ~ '^[a-z_]+$')`,
];

/** Pledges as rows; the document that held them goes, and the seeds put its content in again. */
export class CreatePledges1732000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE regional_sections DROP CONSTRAINT regional_sections_key`);
    await runner.query(`ALTER TABLE regional_sections ADD CONSTRAINT regional_sections_key CHECK (key IN ('context_figures', 'action_plan',
      'statutory_charter', 'annual_meetings', 'teams', 'team_leads', 'pledges', 'dialogue_mechanisms', 'mirps_fund', 'good_practice_projects',
      'support_platform', 'oas_events', 'quantification', 'plan_counts', 'glossary'))`);
    await runner.query(
      'DROP TABLE pledge_updates, pledge_commitments, pledge_areas, pledges, pledge_distributions, pledge_forums',
    );
  }
}

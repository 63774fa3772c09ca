import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE teams (
    key text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, position int NOT NULL, results jsonb NOT NULL DEFAULT '[]', conditions jsonb NOT NULL DEFAULT '[]', sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    CONSTRAINT teams_pkey PRIMARY KEY (key),
    CONSTRAINT teams_key CHECK (key ~ '^RTT-[A-Z]{2,6}$'))`,
  `CREATE TABLE team_leads (
    id uuid NOT NULL, team_key text NOT NULL, kind text NOT NULL, state_code text NOT NULL, institution_id uuid, institution_basis text NOT NULL DEFAULT 'named', name_en text NOT NULL, name_es text NOT NULL, from_on date NOT NULL, from_precision text NOT NULL, to_on date, to_precision text, sources text[] NOT NULL DEFAULT '{}',
    CONSTRAINT team_leads_pkey PRIMARY KEY (id),
    CONSTRAINT team_leads_period CHECK ((to_on IS NULL) = (to_precision IS NULL) AND to_on >= from_on),
    CONSTRAINT team_leads_precision CHECK (from_precision IN ('day', 'month', 'year') AND to_precision IN ('day', 'month', 'year')),
    CONSTRAINT team_leads_basis CHECK (institution_basis IN ('named', 'inferred')),
    CONSTRAINT team_leads_kind CHECK (kind IN ('state', 'municipality')),
    CONSTRAINT team_leads_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key) ON DELETE CASCADE,
    CONSTRAINT team_leads_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code),
    CONSTRAINT team_leads_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id))`,
  'CREATE INDEX team_leads_team_key ON team_leads (team_key, from_on)',
  `CREATE TABLE team_members (
    id uuid NOT NULL, team_key text NOT NULL, kind text NOT NULL, state_code text NOT NULL, name_en text, name_es text, since_year smallint, position int NOT NULL,
    CONSTRAINT team_members_pkey PRIMARY KEY (id),
    CONSTRAINT team_members_name CHECK ((kind = 'city') = (name_en IS NOT NULL) AND (name_en IS NULL) = (name_es IS NULL)),
    CONSTRAINT team_members_kind CHECK (kind IN ('state', 'city')),
    CONSTRAINT team_members_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key) ON DELETE CASCADE,
    CONSTRAINT team_members_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code))`,
  'CREATE INDEX team_members_team_key ON team_members (team_key)',
  `CREATE TABLE team_advisors (
    team_key text NOT NULL, institution_id uuid NOT NULL, role text NOT NULL, since_year smallint, position int NOT NULL,
    CONSTRAINT team_advisors_pkey PRIMARY KEY (team_key, institution_id, role),
    CONSTRAINT team_advisors_role CHECK (role IN ('panel', 'expert')),
    CONSTRAINT team_advisors_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key) ON DELETE CASCADE,
    CONSTRAINT team_advisors_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id))`,
  `CREATE TABLE team_years (
    team_key text NOT NULL, year smallint NOT NULL, objective_en text, objective_es text, next_steps jsonb NOT NULL DEFAULT '[]', notes jsonb NOT NULL DEFAULT '[]', sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    CONSTRAINT team_years_pkey PRIMARY KEY (team_key, year),
    CONSTRAINT team_years_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT team_years_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key) ON DELETE CASCADE)`,
  `CREATE TABLE team_activities (
    id uuid NOT NULL, team_key text NOT NULL, year smallint NOT NULL, position int NOT NULL, starts_on date, date_precision text NOT NULL, ends_on date, text_en text NOT NULL, text_es text NOT NULL, output_en text, output_es text, status text NOT NULL DEFAULT 'planned', status_illustrative boolean NOT NULL DEFAULT false, sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT team_activities_pkey PRIMARY KEY (id),
    CONSTRAINT team_activities_dated CHECK (date_precision IN ('day', 'month', 'year', 'not_stated') AND (starts_on IS NULL) = (date_precision = 'not_stated') AND (ends_on IS NULL OR ends_on >= starts_on)),
    CONSTRAINT team_activities_status CHECK (status IN ('planned', 'in_progress', 'done', 'postponed', 'cancelled')),
    CONSTRAINT team_activities_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT team_activities_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key))`,
  'CREATE INDEX team_activities_page ON team_activities (year, team_key, position, id)',
  'CREATE INDEX team_activities_team_year ON team_activities (team_key, year, position, id)',
  `CREATE TABLE team_activity_supporters (
    activity_id uuid NOT NULL, institution_id uuid NOT NULL, position int NOT NULL,
    CONSTRAINT team_activity_supporters_pkey PRIMARY KEY (activity_id, institution_id),
    CONSTRAINT team_activity_supporters_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES team_activities(id) ON DELETE CASCADE,
    CONSTRAINT team_activity_supporters_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id))`,
  `CREATE TABLE team_activity_commitments (
    activity_id uuid NOT NULL, commitment_id uuid NOT NULL,
    CONSTRAINT team_activity_commitments_pkey PRIMARY KEY (activity_id, commitment_id),
    CONSTRAINT team_activity_commitments_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES team_activities(id) ON DELETE CASCADE,
    CONSTRAINT team_activity_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id))`,
  'CREATE INDEX team_activity_commitments_commitment_id ON team_activity_commitments (commitment_id)',
  `CREATE TABLE team_sessions (
    id uuid NOT NULL, team_key text NOT NULL, year smallint NOT NULL, starts_on date, date_precision text NOT NULL, ends_on date, title_en text NOT NULL, title_es text NOT NULL, place_en text, place_es text, agenda jsonb NOT NULL DEFAULT '[]', sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    CONSTRAINT team_sessions_pkey PRIMARY KEY (id),
    CONSTRAINT team_sessions_dated CHECK (date_precision IN ('day', 'month', 'year', 'not_stated') AND (starts_on IS NULL) = (date_precision = 'not_stated') AND (ends_on IS NULL OR ends_on >= starts_on)),
    CONSTRAINT team_sessions_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT team_sessions_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key))`,
  'CREATE INDEX team_sessions_team_year ON team_sessions (team_key, year, starts_on, id)',
  `CREATE TABLE team_session_attendees (
    session_id uuid NOT NULL, position int NOT NULL, state_code text, institution_id uuid, name_en text, name_es text, people int,
    CONSTRAINT team_session_attendees_pkey PRIMARY KEY (session_id, position),
    CONSTRAINT team_session_attendees_people CHECK (people > 0),
    CONSTRAINT team_session_attendees_who CHECK ((name_en IS NULL) = (name_es IS NULL) AND num_nonnulls(state_code, institution_id, name_en) >= 1),
    CONSTRAINT team_session_attendees_session_id_fkey FOREIGN KEY (session_id) REFERENCES team_sessions(id) ON DELETE CASCADE,
    CONSTRAINT team_session_attendees_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code),
    CONSTRAINT team_session_attendees_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions(id))`,
  `CREATE TABLE team_products (
    id uuid NOT NULL, team_key text NOT NULL, year smallint NOT NULL, position int NOT NULL, title_en text NOT NULL, title_es text NOT NULL, url text, storage_key text, file_name text, content_type text, bytes int, sha256 text, sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    CONSTRAINT team_products_pkey PRIMARY KEY (id),
    CONSTRAINT team_products_file CHECK (num_nonnulls(storage_key, file_name, content_type, bytes, sha256) IN (0, 5)),
    CONSTRAINT team_products_url CHECK (url ~ '^https?://'),
    CONSTRAINT team_products_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT team_products_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key))`,
  'CREATE INDEX team_products_team_year ON team_products (team_key, year, position, id)',
  `CREATE TABLE team_updates (
    id uuid NOT NULL, team_key text NOT NULL, cycle_id uuid NOT NULL, revision int NOT NULL DEFAULT 1, review_state text NOT NULL DEFAULT 'draft', is_latest boolean NOT NULL DEFAULT true, summary_en text, summary_es text, challenges_en text, challenges_es text, next_steps_en text, next_steps_es text, author_id uuid, editors uuid[] NOT NULL DEFAULT '{}', submitted_at timestamptz, submitted_by uuid, decided_at timestamptz, decided_by uuid, return_reason text, revision_reason text, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT team_updates_pkey PRIMARY KEY (id),
    CONSTRAINT team_updates_cycle_team_revision UNIQUE (cycle_id, team_key, revision),
    CONSTRAINT team_updates_returned_with_reason CHECK (review_state <> 'returned' OR return_reason IS NOT NULL),
    CONSTRAINT team_updates_decided CHECK (review_state IN ('draft', 'submitted') OR decided_at IS NOT NULL),
    CONSTRAINT team_updates_submitted CHECK (review_state IN ('draft', 'returned') OR submitted_at IS NOT NULL),
    CONSTRAINT team_updates_review_state CHECK (review_state IN ('draft', 'submitted', 'returned', 'approved', 'published')),
    CONSTRAINT team_updates_revision CHECK (revision >= 1 AND (revision = 1 OR revision_reason IS NOT NULL)),
    CONSTRAINT team_updates_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key),
    CONSTRAINT team_updates_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id),
    CONSTRAINT team_updates_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id),
    CONSTRAINT team_updates_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES auth_users(id),
    CONSTRAINT team_updates_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth_users(id))`,
  'CREATE INDEX team_updates_team_key ON team_updates (team_key, cycle_id)',
  `CREATE TABLE team_update_activities (
    update_id uuid NOT NULL, activity_id uuid NOT NULL, status text NOT NULL, percent numeric(5,2), note_en text, note_es text, illustrative boolean NOT NULL DEFAULT false,
    CONSTRAINT team_update_activities_pkey PRIMARY KEY (update_id, activity_id),
    CONSTRAINT team_update_activities_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT team_update_activities_status CHECK (status IN ('planned', 'in_progress', 'done', 'postponed', 'cancelled')),
    CONSTRAINT team_update_activities_update_id_fkey FOREIGN KEY (update_id) REFERENCES team_updates(id) ON DELETE CASCADE,
    CONSTRAINT team_update_activities_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES team_activities(id))`,
  'CREATE INDEX team_update_activities_activity_id ON team_update_activities (activity_id)',
  `CREATE TABLE team_rollups (
    cycle_id uuid NOT NULL, team_key text NOT NULL, activities int NOT NULL, reported int NOT NULL, not_reported int NOT NULL, planned int NOT NULL, in_progress int NOT NULL, done int NOT NULL, postponed int NOT NULL, cancelled int NOT NULL, illustrative int NOT NULL, update_id uuid, computed_at timestamptz NOT NULL,
    CONSTRAINT team_rollups_pkey PRIMARY KEY (cycle_id, team_key),
    CONSTRAINT team_rollups_statuses CHECK (planned + in_progress + done + postponed + cancelled = reported),
    CONSTRAINT team_rollups_coverage CHECK (reported + not_reported = activities),
    CONSTRAINT team_rollups_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id) ON DELETE CASCADE,
    CONSTRAINT team_rollups_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams(key) ON DELETE CASCADE)`,
  `DELETE FROM regional_sections WHERE key IN ('teams', 'team_leads')`,
];

/** Teams as rows; the documents that held them go, and the seeds put their content in again. */
export class CreateTeams1732000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE team_rollups, team_update_activities, team_updates, team_products, team_session_attendees, team_sessions, team_activity_commitments, team_activity_supporters, team_activities, team_years, team_advisors, team_members, team_leads, teams',
    );
  }
}

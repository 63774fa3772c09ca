import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUALIFIER = `('exact', 'about', 'more_than', 'nearly', 'at_most', 'less_than', 'estimate', 'computed')`;
const PRECISION = `('day', 'month', 'year', 'not_stated')`;

const UP = [
  `CREATE TABLE programmes (
    key text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, manager_id uuid, donor_id uuid, donor_note_en text, donor_note_es text,
    amount numeric(17,2), currency text, beneficiaries_expected int, beneficiaries_qualifier text, legal_basis_en text, legal_basis_es text,
    follow_up_en text, follow_up_es text, committee text[] NOT NULL DEFAULT '{}', notes jsonb NOT NULL DEFAULT '[]',
    sources text[] NOT NULL DEFAULT '{}',
    CONSTRAINT programmes_pkey PRIMARY KEY (key),
    CONSTRAINT programmes_key CHECK (key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
    CONSTRAINT programmes_money CHECK ((amount IS NULL) = (currency IS NULL) AND amount >= 0 AND currency ~ '^[A-Z]{3}$'),
    CONSTRAINT programmes_qualifier CHECK (beneficiaries_qualifier IN ${QUALIFIER}),
    CONSTRAINT programmes_beneficiaries CHECK (beneficiaries_expected >= 0),
    CONSTRAINT programmes_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES institutions(id),
    CONSTRAINT programmes_donor_id_fkey FOREIGN KEY (donor_id) REFERENCES institutions(id))`,
  `CREATE INDEX programmes_manager ON programmes (manager_id)`,
  `CREATE INDEX programmes_donor ON programmes (donor_id)`,
  `CREATE TABLE projects (
    id uuid NOT NULL, key text NOT NULL, programme_key text NOT NULL, state_code text, executing_id uuid, donor_id uuid,
    title_en text NOT NULL, title_es text NOT NULL, amount numeric(17,2), currency text, expected_end_on date,
    expected_end_precision text NOT NULL DEFAULT 'not_stated', beneficiaries_expected int, beneficiaries_qualifier text,
    further_beneficiaries jsonb NOT NULL DEFAULT '[]', note_en text, note_es text, sources text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT projects_pkey PRIMARY KEY (id),
    CONSTRAINT projects_key CHECK (key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'),
    CONSTRAINT projects_money CHECK ((amount IS NULL) = (currency IS NULL) AND amount >= 0 AND currency ~ '^[A-Z]{3}$'),
    CONSTRAINT projects_expected_end CHECK (expected_end_precision IN ${PRECISION} AND (expected_end_on IS NULL) = (expected_end_precision = 'not_stated')),
    CONSTRAINT projects_beneficiaries CHECK (beneficiaries_expected >= 0 AND beneficiaries_qualifier IN ${QUALIFIER} AND (beneficiaries_qualifier IS NULL OR beneficiaries_expected IS NOT NULL)),
    CONSTRAINT projects_programme_key_fkey FOREIGN KEY (programme_key) REFERENCES programmes(key),
    CONSTRAINT projects_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code),
    CONSTRAINT projects_executing_id_fkey FOREIGN KEY (executing_id) REFERENCES institutions(id),
    CONSTRAINT projects_donor_id_fkey FOREIGN KEY (donor_id) REFERENCES institutions(id))`,
  `CREATE UNIQUE INDEX projects_key_unique ON projects (key)`,
  `CREATE INDEX projects_programme_key ON projects (programme_key)`,
  `CREATE INDEX projects_state_code ON projects (state_code)`,
  `CREATE INDEX projects_executing ON projects (executing_id)`,
  `CREATE INDEX projects_donor ON projects (donor_id)`,
  `CREATE TABLE project_commitments (
    project_id uuid NOT NULL, commitment_id uuid NOT NULL,
    CONSTRAINT project_commitments_pkey PRIMARY KEY (project_id, commitment_id),
    CONSTRAINT project_commitments_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
    CONSTRAINT project_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id))`,
  `CREATE INDEX project_commitments_commitment_id ON project_commitments (commitment_id)`,
  `CREATE TABLE project_reports (
    id uuid NOT NULL, project_id uuid NOT NULL, number int NOT NULL, as_of date, as_of_precision text NOT NULL, percent numeric(5,2),
    status_en text, status_es text, reached int, reached_qualifier text, sources text[] NOT NULL, author_id uuid,
    created_at timestamptz NOT NULL,
    CONSTRAINT project_reports_pkey PRIMARY KEY (id),
    CONSTRAINT project_reports_project_number UNIQUE (project_id, number),
    CONSTRAINT project_reports_number CHECK (number >= 1),
    CONSTRAINT project_reports_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT project_reports_reached CHECK (reached >= 0 AND reached_qualifier IN ${QUALIFIER} AND (reached_qualifier IS NULL OR reached IS NOT NULL)),
    CONSTRAINT project_reports_as_of CHECK (as_of_precision IN ${PRECISION} AND (as_of IS NULL) = (as_of_precision = 'not_stated')),
    CONSTRAINT project_reports_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT project_reports_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE,
    CONSTRAINT project_reports_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id))`,
  `DELETE FROM regional_sections WHERE key IN ('mirps_fund', 'good_practice_projects')`,
];

/** Projects of any programme as rows; the documents that held two of them go, and the seeds put their content in again. */
export class CreateProjects1732000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE project_reports, project_commitments, projects, programmes');
  }
}

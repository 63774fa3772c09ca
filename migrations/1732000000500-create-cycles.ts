import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE cycles (
    id uuid NOT NULL, key text NOT NULL, year int NOT NULL, kind text NOT NULL, state text NOT NULL DEFAULT 'planned',
    facts_from date NOT NULL, facts_to date NOT NULL, opens_on date NOT NULL, due_on date NOT NULL,
    review_by_on date NOT NULL, cutoff_on date NOT NULL, reminder_offsets int[] NOT NULL DEFAULT '{-30,-14,-7,-1,0,3,7}',
    reminder_hour int NOT NULL DEFAULT 9, opened_at timestamptz, review_started_at timestamptz, endorsed_at timestamptz,
    published_at timestamptz, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cycles_pkey PRIMARY KEY (id),
    CONSTRAINT cycles_year_kind UNIQUE (year, kind),
    CONSTRAINT cycles_key UNIQUE (key),
    CONSTRAINT cycles_days CHECK (facts_from <= facts_to AND opens_on <= due_on AND due_on <= review_by_on AND review_by_on <= cutoff_on),
    CONSTRAINT cycles_reminder_hour CHECK (reminder_hour BETWEEN 0 AND 23),
    CONSTRAINT cycles_year CHECK (year BETWEEN 2018 AND 2100),
    CONSTRAINT cycles_state CHECK (state IN ('planned', 'open', 'in_review', 'endorsed', 'published')),
    CONSTRAINT cycles_kind CHECK (kind IN ('mid_year', 'annual')))`,
  `CREATE TABLE state_submissions (
    id uuid NOT NULL, cycle_id uuid NOT NULL, state_code text NOT NULL, state text NOT NULL DEFAULT 'open',
    submitted_at timestamptz, submitted_by uuid, decided_at timestamptz, decided_by uuid, note text,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT state_submissions_pkey PRIMARY KEY (id),
    CONSTRAINT state_submissions_cycle_state UNIQUE (cycle_id, state_code),
    CONSTRAINT state_submissions_decided CHECK (state NOT IN ('returned', 'accepted') OR decided_at IS NOT NULL),
    CONSTRAINT state_submissions_submitted CHECK (state = 'open' OR submitted_at IS NOT NULL),
    CONSTRAINT state_submissions_state CHECK (state IN ('open', 'submitted', 'returned', 'accepted')))`,
  `CREATE TABLE submission_messages (
    id uuid NOT NULL, submission_id uuid NOT NULL, author_id uuid, author_name text NOT NULL, at timestamptz NOT NULL,
    kind text NOT NULL, text text NOT NULL,
    CONSTRAINT submission_messages_pkey PRIMARY KEY (id),
    CONSTRAINT submission_messages_kind CHECK (kind IN ('question', 'answer', 'return', 'accept')))`,
  `CREATE TABLE commitment_explanations (
    cycle_id uuid NOT NULL, commitment_id uuid NOT NULL, kind text NOT NULL, text_en text, text_es text, author_id uuid,
    at timestamptz NOT NULL,
    CONSTRAINT commitment_explanations_pkey PRIMARY KEY (cycle_id, commitment_id),
    CONSTRAINT commitment_explanations_text CHECK (coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''),
    CONSTRAINT commitment_explanations_kind CHECK (kind IN ('no_change', 'not_assessed', 'reopened')))`,
  `CREATE INDEX commitment_explanations_commitment_id ON commitment_explanations (commitment_id)`,
  `CREATE INDEX state_submissions_state_code ON state_submissions (state_code)`,
  `CREATE INDEX submission_messages_submission ON submission_messages (submission_id, at)`,
  `ALTER TABLE commitment_explanations ADD CONSTRAINT commitment_explanations_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id)`,
  `ALTER TABLE commitment_explanations ADD CONSTRAINT commitment_explanations_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id)`,
  `ALTER TABLE commitment_explanations ADD CONSTRAINT commitment_explanations_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id)`,
  `ALTER TABLE state_submissions ADD CONSTRAINT state_submissions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id)`,
  `ALTER TABLE state_submissions ADD CONSTRAINT state_submissions_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code)`,
  `ALTER TABLE state_submissions ADD CONSTRAINT state_submissions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES auth_users(id)`,
  `ALTER TABLE state_submissions ADD CONSTRAINT state_submissions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth_users(id)`,
  `ALTER TABLE submission_messages ADD CONSTRAINT submission_messages_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES state_submissions(id) ON DELETE CASCADE`,
  `ALTER TABLE submission_messages ADD CONSTRAINT submission_messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id)`,
];

/** Reporting cycles and what each State contributes to them. */
export class CreateCycles1732000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE commitment_explanations, submission_messages, state_submissions, cycles');
  }
}

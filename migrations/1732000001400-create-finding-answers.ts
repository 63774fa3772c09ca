import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFindingAnswers1732000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE finding_answers (
        id uuid NOT NULL, cycle_id uuid NOT NULL, state_code text NOT NULL, commitment_id uuid, fingerprint text NOT NULL, check_key text NOT NULL,
        found_en text NOT NULL, found_es text NOT NULL, about text, answer text NOT NULL, text_en text, text_es text, author_id uuid, at timestamptz NOT NULL,
        CONSTRAINT finding_answers_pkey PRIMARY KEY (id),
        CONSTRAINT finding_answers_check CHECK (check_key IN ('parts_and_total', 'share_of_counts', 'narrative_contradicts', 'same_subject',
          'cumulative_falls', 'unit_changes', 'outlier', 'target_against_direction', 'repeats_baseline', 'impossible_window', 'mixed_marks')),
        CONSTRAINT finding_answers_answer CHECK (answer IN ('confirmed', 'corrected', 'explained')),
        CONSTRAINT finding_answers_text CHECK (coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''),
        CONSTRAINT finding_answers_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id),
        CONSTRAINT finding_answers_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT finding_answers_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id),
        CONSTRAINT finding_answers_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users (id)
      )`);
    await runner.query(
      'CREATE INDEX finding_answers_finding ON finding_answers (cycle_id, state_code, fingerprint, at)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE finding_answers');
  }
}

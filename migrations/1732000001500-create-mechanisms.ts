import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMechanisms1732000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mechanisms (
        id uuid NOT NULL, key text NOT NULL, state_code text NOT NULL, kind text NOT NULL, name_en text NOT NULL, name_es text NOT NULL,
        mandate_en text, mandate_es text, chair_en text, chair_es text, secretariat_en text, secretariat_es text, part_of_id uuid,
        since_year smallint, note_en text, note_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL,
        CONSTRAINT mechanisms_pkey PRIMARY KEY (id),
        CONSTRAINT mechanisms_kind CHECK (kind IN ('roundtable', 'working_group', 'commission', 'technical_team')),
        CONSTRAINT mechanisms_since CHECK (since_year BETWEEN 1900 AND 2100),
        CONSTRAINT mechanisms_not_in_itself CHECK (part_of_id <> id),
        CONSTRAINT mechanisms_sources CHECK (cardinality(sources) > 0),
        CONSTRAINT mechanisms_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT mechanisms_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES mechanisms (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX mechanisms_key ON mechanisms (key)');
    await runner.query('CREATE INDEX mechanisms_state ON mechanisms (state_code, key)');
    await runner.query(`
      CREATE TABLE mechanism_members (
        mechanism_id uuid NOT NULL, institution_id uuid NOT NULL,
        CONSTRAINT mechanism_members_pkey PRIMARY KEY (mechanism_id, institution_id),
        CONSTRAINT mechanism_members_mechanism_id_fkey FOREIGN KEY (mechanism_id) REFERENCES mechanisms (id) ON DELETE CASCADE,
        CONSTRAINT mechanism_members_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions (id)
      )`);
    await runner.query('CREATE INDEX mechanism_members_institution ON mechanism_members (institution_id)');
    await runner.query(`
      CREATE TABLE mechanism_sessions (
        id uuid NOT NULL, mechanism_id uuid NOT NULL, position integer NOT NULL, held_on date NOT NULL, day_precision text NOT NULL,
        title_en text NOT NULL, title_es text NOT NULL, attendance_en text, attendance_es text, source text,
        CONSTRAINT mechanism_sessions_pkey PRIMARY KEY (id),
        CONSTRAINT mechanism_sessions_precision CHECK (day_precision IN ('day', 'month', 'year')),
        CONSTRAINT mechanism_sessions_mechanism_id_fkey FOREIGN KEY (mechanism_id) REFERENCES mechanisms (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX mechanism_sessions_place ON mechanism_sessions (mechanism_id, position)',
    );
    await runner.query(`
      CREATE TABLE mechanism_agreements (
        id uuid NOT NULL, mechanism_id uuid NOT NULL, session_id uuid, position integer NOT NULL, text_en text NOT NULL, text_es text NOT NULL,
        due_on date, status text NOT NULL, source text,
        CONSTRAINT mechanism_agreements_pkey PRIMARY KEY (id),
        CONSTRAINT mechanism_agreements_status CHECK (status IN ('agreed', 'in_progress', 'done', 'dropped', 'unknown')),
        CONSTRAINT mechanism_agreements_mechanism_id_fkey FOREIGN KEY (mechanism_id) REFERENCES mechanisms (id) ON DELETE CASCADE,
        CONSTRAINT mechanism_agreements_session_id_fkey FOREIGN KEY (session_id) REFERENCES mechanism_sessions (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX mechanism_agreements_place ON mechanism_agreements (mechanism_id, position)',
    );
    for (const [part, column] of [
      ['session', 'session_id'],
      ['agreement', 'agreement_id'],
    ] as const) {
      const table = `mechanism_${part}_commitments`;
      await runner.query(`
        CREATE TABLE ${table} (
          ${column} uuid NOT NULL, commitment_id uuid NOT NULL,
          CONSTRAINT ${table}_pkey PRIMARY KEY (${column}, commitment_id),
          CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}) REFERENCES mechanism_${part}s (id) ON DELETE CASCADE,
          CONSTRAINT ${table}_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id)
        )`);
      await runner.query(`CREATE INDEX ${table}_commitment ON ${table} (commitment_id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'mechanism_agreement_commitments',
      'mechanism_session_commitments',
      'mechanism_agreements',
      'mechanism_sessions',
      'mechanism_members',
      'mechanisms',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}

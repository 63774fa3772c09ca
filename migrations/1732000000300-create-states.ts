import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE states (
    code text NOT NULL, alpha3 text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, time_zone text NOT NULL,
    languages text[] NOT NULL, mechanism_en text, mechanism_es text, position int NOT NULL,
    allow_self_approval boolean NOT NULL DEFAULT false, version int NOT NULL DEFAULT 1,
    CONSTRAINT states_pkey PRIMARY KEY (code),
    CONSTRAINT states_code CHECK (code ~ '^[A-Z]{2}$'),
    CONSTRAINT states_alpha3 CHECK (alpha3 ~ '^[A-Z]{3}$'))`,
  `CREATE TABLE presidencies (
    id uuid NOT NULL, state_code text NOT NULL, year int NOT NULL, starts_on date NOT NULL, starts_precision text NOT NULL,
    ends_on date, ends_precision text, note_en text, note_es text, sources text[] NOT NULL DEFAULT '{}',
    CONSTRAINT presidencies_pkey PRIMARY KEY (id),
    CONSTRAINT presidencies_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT presidencies_precision CHECK (starts_precision IN ('day', 'month', 'year') AND ends_precision IN ('day', 'month', 'year')),
    CONSTRAINT presidencies_ends CHECK ((ends_on IS NULL) = (ends_precision IS NULL) AND ends_on > starts_on),
    CONSTRAINT presidencies_one_at_a_time EXCLUDE USING gist (daterange(starts_on, ends_on) WITH &&) DEFERRABLE INITIALLY DEFERRED)`,
  `CREATE INDEX presidencies_state_code ON presidencies (state_code)`,
  `CREATE UNIQUE INDEX presidencies_year ON presidencies (year)`,
  `CREATE TABLE areas (
    key text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, shared boolean NOT NULL, state_code text, maps_to text,
    position int NOT NULL,
    CONSTRAINT areas_pkey PRIMARY KEY (key),
    CONSTRAINT areas_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT areas_maps_to_fkey FOREIGN KEY (maps_to) REFERENCES areas (key),
    CONSTRAINT areas_key CHECK (key ~ '^([A-Z]{2}:)?[a-z][a-z0-9_]*$'),
    CONSTRAINT areas_shared_or_own CHECK (CASE WHEN shared THEN state_code IS NULL AND maps_to IS NULL AND key !~ ':' ELSE state_code IS NOT NULL AND key LIKE state_code || ':%' END))`,
  `CREATE INDEX areas_state_code ON areas (state_code)`,
  `CREATE INDEX areas_maps_to ON areas (maps_to)`,
  `CREATE TABLE institutions (
    id uuid NOT NULL, key text NOT NULL, state_code text, acronym text, name_en text NOT NULL, name_es text NOT NULL, source text,
    CONSTRAINT institutions_pkey PRIMARY KEY (id),
    CONSTRAINT institutions_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT institutions_key CHECK (key ~ '^([A-Z]{2}|REG):[^[:space:]]+$' AND (state_code IS NULL OR key LIKE state_code || ':%')))`,
  `CREATE UNIQUE INDEX institutions_key_unique ON institutions (key)`,
  `CREATE INDEX institutions_state_code ON institutions (state_code)`,
  `CREATE TABLE terms (
    list text NOT NULL, key text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, position int NOT NULL,
    CONSTRAINT terms_pkey PRIMARY KEY (list, key),
    CONSTRAINT terms_list CHECK (list IN ('population', 'action_mode')),
    CONSTRAINT terms_key CHECK (key ~ '^[a-z][a-z0-9_]*$'))`,
];

export class CreateStates1732000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terms, institutions, areas, presidencies, states');
  }
}

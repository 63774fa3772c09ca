import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRECISIONS = `('day', 'month', 'year')`;

const UP = [
  `CREATE TABLE dialogues (
    id uuid NOT NULL, year smallint NOT NULL, kind text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, lead_en text, lead_es text,
    status_en text, status_es text, launched_on date, launched_precision text, steps jsonb NOT NULL, areas jsonb NOT NULL, sources text[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dialogues_pkey PRIMARY KEY (id),
    CONSTRAINT dialogues_year_kind UNIQUE (year, kind),
    CONSTRAINT dialogues_kind CHECK (kind IN ('civil_society', 'private_sector', 'academia')),
    CONSTRAINT dialogues_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT dialogues_launch CHECK ((launched_on IS NULL) = (launched_precision IS NULL)),
    CONSTRAINT dialogues_precision CHECK (launched_precision IN ${PRECISIONS}),
    CONSTRAINT dialogues_sources CHECK (cardinality(sources) > 0))`,
  `CREATE TABLE support_platform (
    id smallint NOT NULL, launched smallint NOT NULL, notes jsonb NOT NULL, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT support_platform_pkey PRIMARY KEY (id),
    CONSTRAINT support_platform_single CHECK (id = 1),
    CONSTRAINT support_platform_sources CHECK (cardinality(sources) > 0))`,
  `CREATE TABLE platform_members (
    position integer NOT NULL, kind text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, from_year smallint, until_year smallint,
    CONSTRAINT platform_members_pkey PRIMARY KEY (position),
    CONSTRAINT platform_members_kind CHECK (kind IN ('state', 'organisation')),
    CONSTRAINT platform_members_period CHECK (until_year >= from_year))`,
  `CREATE TABLE platform_chairs (
    position integer NOT NULL, name_en text NOT NULL, name_es text NOT NULL, from_year smallint NOT NULL, until_year smallint,
    period_en text NOT NULL, period_es text NOT NULL, note_en text, note_es text, priority_en text, priority_es text, sources text[] NOT NULL,
    CONSTRAINT platform_chairs_pkey PRIMARY KEY (position),
    CONSTRAINT platform_chairs_period CHECK (until_year >= from_year),
    CONSTRAINT platform_chairs_sources CHECK (cardinality(sources) > 0))`,
  `CREATE TABLE alliance_events (
    id uuid NOT NULL, kind text NOT NULL, year smallint NOT NULL, held_on date, held_precision text NOT NULL, name_en text NOT NULL,
    name_es text NOT NULL, detail_en text, detail_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT alliance_events_pkey PRIMARY KEY (id),
    CONSTRAINT alliance_events_kind CHECK (kind IN ('oas', 'learning')),
    CONSTRAINT alliance_events_precision CHECK (held_precision IN ${PRECISIONS}),
    CONSTRAINT alliance_events_day CHECK (held_on IS NOT NULL OR held_precision = 'year'),
    CONSTRAINT alliance_events_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT alliance_events_same_year CHECK (extract(year FROM held_on) = year),
    CONSTRAINT alliance_events_sources CHECK (cardinality(sources) > 0))`,
  `CREATE INDEX alliance_events_place ON alliance_events (year, kind)`,
  `CREATE TABLE good_practices (
    id uuid NOT NULL, state_code text NOT NULL, area_key text NOT NULL, year smallint NOT NULL, title_en text NOT NULL, title_es text NOT NULL,
    text_en text, text_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT good_practices_pkey PRIMARY KEY (id),
    CONSTRAINT good_practices_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT good_practices_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT good_practices_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT good_practices_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas (key))`,
  `CREATE INDEX good_practices_state ON good_practices (state_code)`,
  `CREATE INDEX good_practices_area ON good_practices (area_key)`,
  `CREATE TABLE good_practice_commitments (
    practice_id uuid NOT NULL, commitment_id uuid NOT NULL,
    CONSTRAINT good_practice_commitments_pkey PRIMARY KEY (practice_id, commitment_id),
    CONSTRAINT good_practice_commitments_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES good_practices (id) ON DELETE CASCADE,
    CONSTRAINT good_practice_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id))`,
  `CREATE INDEX good_practice_commitments_commitment ON good_practice_commitments (commitment_id)`,
  `CREATE TABLE good_practice_adoptions (
    practice_id uuid NOT NULL, state_code text NOT NULL, year smallint, source text NOT NULL,
    CONSTRAINT good_practice_adoptions_pkey PRIMARY KEY (practice_id, state_code),
    CONSTRAINT good_practice_adoptions_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT good_practice_adoptions_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES good_practices (id) ON DELETE CASCADE,
    CONSTRAINT good_practice_adoptions_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code))`,
  `CREATE INDEX good_practice_adoptions_state ON good_practice_adoptions (state_code)`,
  `DELETE FROM regional_sections WHERE key IN ('dialogue_mechanisms', 'support_platform', 'oas_events')`,
];

/** Alliances as rows; the documents that held them go, and the seeds put their content in again. */
export class CreateAlliances1732000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE good_practice_adoptions, good_practice_commitments, good_practices, alliance_events, platform_chairs, platform_members,
                  support_platform, dialogues`,
    );
  }
}

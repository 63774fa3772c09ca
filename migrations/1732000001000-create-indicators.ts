import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE frameworks (
        key text NOT NULL, name_en text NOT NULL, name_es text NOT NULL, owner text NOT NULL, note_en text,
        note_es text, version int NOT NULL DEFAULT 1,
        CONSTRAINT frameworks_pkey PRIMARY KEY (key)
      )`,
  `CREATE TABLE framework_areas (
        framework_key text NOT NULL, code text NOT NULL, name_en text NOT NULL, name_es text NOT NULL,
        CONSTRAINT framework_areas_pkey PRIMARY KEY (framework_key, code),
        CONSTRAINT framework_areas_framework_key_fkey FOREIGN KEY (framework_key) REFERENCES frameworks (key) ON DELETE CASCADE
      )`,
  `CREATE TABLE indicators (
        id uuid NOT NULL, framework_key text NOT NULL, level text NOT NULL, code text NOT NULL, area_code text,
        name_en text NOT NULL, name_es text NOT NULL, value_type text NOT NULL, unit_en text, unit_es text,
        scale jsonb, scale_ordered boolean NOT NULL DEFAULT true, direction text NOT NULL, direction_inferred boolean NOT NULL DEFAULT false, basis text NOT NULL,
        over_time text NOT NULL, over_places text NOT NULL, note_en text, note_es text, source text NOT NULL,
        version int NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT indicators_pkey PRIMARY KEY (id),
        CONSTRAINT indicators_framework_key_fkey FOREIGN KEY (framework_key) REFERENCES frameworks (key),
        CONSTRAINT indicators_key UNIQUE (framework_key, level, code),
        CONSTRAINT indicators_scale CHECK ((value_type = 'ordinal') = (scale IS NOT NULL)),
        CONSTRAINT indicators_over_places CHECK (over_places IN ('sum', 'share', 'tally', 'none')),
        CONSTRAINT indicators_over_time CHECK (over_time IN ('sum', 'share', 'latest', 'tally', 'none')),
        CONSTRAINT indicators_basis CHECK (basis IN ('period', 'cumulative', 'stock', 'average')),
        CONSTRAINT indicators_direction CHECK (direction IN ('higher_is_better', 'lower_is_better', 'neither')),
        CONSTRAINT indicators_value_type CHECK (value_type IN ('percent', 'count', 'ratio', 'yes_no', 'ordinal', 'duration', 'money')),
        CONSTRAINT indicators_level CHECK (level IN ('impact', 'outcome', 'output'))
      )`,
  `CREATE TABLE indicator_series (
        id uuid NOT NULL, indicator_id uuid NOT NULL, place text NOT NULL, place_en text NOT NULL,
        place_es text NOT NULL, state_code text, population_key text NOT NULL, population_en text NOT NULL,
        population_es text NOT NULL, preferred_source text, version int NOT NULL DEFAULT 1,
        CONSTRAINT indicator_series_pkey PRIMARY KEY (id),
        CONSTRAINT indicator_series_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE,
        CONSTRAINT indicator_series_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT indicator_series_key UNIQUE (indicator_id, place, population_key)
      )`,
  `CREATE TABLE observations (
        id uuid NOT NULL, series_id uuid NOT NULL, year smallint NOT NULL, part text NOT NULL DEFAULT 'year',
        role text NOT NULL, dimension text NOT NULL DEFAULT '', category text NOT NULL DEFAULT '',
        source text NOT NULL, value_state text NOT NULL DEFAULT 'reported', value numeric, numerator numeric,
        denominator numeric, currency text, qualifier text NOT NULL DEFAULT 'exact', printed text, note_en text,
        note_es text, version int NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT observations_pkey PRIMARY KEY (id),
        CONSTRAINT observations_series_id_fkey FOREIGN KEY (series_id) REFERENCES indicator_series (id) ON DELETE CASCADE,
        CONSTRAINT observations_key UNIQUE (series_id, year, part, role, dimension, category, source),
        CONSTRAINT observations_qualifier CHECK (qualifier IN ('exact', 'about', 'more_than', 'nearly', 'at_most', 'less_than', 'estimate', 'computed')),
        CONSTRAINT observations_dimension CHECK ((dimension = '') = (category = '')),
        CONSTRAINT observations_share CHECK ((numerator IS NULL) = (denominator IS NULL) AND denominator > 0),
        CONSTRAINT observations_value CHECK ((value IS NOT NULL) = (value_state IN ('reported', 'carried_forward'))),
        CONSTRAINT observations_state CHECK (value_state IN ('reported', 'unknown', 'not_reported', 'not_applicable', 'carried_forward')),
        CONSTRAINT observations_year CHECK (year BETWEEN 1950 AND 2100),
        CONSTRAINT observations_part CHECK (part IN ('year', 'h1', 'h2', 'q1', 'q2', 'q3', 'q4')),
        CONSTRAINT observations_role CHECK (role IN ('baseline', 'target', 'actual'))
      )`,
  `CREATE TABLE budget_lines (
        id uuid NOT NULL, framework_key text NOT NULL, place text NOT NULL, state_code text, year smallint NOT NULL,
        kind text NOT NULL, position int NOT NULL, area_code text, name_en text NOT NULL, name_es text NOT NULL,
        is_total boolean NOT NULL DEFAULT false, currency text NOT NULL, final_budget numeric, funds_available numeric,
        expenditure numeric, source text NOT NULL,
        CONSTRAINT budget_lines_pkey PRIMARY KEY (id),
        CONSTRAINT budget_lines_framework_key_fkey FOREIGN KEY (framework_key) REFERENCES frameworks (key),
        CONSTRAINT budget_lines_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT budget_lines_key UNIQUE (framework_key, place, year, kind, position, source),
        CONSTRAINT budget_lines_currency CHECK (currency ~ '^[A-Z]{3}$'),
        CONSTRAINT budget_lines_kind CHECK (kind IN ('impact', 'outcome'))
      )`,
  `CREATE TABLE indicator_commitments (
        indicator_id uuid NOT NULL, commitment_id uuid NOT NULL,
        CONSTRAINT indicator_commitments_pkey PRIMARY KEY (indicator_id, commitment_id),
        CONSTRAINT indicator_commitments_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE,
        CONSTRAINT indicator_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id)
      )`,
  'CREATE INDEX indicator_commitments_commitment_id ON indicator_commitments (commitment_id)',
];

export class CreateIndicators1732000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE indicator_commitments, budget_lines, observations, indicator_series, indicators, framework_areas, frameworks',
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePartners1732000001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partner_sheets (
        id uuid NOT NULL, key text NOT NULL, partner_id uuid NOT NULL, year smallint NOT NULL, state_code text, title_en text NOT NULL,
        title_es text NOT NULL, source text NOT NULL, language text, version integer NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL,
        CONSTRAINT partner_sheets_pkey PRIMARY KEY (id),
        CONSTRAINT partner_sheets_key CHECK (key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'),
        CONSTRAINT partner_sheets_year CHECK (year BETWEEN 2017 AND 2100),
        CONSTRAINT partner_sheets_language CHECK (language IN ('en', 'es', 'fr', 'pt')),
        CONSTRAINT partner_sheets_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES institutions (id),
        CONSTRAINT partner_sheets_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code)
      )`);
    await runner.query('CREATE UNIQUE INDEX partner_sheets_key_unique ON partner_sheets (key)');
    await runner.query('CREATE INDEX partner_sheets_place ON partner_sheets (state_code, year)');
    await runner.query('CREATE INDEX partner_sheets_partner ON partner_sheets (partner_id)');
    await runner.query(`
      CREATE TABLE partner_figures (
        id uuid NOT NULL, sheet_id uuid NOT NULL, position integer NOT NULL, code text NOT NULL, label_en text NOT NULL, label_es text NOT NULL,
        value_type text NOT NULL, value_state text NOT NULL DEFAULT 'reported', value numeric, qualifier text NOT NULL DEFAULT 'exact',
        basis text NOT NULL DEFAULT 'period', unit_en text, unit_es text, currency text, window_start date, window_end date, as_of date,
        population text, place text, footnote_en text, footnote_es text, page text, source text,
        CONSTRAINT partner_figures_pkey PRIMARY KEY (id),
        CONSTRAINT partner_figures_code UNIQUE (sheet_id, code),
        CONSTRAINT partner_figures_value_type CHECK (value_type IN ('count', 'percent', 'money', 'duration', 'yes_no')),
        CONSTRAINT partner_figures_state CHECK (value_state IN ('reported', 'unknown', 'not_reported', 'carried_forward')),
        CONSTRAINT partner_figures_value CHECK ((value IS NOT NULL) = (value_state IN ('reported', 'carried_forward'))),
        CONSTRAINT partner_figures_qualifier CHECK (qualifier IN ('exact', 'about', 'more_than', 'nearly', 'at_most', 'less_than', 'estimate', 'computed')),
        CONSTRAINT partner_figures_basis CHECK (basis IN ('period', 'cumulative', 'stock', 'rate', 'average', 'maximum', 'coverage', 'change', 'design', 'distribution')),
        CONSTRAINT partner_figures_money CHECK (value_type <> 'money' OR value IS NULL OR currency ~ '^[A-Z]{3}$'),
        CONSTRAINT partner_figures_window CHECK (window_start <= window_end),
        CONSTRAINT partner_figures_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES partner_sheets (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE partner_figure_commitments (
        figure_id uuid NOT NULL, commitment_id uuid NOT NULL,
        CONSTRAINT partner_figure_commitments_pkey PRIMARY KEY (figure_id, commitment_id),
        CONSTRAINT partner_figure_commitments_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES partner_figures (id) ON DELETE CASCADE,
        CONSTRAINT partner_figure_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id)
      )`);
    await runner.query(
      'CREATE INDEX partner_figure_commitments_commitment ON partner_figure_commitments (commitment_id)',
    );
    await runner.query(`
      CREATE TABLE partner_figure_indicators (
        figure_id uuid NOT NULL, indicator_id uuid NOT NULL,
        CONSTRAINT partner_figure_indicators_pkey PRIMARY KEY (figure_id, indicator_id),
        CONSTRAINT partner_figure_indicators_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES partner_figures (id) ON DELETE CASCADE,
        CONSTRAINT partner_figure_indicators_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators (id)
      )`);
    await runner.query(
      'CREATE INDEX partner_figure_indicators_indicator ON partner_figure_indicators (indicator_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE partner_figure_indicators, partner_figure_commitments, partner_figures, partner_sheets',
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const CURRENCY = `currency ~ '^[A-Z]{3}$'`;

const UP = [
  `CREATE TABLE exchange_rates (
    id uuid NOT NULL, from_currency text NOT NULL, to_currency text NOT NULL, rate numeric(20,10) NOT NULL, as_of date NOT NULL,
    source text NOT NULL,
    CONSTRAINT exchange_rates_pkey PRIMARY KEY (id),
    CONSTRAINT exchange_rates_pair_day UNIQUE (from_currency, to_currency, as_of),
    CONSTRAINT exchange_rates_pair CHECK (from_currency ~ '^[A-Z]{3}$' AND to_currency ~ '^[A-Z]{3}$' AND from_currency <> to_currency),
    CONSTRAINT exchange_rates_rate CHECK (rate > 0),
    CONSTRAINT exchange_rates_source CHECK (source <> ''))`,
  `CREATE TABLE needs (
    id uuid NOT NULL, commitment_id uuid NOT NULL, year smallint NOT NULL, currency text NOT NULL, own_resources numeric(17,2),
    cooperation_sought numeric(17,2), sources text[] NOT NULL, version int NOT NULL DEFAULT 1,
    CONSTRAINT needs_pkey PRIMARY KEY (id),
    CONSTRAINT needs_commitment_year UNIQUE (commitment_id, year),
    CONSTRAINT needs_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT needs_currency CHECK (${CURRENCY}),
    CONSTRAINT needs_amounts CHECK (own_resources >= 0 AND cooperation_sought >= 0 AND (own_resources IS NOT NULL OR cooperation_sought IS NOT NULL)),
    CONSTRAINT needs_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT needs_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id))`,
  `CREATE INDEX needs_year_index ON needs (year)`,
  `CREATE TABLE contributions (
    id uuid NOT NULL, key text NOT NULL, year smallint NOT NULL, contributor_en text NOT NULL, contributor_es text NOT NULL,
    support_platform_member boolean NOT NULL DEFAULT false, project_id uuid, commitment_id uuid, state_code text, area_key text,
    amount numeric(17,2) NOT NULL, currency text NOT NULL, sources text[] NOT NULL,
    CONSTRAINT contributions_pkey PRIMARY KEY (id),
    CONSTRAINT contributions_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT contributions_currency CHECK (${CURRENCY}),
    CONSTRAINT contributions_amount CHECK (amount >= 0),
    CONSTRAINT contributions_key CHECK (key ~ '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'),
    CONSTRAINT contributions_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT contributions_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects(id),
    CONSTRAINT contributions_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id),
    CONSTRAINT contributions_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code),
    CONSTRAINT contributions_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas(key))`,
  `CREATE UNIQUE INDEX contributions_key_unique ON contributions (key)`,
  `CREATE INDEX contributions_year_index ON contributions (year)`,
  `CREATE INDEX contributions_project_id ON contributions (project_id)`,
  `CREATE INDEX contributions_commitment_id ON contributions (commitment_id)`,
  `CREATE INDEX contributions_state_code ON contributions (state_code)`,
  `CREATE INDEX contributions_area_key ON contributions (area_key)`,
  `CREATE TABLE stated_gaps (
    key text NOT NULL, year smallint NOT NULL, state_code text, amount numeric(17,2), currency text, note_en text NOT NULL,
    note_es text NOT NULL, sources text[] NOT NULL,
    CONSTRAINT stated_gaps_pkey PRIMARY KEY (key),
    CONSTRAINT stated_gaps_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT stated_gaps_money CHECK ((amount IS NULL) = (currency IS NULL) AND amount >= 0 AND ${CURRENCY}),
    CONSTRAINT stated_gaps_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT stated_gaps_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code))`,
  `CREATE INDEX stated_gaps_state_code ON stated_gaps (state_code)`,
  `DELETE FROM regional_sections WHERE key = 'quantification'`,
];

/** What commitments cost, who pays and by which rates; the document that held it goes, and the seeds put its content in again. */
export class CreateQuantification1732000001250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stated_gaps, contributions, needs, exchange_rates');
  }
}

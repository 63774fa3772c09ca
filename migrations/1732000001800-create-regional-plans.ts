import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE annual_meetings (
    ordinal smallint NOT NULL, year smallint NOT NULL, host_state text, held_on date, held_precision text, day_inferred boolean NOT NULL
    DEFAULT false, place_en text, place_es text, note_en text, note_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT annual_meetings_pkey PRIMARY KEY (ordinal),
    CONSTRAINT annual_meetings_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT annual_meetings_day CHECK ((held_on IS NULL) = (held_precision IS NULL)),
    CONSTRAINT annual_meetings_precision CHECK (held_precision IN ('day', 'month', 'year')),
    CONSTRAINT annual_meetings_same_year CHECK (extract(year FROM held_on) = year),
    CONSTRAINT annual_meetings_year CHECK (year BETWEEN 2017 AND 2100),
    CONSTRAINT annual_meetings_ordinal CHECK (ordinal > 0),
    CONSTRAINT annual_meetings_host_state_fkey FOREIGN KEY (host_state) REFERENCES states (code))`,
  `CREATE INDEX annual_meetings_by_year ON annual_meetings (year)`,
  `CREATE INDEX annual_meetings_host ON annual_meetings (host_state)`,
  `CREATE TABLE regional_documents (
    key text NOT NULL, kind text NOT NULL, title_en text NOT NULL, title_es text NOT NULL, adopted_on date, adopted_precision text, place_en
    text, place_es text, url text, meeting smallint, content jsonb NOT NULL, note_en text, note_es text, sources text[] NOT NULL, version
    integer NOT NULL DEFAULT 1,
    CONSTRAINT regional_documents_pkey PRIMARY KEY (key),
    CONSTRAINT regional_documents_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT regional_documents_day CHECK ((adopted_on IS NULL) = (adopted_precision IS NULL)),
    CONSTRAINT regional_documents_precision CHECK (adopted_precision IN ('day', 'month', 'year')),
    CONSTRAINT regional_documents_kind CHECK (kind IN ('declaration', 'charter', 'resolution')),
    CONSTRAINT regional_documents_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT regional_documents_meeting_fkey FOREIGN KEY (meeting) REFERENCES annual_meetings (ordinal) ON DELETE SET NULL)`,
  `CREATE INDEX regional_documents_meeting ON regional_documents (meeting)`,
  `CREATE TABLE regional_plans (
    year smallint NOT NULL, note_en text, note_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT regional_plans_pkey PRIMARY KEY (year),
    CONSTRAINT regional_plans_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT regional_plans_year CHECK (year BETWEEN 2017 AND 2100))`,
  `CREATE TABLE regional_plan_items (
    id uuid NOT NULL, year smallint NOT NULL, part text NOT NULL, position integer NOT NULL, text_en text NOT NULL, text_es text NOT NULL,
    CONSTRAINT regional_plan_items_pkey PRIMARY KEY (id),
    CONSTRAINT regional_plan_items_part CHECK (part IN ('focusAreas', 'pillars', 'presidencyLessons')),
    CONSTRAINT regional_plan_items_year_fkey FOREIGN KEY (year) REFERENCES regional_plans (year) ON DELETE CASCADE)`,
  `CREATE INDEX regional_plan_items_place ON regional_plan_items (year, part, position)`,
  `CREATE TABLE regional_plan_item_areas (
    item_id uuid NOT NULL, area_key text NOT NULL,
    CONSTRAINT regional_plan_item_areas_pkey PRIMARY KEY (item_id, area_key),
    CONSTRAINT regional_plan_item_areas_item_id_fkey FOREIGN KEY (item_id) REFERENCES regional_plan_items (id) ON DELETE CASCADE,
    CONSTRAINT regional_plan_item_areas_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas (key))`,
  `CREATE INDEX regional_plan_item_areas_area ON regional_plan_item_areas (area_key)`,
  `CREATE TABLE regional_plan_item_commitments (
    item_id uuid NOT NULL, commitment_id uuid NOT NULL,
    CONSTRAINT regional_plan_item_commitments_pkey PRIMARY KEY (item_id, commitment_id),
    CONSTRAINT regional_plan_item_commitments_item_id_fkey FOREIGN KEY (item_id) REFERENCES regional_plan_items (id) ON DELETE CASCADE,
    CONSTRAINT regional_plan_item_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id))`,
  `CREATE INDEX regional_plan_item_commitments_commitment ON regional_plan_item_commitments (commitment_id)`,
  `CREATE TABLE regional_plan_documents (
    year smallint NOT NULL, document_key text NOT NULL,
    CONSTRAINT regional_plan_documents_pkey PRIMARY KEY (year, document_key),
    CONSTRAINT regional_plan_documents_year_fkey FOREIGN KEY (year) REFERENCES regional_plans (year) ON DELETE CASCADE,
    CONSTRAINT regional_plan_documents_document_key_fkey FOREIGN KEY (document_key) REFERENCES regional_documents (key) ON DELETE CASCADE)`,
  `CREATE INDEX regional_plan_documents_document ON regional_plan_documents (document_key)`,
  `CREATE TABLE context_figures (
    year smallint NOT NULL, key text NOT NULL, position integer NOT NULL, label_en text NOT NULL, label_es text NOT NULL, value numeric,
    value_state text NOT NULL, value_type text NOT NULL, qualifier text NOT NULL, basis text NOT NULL, role text NOT NULL, unit_en text,
    unit_es text, window_start date, window_end date, window_text_en text, window_text_es text, as_of date, disaggregation jsonb NOT NULL,
    note_en text, note_es text, sources text[] NOT NULL, version integer NOT NULL DEFAULT 1,
    CONSTRAINT context_figures_pkey PRIMARY KEY (year, key),
    CONSTRAINT context_figures_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT context_figures_window CHECK (window_start <= window_end),
    CONSTRAINT context_figures_role CHECK (role IN ('observed', 'target', 'baseline', 'planned_coverage')),
    CONSTRAINT context_figures_basis CHECK (basis IN ('period', 'cumulative', 'stock', 'rate', 'average', 'maximum', 'coverage', 'change',
      'design', 'distribution')),
    CONSTRAINT context_figures_qualifier CHECK (qualifier IN ('exact', 'about', 'more_than', 'nearly', 'at_most', 'less_than', 'estimate',
      'computed')),
    CONSTRAINT context_figures_type CHECK (value_type IN ('count', 'percent', 'ratio', 'duration', 'frequency')),
    CONSTRAINT context_figures_value CHECK (value_state IN ('reported', 'unknown', 'not_reported', 'carried_forward') AND (value_state IN
      ('reported', 'carried_forward')) = (value IS NOT NULL)),
    CONSTRAINT context_figures_key CHECK (key ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
    CONSTRAINT context_figures_year CHECK (year BETWEEN 2017 AND 2100))`,
  `CREATE INDEX context_figures_place ON context_figures (year, position)`,
  `CREATE TABLE published_counts (
    place text NOT NULL, area_split jsonb NOT NULL, other_totals jsonb NOT NULL, caveat_en text, caveat_es text, sources text[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT published_counts_pkey PRIMARY KEY (place),
    CONSTRAINT published_counts_sources CHECK (cardinality(sources) > 0),
    CONSTRAINT published_counts_place CHECK (place ~ '^([A-Z]{2}|REG)$'))`,
  `CREATE TABLE acronyms (
    place text NOT NULL, acronym text NOT NULL, term_en text NOT NULL, term_es text NOT NULL, kind text NOT NULL, institution_id uuid,
    source text NOT NULL, note_en text, note_es text, version integer NOT NULL DEFAULT 1,
    CONSTRAINT acronyms_pkey PRIMARY KEY (place, acronym),
    CONSTRAINT acronyms_source CHECK (source <> ''),
    CONSTRAINT acronyms_kind CHECK (kind IN ('academia', 'civil_society', 'cooperation', 'document', 'government', 'information_system',
      'international_organisation', 'local_government', 'mechanism', 'private_sector', 'programme', 'project', 'register', 'service',
      'survey', 'term')),
    CONSTRAINT acronyms_place CHECK (place ~ '^([A-Z]{2}|REG)$'),
    CONSTRAINT acronyms_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions (id))`,
  `CREATE INDEX acronyms_institution ON acronyms (institution_id)`,
  'DROP TABLE regional_sections',
];

const DOWN = [
  `CREATE TABLE regional_sections (
    year smallint NOT NULL, key text NOT NULL, content jsonb NOT NULL, version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT regional_sections_pkey PRIMARY KEY (year, key),
    CONSTRAINT regional_sections_key CHECK (key ~ '^[a-z_]+$'),
    CONSTRAINT regional_sections_year CHECK (year BETWEEN 2017 AND 2100))`,
  'DROP TABLE acronyms',
  'DROP TABLE published_counts',
  'DROP TABLE context_figures',
  'DROP TABLE regional_plan_documents',
  'DROP TABLE regional_plan_item_commitments',
  'DROP TABLE regional_plan_item_areas',
  'DROP TABLE regional_plan_items',
  'DROP TABLE regional_plans',
  'DROP TABLE regional_documents',
  'DROP TABLE annual_meetings',
];

/** What was one document a section becomes rows; the seeds put the known ones in again. */
export class CreateRegionalPlans1732000001800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

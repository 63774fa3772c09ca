import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE updates (
    id uuid NOT NULL, commitment_id uuid NOT NULL, cycle_id uuid NOT NULL, state_code text NOT NULL,
    area_key text NOT NULL, revision int NOT NULL DEFAULT 1, review_state text NOT NULL DEFAULT 'draft',
    is_latest boolean NOT NULL DEFAULT true, stage text, outlook text, percent numeric(5,2), percent_source text,
    no_change boolean NOT NULL DEFAULT false, narrative_en text, narrative_es text, challenges_en text,
    challenges_es text, next_steps_en text, next_steps_es text, support_needed_en text, support_needed_es text,
    illustrative text[] NOT NULL DEFAULT '{}', author_id uuid, submitted_at timestamptz, submitted_by uuid,
    decided_at timestamptz, decided_by uuid, return_reason text, revision_reason text, period_end date NOT NULL,
    version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT updates_pkey PRIMARY KEY (id),
    CONSTRAINT updates_cycle_commitment_revision UNIQUE (cycle_id, commitment_id, revision),
    CONSTRAINT updates_illustrative CHECK (illustrative <@ ARRAY['stage', 'outlook', 'percent']),
    CONSTRAINT updates_returned_with_reason CHECK (review_state <> 'returned' OR return_reason IS NOT NULL),
    CONSTRAINT updates_decided CHECK (review_state IN ('draft', 'submitted') OR decided_at IS NOT NULL),
    CONSTRAINT updates_complete CHECK (review_state IN ('draft', 'returned') OR (stage IS NOT NULL AND outlook IS NOT NULL AND submitted_at IS NOT NULL)),
    CONSTRAINT updates_percent_source CHECK (percent_source IN ('reported', 'milestones') AND (percent IS NULL OR percent_source IS NOT NULL)),
    CONSTRAINT updates_percent CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT updates_outlook CHECK (outlook IN ('on_track', 'at_risk', 'off_track', 'not_assessed')),
    CONSTRAINT updates_stage CHECK (stage IN ('not_started', 'planning', 'in_progress', 'fulfilled', 'discontinued')),
    CONSTRAINT updates_review_state CHECK (review_state IN ('draft', 'submitted', 'returned', 'approved', 'published')),
    CONSTRAINT updates_revision CHECK (revision >= 1 AND (revision = 1 OR revision_reason IS NOT NULL)))`,
  `CREATE TABLE update_milestones (
    update_id uuid NOT NULL, milestone_id uuid NOT NULL, percent numeric(5,2) NOT NULL,
    CONSTRAINT update_milestones_pkey PRIMARY KEY (update_id, milestone_id),
    CONSTRAINT update_milestones_percent CHECK (percent BETWEEN 0 AND 100))`,
  `CREATE TABLE facts (
    id uuid NOT NULL, code text, update_id uuid, cycle_id uuid NOT NULL, state_code text NOT NULL, area_key text,
    section text, kind text NOT NULL, text_en text, text_es text, institutions text[] NOT NULL DEFAULT '{}', source text,
    note_en text, note_es text, position int NOT NULL DEFAULT 1, review_state text, author_id uuid, submitted_at timestamptz,
    submitted_by uuid, decided_at timestamptz, decided_by uuid, return_reason text, version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT facts_pkey PRIMARY KEY (id),
    CONSTRAINT facts_returned_with_reason CHECK (review_state <> 'returned' OR return_reason IS NOT NULL),
    CONSTRAINT facts_own_review CHECK ((update_id IS NULL) = (review_state IS NOT NULL) AND review_state IN ('draft', 'submitted', 'returned', 'approved', 'published')),
    CONSTRAINT facts_text CHECK (coalesce(text_en, '') <> '' OR coalesce(text_es, '') <> ''),
    CONSTRAINT facts_area_or_section CHECK (num_nonnulls(area_key, section) = 1 AND section IN ('coordination', 'context')),
    CONSTRAINT facts_kind CHECK (kind IN ('indicator_observation', 'milestone', 'narrative', 'story')))`,
  `CREATE TABLE fact_commitments (
    fact_id uuid NOT NULL, commitment_id uuid NOT NULL, match text NOT NULL,
    CONSTRAINT fact_commitments_pkey PRIMARY KEY (fact_id, commitment_id),
    CONSTRAINT fact_commitments_match CHECK (match IN ('direct', 'partial')))`,
  `CREATE TABLE figures (
    id uuid NOT NULL, fact_id uuid NOT NULL, position int NOT NULL DEFAULT 1, value numeric, value_state text NOT NULL,
    value_type text NOT NULL, qualifier text NOT NULL, basis text NOT NULL, role text NOT NULL, unit_en text, unit_es text, currency text,
    rate_on date, numerator numeric, denominator numeric, ordinal_scale text[], window_start date, window_end date,
    window_text_en text, window_text_es text, population text, label_en text, label_es text, as_of date, source text, disaggregation jsonb,
    CONSTRAINT figures_pkey PRIMARY KEY (id),
    CONSTRAINT figures_window CHECK (window_start <= window_end),
    CONSTRAINT figures_denominator CHECK (denominator <> 0),
    CONSTRAINT figures_money CHECK (value_type <> 'money' OR value IS NULL OR currency ~ '^[A-Z]{3}$'),
    CONSTRAINT figures_role CHECK (role IN ('observed', 'target', 'baseline', 'planned_coverage')),
    CONSTRAINT figures_basis CHECK (basis IN ('period', 'cumulative', 'stock', 'rate', 'average', 'maximum', 'coverage', 'change', 'design', 'distribution')),
    CONSTRAINT figures_qualifier CHECK (qualifier IN ('exact', 'about', 'more_than', 'nearly', 'at_most', 'less_than', 'estimate', 'computed')),
    CONSTRAINT figures_value_type CHECK (value_type IN ('count', 'percent', 'ratio', 'yes_no', 'ordinal', 'duration', 'money', 'frequency')),
    CONSTRAINT figures_value_state CHECK (value_state IN ('reported', 'unknown', 'not_reported', 'carried_forward') AND (value_state IN ('reported', 'carried_forward')) = (value IS NOT NULL)))`,
  `CREATE TABLE evidence (
    id uuid NOT NULL, update_id uuid, fact_id uuid, position int NOT NULL DEFAULT 1, title text NOT NULL,
    kind text NOT NULL, url text, storage_key text,
    CONSTRAINT evidence_pkey PRIMARY KEY (id),
    CONSTRAINT evidence_of_something CHECK (num_nonnulls(update_id, fact_id) >= 1),
    CONSTRAINT evidence_place CHECK (CASE kind WHEN 'link' THEN url ~ '^https?://' ELSE storage_key IS NOT NULL END),
    CONSTRAINT evidence_kind CHECK (kind IN ('link', 'file')))`,
  // A page full of narratives is read often and written seldom: keep them in the row, and leave room to save in place.
  `ALTER TABLE updates SET (toast_tuple_target = 4080, fillfactor = 90)`,
  `CREATE INDEX updates_open ON updates (state_code, review_state, period_end, id) WHERE review_state IN ('draft', 'submitted', 'returned')`,
  `CREATE INDEX updates_by_period ON updates (period_end, id)`,
  `CREATE INDEX updates_filtered ON updates (state_code, area_key, review_state, period_end, id)`,
  `CREATE INDEX updates_timeline ON updates (commitment_id, period_end, revision)`,
  `CREATE INDEX facts_free_standing ON facts (cycle_id, state_code, position) WHERE update_id IS NULL`,
  `CREATE INDEX facts_update ON facts (update_id, position) WHERE update_id IS NOT NULL`,
  `CREATE UNIQUE INDEX facts_code ON facts (code) WHERE code IS NOT NULL`,
  `CREATE INDEX evidence_update_id ON evidence (update_id)`,
  `CREATE INDEX evidence_fact_id ON evidence (fact_id)`,
  `CREATE INDEX fact_commitments_commitment_id ON fact_commitments (commitment_id)`,
  `CREATE INDEX figures_fact ON figures (fact_id, position)`,
  `CREATE INDEX update_milestones_milestone_id ON update_milestones (milestone_id)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas(key)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES auth_users(id)`,
  `ALTER TABLE updates ADD CONSTRAINT updates_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth_users(id)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_update_id_fkey FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE`,
  `ALTER TABLE facts ADD CONSTRAINT facts_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles(id)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_state_code_fkey FOREIGN KEY (state_code) REFERENCES states(code)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas(key)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_author_id_fkey FOREIGN KEY (author_id) REFERENCES auth_users(id)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES auth_users(id)`,
  `ALTER TABLE facts ADD CONSTRAINT facts_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth_users(id)`,
  `ALTER TABLE evidence ADD CONSTRAINT evidence_update_id_fkey FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE`,
  `ALTER TABLE evidence ADD CONSTRAINT evidence_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id) ON DELETE CASCADE`,
  `ALTER TABLE fact_commitments ADD CONSTRAINT fact_commitments_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id) ON DELETE CASCADE`,
  `ALTER TABLE fact_commitments ADD CONSTRAINT fact_commitments_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id)`,
  `ALTER TABLE figures ADD CONSTRAINT figures_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES facts(id) ON DELETE CASCADE`,
  `ALTER TABLE update_milestones ADD CONSTRAINT update_milestones_update_id_fkey FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE`,
  `ALTER TABLE update_milestones ADD CONSTRAINT update_milestones_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES milestones(id)`,
];

/** Updates, facts, figures and evidence. */
export class CreateProgress1732000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence, figures, fact_commitments, facts, update_milestones, updates');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the entities cannot say: once adopted, a plan and all that it holds stay as they are, whoever asks. */
const TRIGGERS = [
  `CREATE FUNCTION refuse_change_of_adopted_plan() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'an adopted plan is never edited; revise it' USING ERRCODE = 'check_violation', CONSTRAINT = 'adopted_plan_unchanged';
  END $$`,
  `CREATE FUNCTION plans_keep_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.status <> 'draft' THEN PERFORM refuse_change_of_adopted_plan(); END IF;
      RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
      IF OLD.status <> 'draft' THEN PERFORM refuse_change_of_adopted_plan(); END IF;
      RETURN OLD;
    END IF;
    IF OLD.status = 'draft' AND NEW.status IN ('draft', 'adopted') THEN RETURN NEW; END IF;
    IF OLD.status = 'adopted' AND NEW.status = 'superseded'
      AND to_jsonb(NEW) - '{status,version,updated_at}'::text[] = to_jsonb(OLD) - '{status,version,updated_at}'::text[] THEN RETURN NEW; END IF;
    PERFORM refuse_change_of_adopted_plan();
    RETURN NULL;
  END $$`,
  // FOR SHARE waits for an adoption under way, so that nothing slips into a plan between the two.
  `CREATE FUNCTION require_draft_plan(plan uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE present text;
  BEGIN
    SELECT status INTO present FROM plans WHERE id = plan FOR SHARE;
    IF present <> 'draft' THEN PERFORM refuse_change_of_adopted_plan(); END IF;
  END $$`,
  `CREATE FUNCTION commitment_versions_keep_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM require_draft_plan(OLD.plan_id); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM require_draft_plan(NEW.plan_id); END IF;
    RETURN coalesce(NEW, OLD);
  END $$`,
  `CREATE FUNCTION commitment_parts_keep_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM require_draft_plan((SELECT plan_id FROM commitment_versions WHERE id = OLD.commitment_version_id)); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM require_draft_plan((SELECT plan_id FROM commitment_versions WHERE id = NEW.commitment_version_id)); END IF;
    RETURN coalesce(NEW, OLD);
  END $$`,
  `CREATE TRIGGER plans_keep_adopted BEFORE INSERT OR UPDATE OR DELETE ON plans FOR EACH ROW EXECUTE FUNCTION plans_keep_adopted()`,
  `CREATE TRIGGER commitment_versions_keep_adopted BEFORE INSERT OR UPDATE OR DELETE ON commitment_versions FOR EACH ROW EXECUTE FUNCTION commitment_versions_keep_adopted()`,
  ...['commitment_institutions', 'milestones'].map(
    (table) =>
      `CREATE TRIGGER ${table}_keep_adopted BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION commitment_parts_keep_adopted()`,
  ),
];

const UP = [
  `CREATE TABLE plan_templates (
    key text NOT NULL, title_en text NOT NULL, title_es text NOT NULL, note_en text NOT NULL, note_es text NOT NULL,
    commitments jsonb NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT plan_templates_pkey PRIMARY KEY (key),
    CONSTRAINT plan_templates_commitments CHECK (jsonb_typeof(commitments) = 'array'))`,
  `CREATE TABLE plans (
    id uuid NOT NULL, state_code text NOT NULL, version_number int NOT NULL, title_en text NOT NULL, title_es text NOT NULL,
    status text NOT NULL DEFAULT 'draft', basis text NOT NULL, adopted_on date, note_en text, note_es text,
    published_commitments int, published_source text, published_source_url text, published_note_en text, published_note_es text, version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT plans_pkey PRIMARY KEY (id),
    CONSTRAINT plans_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT plans_state_version_number UNIQUE (state_code, version_number),
    CONSTRAINT plans_status CHECK (status IN ('draft', 'adopted', 'superseded')),
    CONSTRAINT plans_basis CHECK (basis IN ('own', 'regional_template')),
    CONSTRAINT plans_version_number CHECK (version_number >= 1),
    CONSTRAINT plans_published_commitments CHECK (published_commitments >= 0))`,
  `CREATE UNIQUE INDEX plans_one_adopted ON plans (state_code) WHERE status = 'adopted'`,
  `CREATE UNIQUE INDEX plans_one_draft ON plans (state_code) WHERE status = 'draft'`,
  `CREATE TABLE commitments (
    id uuid NOT NULL, state_code text NOT NULL, code text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT commitments_pkey PRIMARY KEY (id),
    CONSTRAINT commitments_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
    CONSTRAINT commitments_code UNIQUE (code),
    CONSTRAINT commitments_code_of_state CHECK (code ~ '^[A-Z]{2}-[0-9]{2,5}$' AND left(code, 2) = state_code))`,
  `CREATE INDEX commitments_state_code ON commitments (state_code)`,
  `CREATE TABLE commitment_versions (
    id uuid NOT NULL, commitment_id uuid NOT NULL, plan_id uuid NOT NULL, number int NOT NULL, area_key text NOT NULL,
    title_en text NOT NULL, title_es text NOT NULL, summary_en text, summary_es text, action_mode text,
    target_groups text[] NOT NULL DEFAULT '{}', starts_on date, due_on date, continuous boolean NOT NULL DEFAULT false,
    priority text NOT NULL DEFAULT 'normal', weight numeric(9,3),
    CONSTRAINT commitment_versions_pkey PRIMARY KEY (id),
    CONSTRAINT commitment_versions_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id),
    CONSTRAINT commitment_versions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE,
    CONSTRAINT commitment_versions_area_key_fkey FOREIGN KEY (area_key) REFERENCES areas (key),
    CONSTRAINT commitment_versions_plan_commitment UNIQUE (plan_id, commitment_id),
    CONSTRAINT commitment_versions_plan_number UNIQUE (plan_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT commitment_versions_number CHECK (number >= 1),
    CONSTRAINT commitment_versions_priority CHECK (priority IN ('low', 'normal', 'high')),
    CONSTRAINT commitment_versions_weight CHECK (weight > 0),
    CONSTRAINT commitment_versions_due CHECK (due_on >= starts_on AND NOT (continuous AND due_on IS NOT NULL)))`,
  `CREATE INDEX commitment_versions_commitment_id ON commitment_versions (commitment_id)`,
  `CREATE INDEX commitment_versions_area_key ON commitment_versions (area_key)`,
  `CREATE TABLE commitment_institutions (
    commitment_version_id uuid NOT NULL, institution_id uuid NOT NULL, role text NOT NULL, basis text, basis_note_en text, basis_note_es text, position int NOT NULL,
    CONSTRAINT commitment_institutions_pkey PRIMARY KEY (commitment_version_id, institution_id, role),
    CONSTRAINT commitment_institutions_commitment_version_id_fkey FOREIGN KEY (commitment_version_id) REFERENCES commitment_versions (id) ON DELETE CASCADE,
    CONSTRAINT commitment_institutions_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institutions (id),
    CONSTRAINT commitment_institutions_basis CHECK (basis IN ('named', 'inferred')),
    CONSTRAINT commitment_institutions_role CHECK (role IN ('lead', 'partner')))`,
  `CREATE INDEX commitment_institutions_institution_id ON commitment_institutions (institution_id)`,
  `CREATE TABLE milestones (
    id uuid NOT NULL, commitment_version_id uuid NOT NULL, title_en text NOT NULL, title_es text NOT NULL,
    weight numeric(9,3) NOT NULL DEFAULT 1, position int NOT NULL, due_on date,
    CONSTRAINT milestones_pkey PRIMARY KEY (id),
    CONSTRAINT milestones_commitment_version_id_fkey FOREIGN KEY (commitment_version_id) REFERENCES commitment_versions (id) ON DELETE CASCADE,
    CONSTRAINT milestones_position UNIQUE (commitment_version_id, position),
    CONSTRAINT milestones_weight CHECK (weight > 0),
    CONSTRAINT milestones_position_from_one CHECK (position >= 1))`,
  `CREATE TABLE commitment_focal_points (
    id uuid NOT NULL, commitment_id uuid NOT NULL, user_id uuid NOT NULL, from_on date NOT NULL, to_on date,
    CONSTRAINT commitment_focal_points_pkey PRIMARY KEY (id),
    CONSTRAINT commitment_focal_points_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id) ON DELETE CASCADE,
    CONSTRAINT commitment_focal_points_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id),
    CONSTRAINT commitment_focal_points_days CHECK (to_on > from_on))`,
  `CREATE INDEX commitment_focal_points_commitment_id ON commitment_focal_points (commitment_id)`,
  `CREATE INDEX commitment_focal_points_user_id ON commitment_focal_points (user_id)`,
  `CREATE UNIQUE INDEX commitment_focal_points_current ON commitment_focal_points (commitment_id, user_id) WHERE to_on IS NULL`,
];

export class CreatePlans1732000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...UP, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE commitment_focal_points, milestones, commitment_institutions, commitment_versions, commitments, plans, plan_templates',
    );
    for (const name of [
      'commitment_parts_keep_adopted',
      'commitment_versions_keep_adopted',
      'plans_keep_adopted',
      'require_draft_plan(uuid)',
    ])
      await runner.query(`DROP FUNCTION ${name}`);
    await runner.query('DROP FUNCTION refuse_change_of_adopted_plan');
  }
}

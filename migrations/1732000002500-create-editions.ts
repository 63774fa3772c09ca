import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sections of reports in preparation, and the editions that are put together from them. */
export class CreateEditions1732000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE report_sections (
        cycle_id uuid NOT NULL, key text NOT NULL, desk text NOT NULL, state_code text, team_key text, state text NOT NULL,
        text_en text NOT NULL, text_es text NOT NULL, version integer NOT NULL, updated_by uuid, updated_at timestamptz NOT NULL,
        CONSTRAINT report_sections_pkey PRIMARY KEY (cycle_id, key),
        CONSTRAINT report_sections_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id),
        CONSTRAINT report_sections_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT report_sections_team_key_fkey FOREIGN KEY (team_key) REFERENCES teams (key),
        CONSTRAINT report_sections_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES auth_users (id),
        CONSTRAINT report_sections_key CHECK (key ~ '^[a-z-]+(-[A-Z]{2})?$'),
        CONSTRAINT report_sections_desk CHECK (desk IN ('secretariat', 'presidency', 'state', 'team')),
        CONSTRAINT report_sections_owner CHECK ((desk = 'state') = (state_code IS NOT NULL) AND (desk = 'team') = (team_key IS NOT NULL)),
        CONSTRAINT report_sections_state CHECK (state IN ('missing', 'draft', 'in_review', 'final')),
        CONSTRAINT report_sections_written CHECK ((state = 'missing') = (btrim(text_en) = '' AND btrim(text_es) = ''))
      )`);
    await runner.query(`
      CREATE TABLE report_section_versions (
        cycle_id uuid NOT NULL, key text NOT NULL, version integer NOT NULL, state text NOT NULL, text_en text NOT NULL,
        text_es text NOT NULL, saved_by uuid, saved_at timestamptz NOT NULL,
        CONSTRAINT report_section_versions_pkey PRIMARY KEY (cycle_id, key, version),
        CONSTRAINT report_section_versions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id),
        CONSTRAINT report_section_versions_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES auth_users (id),
        CONSTRAINT report_section_versions_state CHECK (state IN ('missing', 'draft', 'in_review', 'final'))
      )`);
    await runner.query(`
      CREATE TABLE editions (
        id uuid NOT NULL, cycle_id uuid NOT NULL, number integer NOT NULL, snapshot_id uuid NOT NULL, note_en text, note_es text,
        texts text NOT NULL, texts_sha256 text NOT NULL, state text NOT NULL DEFAULT 'preparing', presidency_by uuid,
        presidency_at timestamptz, secretariat_by uuid, secretariat_at timestamptz, created_by uuid, created_at timestamptz NOT NULL,
        published_at timestamptz, version integer NOT NULL DEFAULT 1,
        CONSTRAINT editions_pkey PRIMARY KEY (id),
        CONSTRAINT editions_number UNIQUE (cycle_id, number),
        CONSTRAINT editions_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id),
        CONSTRAINT editions_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshots (id),
        CONSTRAINT editions_presidency_by_fkey FOREIGN KEY (presidency_by) REFERENCES auth_users (id),
        CONSTRAINT editions_secretariat_by_fkey FOREIGN KEY (secretariat_by) REFERENCES auth_users (id),
        CONSTRAINT editions_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth_users (id),
        CONSTRAINT editions_state CHECK (state IN ('preparing', 'published')),
        CONSTRAINT editions_note CHECK (number = 1 OR (note_en IS NOT NULL AND note_es IS NOT NULL)),
        CONSTRAINT editions_approved CHECK ((presidency_at IS NULL) = (presidency_by IS NULL)
          AND (secretariat_at IS NULL) = (secretariat_by IS NULL) AND presidency_by <> secretariat_by),
        CONSTRAINT editions_published CHECK ((state = 'published') = (published_at IS NOT NULL)
          AND (state <> 'published' OR (presidency_at IS NOT NULL AND secretariat_at IS NOT NULL)))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX editions_preparing ON editions (cycle_id) WHERE state = 'preparing'`,
    );
    await runner.query(`
      CREATE FUNCTION keep_published_editions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A published edition is not changed; an erratum is the next edition';
      END $$`);
    await runner.query(`
      CREATE TRIGGER editions_published_stay BEFORE UPDATE OR DELETE ON editions FOR EACH ROW
      WHEN (OLD.state = 'published') EXECUTE FUNCTION keep_published_editions()`);
    await runner.query(`
      CREATE TABLE edition_files (
        id uuid NOT NULL, edition_id uuid NOT NULL, lang text NOT NULL, format text NOT NULL, template integer NOT NULL,
        state text NOT NULL DEFAULT 'queued', progress integer NOT NULL DEFAULT 0, step text, run uuid NOT NULL, storage_key text, sha256 text,
        bytes integer, read_at timestamptz, updated_at timestamptz NOT NULL,
        CONSTRAINT edition_files_pkey PRIMARY KEY (id),
        CONSTRAINT edition_files_what UNIQUE (edition_id, lang, format),
        CONSTRAINT edition_files_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions (id),
        CONSTRAINT edition_files_lang CHECK (lang IN ('en', 'es')),
        CONSTRAINT edition_files_format CHECK (format ~ '^[a-z]{3,5}$'),
        CONSTRAINT edition_files_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT edition_files_step CHECK (step IN ('charts', 'sections', 'documents')),
        CONSTRAINT edition_files_progress CHECK (progress BETWEEN 0 AND 100),
        CONSTRAINT edition_files_made CHECK (num_nonnulls(storage_key, sha256, bytes, read_at) IN (0, 4)
          AND (state <> 'done' OR storage_key IS NOT NULL))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE edition_files, editions, report_section_versions, report_sections');
    await runner.query('DROP FUNCTION keep_published_editions()');
  }
}

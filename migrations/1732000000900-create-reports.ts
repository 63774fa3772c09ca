import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReports1732000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reports (
        id uuid NOT NULL, snapshot_id uuid NOT NULL, cycle_id uuid NOT NULL, kind text NOT NULL, subject text NOT NULL DEFAULT '', lang text NOT NULL, format text NOT NULL,
        template integer NOT NULL, state text NOT NULL DEFAULT 'queued', progress integer NOT NULL DEFAULT 0, run uuid NOT NULL, storage_key text, sha256 text,
        bytes integer, failure text, created_by uuid, created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz, read_at timestamptz,
        CONSTRAINT reports_pkey PRIMARY KEY (id),
        CONSTRAINT reports_what UNIQUE (snapshot_id, kind, subject, lang, format, template),
        CONSTRAINT reports_kind CHECK (kind IN ('annual', 'mid_year', 'state', 'team', 'area', 'pledges')),
        CONSTRAINT reports_subject CHECK ((kind IN ('state', 'team', 'area')) = (subject <> '')),
        CONSTRAINT reports_lang CHECK (lang IN ('en', 'es')),
        CONSTRAINT reports_format CHECK (format IN ('html', 'pdf', 'docx', 'xlsx', 'csv', 'json')),
        CONSTRAINT reports_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT reports_progress CHECK (progress BETWEEN 0 AND 100),
        CONSTRAINT reports_failure CHECK (failure IN ('snapshot', 'storage', 'unexpected') AND (state = 'failed') = (failure IS NOT NULL)),
        CONSTRAINT reports_file CHECK ((state = 'done') = (storage_key IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL)),
        CONSTRAINT reports_snapshot_id_fkey FOREIGN KEY (snapshot_id) REFERENCES snapshots (id),
        CONSTRAINT reports_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id)
      )`);
    await runner.query('CREATE INDEX reports_created ON reports (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reports');
  }
}

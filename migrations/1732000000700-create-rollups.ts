import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRollups1732000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rollups (
        cycle_id uuid NOT NULL, level text NOT NULL, state_code text NOT NULL, area_key text NOT NULL,
        commitments integer NOT NULL, reported integer NOT NULL, carried_forward integer NOT NULL, explained integer NOT NULL,
        not_reported integer NOT NULL, illustrative integer NOT NULL, stages jsonb NOT NULL, outlooks jsonb NOT NULL, percent_reported integer NOT NULL,
        mean_percent numeric(9,4), weighted_mean_percent numeric(9,4), mean_of_states numeric(9,4), states_in_mean integer NOT NULL,
        change_same_kind numeric(9,4), change_other_kind numeric(9,4), update_ids uuid[] NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT rollups_pkey PRIMARY KEY (cycle_id, level, state_code, area_key),
        CONSTRAINT rollups_level CHECK (level IN ('state_area', 'state', 'area', 'region')),
        CONSTRAINT rollups_coverage CHECK (reported >= 0 AND reported <= commitments),
        CONSTRAINT rollups_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE snapshots (
        id uuid NOT NULL, cycle_id uuid NOT NULL, number integer NOT NULL, sha256 text NOT NULL, canonical text NOT NULL,
        summary jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), created_by uuid,
        CONSTRAINT snapshots_pkey PRIMARY KEY (id),
        CONSTRAINT snapshots_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT snapshots_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycles (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX snapshots_cycle_number ON snapshots (cycle_id, number)');
    // What was frozen stays as it is, whoever asks.
    await runner.query(`
      CREATE FUNCTION refuse_snapshot_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'snapshots are frozen: no row is changed or removed' USING ERRCODE = 'integrity_constraint_violation'; END $$`);
    await runner.query(`
      CREATE TRIGGER snapshots_frozen BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_snapshot_change()`);
    await runner.query(`
      CREATE TRIGGER snapshots_kept BEFORE TRUNCATE ON snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_snapshot_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snapshots');
    await runner.query('DROP FUNCTION refuse_snapshot_change()');
    await runner.query('DROP TABLE rollups');
  }
}

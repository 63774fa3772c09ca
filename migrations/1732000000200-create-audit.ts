import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail. The database itself refuses to change or remove an entry, whoever asks. */
export class CreateAudit1732000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        state_code text,
        before jsonb,
        after jsonb,
        reason text,
        request_id text,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX audit_entries_entity ON audit_entries (entity, entity_id, id)');
    await runner.query('CREATE INDEX audit_entries_state ON audit_entries (state_code, id)');
    await runner.query('CREATE INDEX audit_entries_actor ON audit_entries (actor_id, id)');
    await runner.query(`
      CREATE FUNCTION audit_entries_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_entries is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
      FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_refuse_change()`);
    // ALWAYS: it fires for replication roles too, so that session_replication_role cannot switch it off.
    await runner.query('ALTER TABLE audit_entries ENABLE ALWAYS TRIGGER audit_entries_append_only');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION audit_entries_refuse_change()');
  }
}

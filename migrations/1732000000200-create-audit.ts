import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail. The database itself refuses to change or remove an entry, whoever asks. */
export class CreateAudit1732000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        uid uuid NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid,
        on_behalf_of_id uuid,
        action text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        state_code text,
        before jsonb,
        after jsonb,
        reason text,
        request_id text,
        mark text NOT NULL,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX audit_entries_entity ON audit_entries (entity, entity_id, id)');
    await runner.query('CREATE INDEX audit_entries_state ON audit_entries (state_code, id)');
    await runner.query('CREATE INDEX audit_entries_actor ON audit_entries (actor_id, id)');
    await runner.query(`
      CREATE TABLE audit_seals (
        day date NOT NULL,
        position integer NOT NULL,
        entry_id bigint NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_seals_pkey PRIMARY KEY (day, position)
      )`);
    await runner.query('CREATE UNIQUE INDEX audit_seals_entry ON audit_seals (entry_id)');
    await runner.query(`
      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`);
    for (const table of ['audit_entries', 'audit_seals']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`);
      // ALWAYS: it fires for replication roles too, so that session_replication_role cannot switch it off.
      await runner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_append_only`);
      // Takes the right from the owner as well, who could give it back to themselves, but not by accident.
      await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM PUBLIC, CURRENT_USER`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_seals');
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION audit_refuse_change()');
  }
}

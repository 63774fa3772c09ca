import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail. The database itself refuses to change or remove an entry, whoever asks. */
export class CreateAudit1732000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        uid uuid NOT NULL,
        at timestamptz(3) NOT NULL,
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
    for (const index of [
      'at ON audit_entries (at, id)',
      'entity ON audit_entries (entity_id, entity, at, id)',
      'kind ON audit_entries (entity, at, id)',
      'action ON audit_entries (action, at, id)',
      'state ON audit_entries (state_code, at, id)',
      'actor ON audit_entries (actor_id, at, id)',
      'on_behalf_of ON audit_entries (on_behalf_of_id, at, id) WHERE on_behalf_of_id IS NOT NULL',
      'request ON audit_entries (request_id) WHERE request_id IS NOT NULL',
      `reason ON audit_entries USING gin (to_tsvector('simple', reason)) WHERE reason IS NOT NULL`,
    ])
      await runner.query(`CREATE INDEX audit_entries_${index}`);
    // Without it PostgreSQL takes rare words for common ones and reads the whole trail.
    await runner.query(
      `CREATE STATISTICS audit_entries_words ON (to_tsvector('simple', reason)) FROM audit_entries`,
    );
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
      CREATE TABLE audit_checks (
        at timestamptz(3) NOT NULL,
        entries integer NOT NULL,
        through_day date NOT NULL,
        through_position integer NOT NULL,
        problems jsonb NOT NULL,
        mark text NOT NULL,
        CONSTRAINT audit_checks_pkey PRIMARY KEY (at)
      )`);
    await runner.query(`
      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`);
    for (const table of ['audit_entries', 'audit_seals', 'audit_checks']) {
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
    await runner.query('DROP TABLE audit_checks');
    await runner.query('DROP TABLE audit_seals');
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP FUNCTION audit_refuse_change()');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by mail, second factors and passkeys; sessions know how they were opened; attempts lock with back-off. */
export class CreateSignIn1732000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE auth_sessions
        ADD COLUMN method text NOT NULL DEFAULT 'password',
        ADD COLUMN second_factor_at timestamptz,
        ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT auth_sessions_method CHECK (method IN ('password', 'link', 'passkey', 'provider'))`);
    await runner.query('ALTER TABLE role_assignments ADD COLUMN provider_id text');
    await runner.query(`
      CREATE TABLE auth_links (
        id uuid NOT NULL,
        user_id uuid,
        purpose text NOT NULL,
        email text,
        change_id uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT auth_links_pkey PRIMARY KEY (id),
        CONSTRAINT auth_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE,
        CONSTRAINT auth_links_purpose CHECK (purpose IN ('sign_in', 'password_reset', 'invitation', 'email_old', 'email_new'))
      )`);
    await runner.query('CREATE INDEX auth_links_user ON auth_links (user_id, created_at)');
    await runner.query('CREATE INDEX auth_links_created_at ON auth_links (created_at)');
    await runner.query(`
      CREATE TABLE auth_totp_keys (
        user_id uuid NOT NULL,
        secret text NOT NULL,
        confirmed_at timestamptz,
        last_step integer,
        recovery_codes text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT auth_totp_keys_pkey PRIMARY KEY (user_id),
        CONSTRAINT auth_totp_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE auth_passkeys (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        name text NOT NULL,
        credential_id text NOT NULL,
        public_key text NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        CONSTRAINT auth_passkeys_pkey PRIMARY KEY (id),
        CONSTRAINT auth_passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX auth_passkeys_credential_id_key ON auth_passkeys (credential_id)',
    );
    await runner.query('CREATE INDEX auth_passkeys_user ON auth_passkeys (user_id)');
    // Attempts are worth minutes: they are not carried over.
    await runner.query('DROP TABLE sign_in_attempts');
    await runner.query(`
      CREATE TABLE sign_in_attempts (
        key text NOT NULL,
        count integer NOT NULL,
        tried_at timestamptz NOT NULL,
        locked_until timestamptz,
        CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (key)
      )`);
    await runner.query('CREATE INDEX sign_in_attempts_tried_at ON sign_in_attempts (tried_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempts');
    await runner.query(`
      CREATE TABLE sign_in_attempts (
        key text NOT NULL,
        count integer NOT NULL,
        started_at timestamptz NOT NULL,
        CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (key)
      )`);
    await runner.query('CREATE INDEX sign_in_attempts_started_at ON sign_in_attempts (started_at)');
    await runner.query('ALTER TABLE role_assignments DROP COLUMN provider_id');
    for (const table of ['auth_passkeys', 'auth_totp_keys', 'auth_links'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`
      ALTER TABLE auth_sessions DROP CONSTRAINT auth_sessions_method, DROP COLUMN method, DROP COLUMN second_factor_at, DROP COLUMN last_seen_at`);
  }
}

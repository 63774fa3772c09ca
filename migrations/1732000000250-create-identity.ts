import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, sessions, sign-in accounts and roles with their validity. */
export class CreateIdentity1732000000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Lets an exclusion constraint compare ids and words beside periods.
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE auth_users (
        id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        email_verified boolean NOT NULL DEFAULT false,
        image text,
        lang text NOT NULL DEFAULT 'es',
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT auth_users_pkey PRIMARY KEY (id),
        CONSTRAINT auth_users_lang CHECK (lang IN ('en', 'es')),
        CONSTRAINT auth_users_email CHECK (email = lower(email))
      )`);
    await runner.query('CREATE UNIQUE INDEX auth_users_email_key ON auth_users (email)');
    await runner.query(`
      CREATE TABLE auth_sessions (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        token text NOT NULL,
        expires_at timestamptz NOT NULL,
        ip_address text,
        user_agent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT auth_sessions_pkey PRIMARY KEY (id),
        CONSTRAINT auth_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE UNIQUE INDEX auth_sessions_token_key ON auth_sessions (token)');
    await runner.query('CREATE INDEX auth_sessions_user ON auth_sessions (user_id)');
    await runner.query('CREATE INDEX auth_sessions_expires_at ON auth_sessions (expires_at)');
    await runner.query(`
      CREATE TABLE auth_accounts (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        account_id text NOT NULL,
        provider_id text NOT NULL,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT auth_accounts_pkey PRIMARY KEY (id),
        CONSTRAINT auth_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX auth_accounts_provider_key ON auth_accounts (provider_id, account_id)',
    );
    await runner.query('CREATE INDEX auth_accounts_user ON auth_accounts (user_id)');
    await runner.query(`
      CREATE TABLE auth_verifications (
        id uuid NOT NULL,
        identifier text NOT NULL,
        value text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT auth_verifications_pkey PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX auth_verifications_identifier ON auth_verifications (identifier)');
    await runner.query(`
      CREATE TABLE sign_in_attempts (
        key text NOT NULL,
        count integer NOT NULL,
        started_at timestamptz NOT NULL,
        CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (key)
      )`);
    await runner.query('CREATE INDEX sign_in_attempts_started_at ON sign_in_attempts (started_at)');
    await runner.query(`
      CREATE TABLE role_assignments (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL,
        state_code text,
        institution_id uuid,
        team_key text,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz,
        CONSTRAINT role_assignments_pkey PRIMARY KEY (id),
        CONSTRAINT role_assignments_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE,
        CONSTRAINT role_assignments_role CHECK (role IN ('focal_point', 'national_coordinator', 'team_lead', 'presidency', 'secretariat', 'support_platform', 'administrator')),
        CONSTRAINT role_assignments_state CHECK (role NOT IN ('focal_point', 'national_coordinator', 'presidency') OR state_code IS NOT NULL),
        CONSTRAINT role_assignments_team CHECK (role <> 'team_lead' OR team_key IS NOT NULL),
        CONSTRAINT role_assignments_state_code CHECK (state_code ~ '^[A-Z]{2}$'),
        CONSTRAINT role_assignments_period CHECK (valid_to IS NULL OR valid_to > valid_from),
        CONSTRAINT role_assignments_once EXCLUDE USING gist (
          user_id WITH =,
          role WITH =,
          coalesce(state_code, '') WITH =,
          coalesce(institution_id::text, '') WITH =,
          coalesce(team_key, '') WITH =,
          tstzrange(valid_from, valid_to) WITH &&
        )
      )`);
    await runner.query('CREATE INDEX role_assignments_user ON role_assignments (user_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'role_assignments',
      'sign_in_attempts',
      'auth_verifications',
      'auth_accounts',
      'auth_sessions',
      'auth_users',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}

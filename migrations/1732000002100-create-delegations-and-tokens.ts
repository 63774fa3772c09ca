import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands in for whom, and tokens for programs. */
export class CreateDelegationsAndTokens1732000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegations (
        id uuid NOT NULL,
        giver_id uuid NOT NULL,
        taker_id uuid NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz NOT NULL,
        reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT delegations_pkey PRIMARY KEY (id),
        CONSTRAINT delegations_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES auth_users (id),
        CONSTRAINT delegations_taker_id_fkey FOREIGN KEY (taker_id) REFERENCES auth_users (id),
        CONSTRAINT delegations_period CHECK (valid_to > valid_from),
        CONSTRAINT delegations_other CHECK (giver_id <> taker_id)
      )`);
    await runner.query('CREATE INDEX delegations_giver ON delegations (giver_id)');
    await runner.query('CREATE INDEX delegations_taker ON delegations (taker_id)');
    await runner.query(`
      CREATE TABLE api_tokens (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        name text NOT NULL,
        hash text NOT NULL,
        hint text NOT NULL,
        permissions text[] NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
        CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX api_tokens_user ON api_tokens (user_id)');
    await runner.query('CREATE UNIQUE INDEX api_tokens_hash_key ON api_tokens (hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_tokens');
    await runner.query('DROP TABLE delegations');
  }
}

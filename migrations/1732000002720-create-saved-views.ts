import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people like to see lists. */
export class CreateSavedViews1732000002720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_views (
        id uuid NOT NULL, user_id uuid NOT NULL, page text NOT NULL, name text NOT NULL, search text NOT NULL,
        is_default boolean NOT NULL DEFAULT false,
        shared_state text, shared_team text, shared_body text, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL,
        CONSTRAINT saved_views_pkey PRIMARY KEY (id),
        CONSTRAINT saved_views_name UNIQUE (user_id, page, name),
        CONSTRAINT saved_views_page CHECK (page ~ '^/'),
        CONSTRAINT saved_views_shared_once CHECK (num_nonnulls(shared_state, shared_team, shared_body) <= 1),
        CONSTRAINT saved_views_body CHECK (shared_body IN ('secretariat')),
        CONSTRAINT saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX saved_views_default ON saved_views (user_id, page) WHERE is_default;
      CREATE INDEX saved_views_shared_state ON saved_views (shared_state) WHERE shared_state IS NOT NULL;
      CREATE INDEX saved_views_shared_team ON saved_views (shared_team) WHERE shared_team IS NOT NULL;
      CREATE INDEX saved_views_shared_body ON saved_views (shared_body) WHERE shared_body IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_views');
  }
}

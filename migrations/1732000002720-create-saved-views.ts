import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people like to see lists. */
export class CreateSavedViews1732000002720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_views (
        id uuid NOT NULL, user_id uuid NOT NULL, page text NOT NULL, name text NOT NULL, search text NOT NULL,
        is_default boolean NOT NULL DEFAULT false, version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL,
        CONSTRAINT saved_views_pkey PRIMARY KEY (id),
        CONSTRAINT saved_views_name UNIQUE (user_id, page, name),
        CONSTRAINT saved_views_page CHECK (page ~ '^/'),
        CONSTRAINT saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX saved_views_default ON saved_views (user_id, page) WHERE is_default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_views');
  }
}

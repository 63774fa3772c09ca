import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStories1732000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stories (
        id uuid NOT NULL, state_code text NOT NULL, year smallint NOT NULL, title_en text NOT NULL, title_es text NOT NULL, text_en text, text_es text,
        person_name text, name_changed boolean NOT NULL, consent_on date, consent_ref text,
        commitment_id uuid, source text, status text NOT NULL DEFAULT 'draft', published_at timestamptz, published_by uuid, withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL,
        CONSTRAINT stories_pkey PRIMARY KEY (id),
        CONSTRAINT stories_status CHECK (status IN ('draft', 'published')),
        CONSTRAINT stories_year CHECK (year BETWEEN 2017 AND 2100),
        CONSTRAINT stories_published_with_consent CHECK (status <> 'published' OR (consent_on IS NOT NULL AND coalesce(consent_ref, '') <> '')),
        CONSTRAINT stories_published_in_both_languages CHECK (status <> 'published'
          OR (coalesce(text_en, '') <> '' AND coalesce(text_es, '') <> '' AND published_at IS NOT NULL)),
        CONSTRAINT stories_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT stories_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id),
        CONSTRAINT stories_published_by_fkey FOREIGN KEY (published_by) REFERENCES auth_users (id)
      )`);
    await runner.query('CREATE INDEX stories_place ON stories (state_code, year)');
    await runner.query('CREATE INDEX stories_commitment ON stories (commitment_id)');
    await runner.query(`
      CREATE TABLE story_photos (
        id uuid NOT NULL, story_id uuid NOT NULL, position smallint NOT NULL, storage_key text, bytes integer NOT NULL, sha256 text NOT NULL,
        width integer NOT NULL, height integer NOT NULL, alt_en text, alt_es text, caption_en text, caption_es text, credit text, taken_on date,
        people text, consent_by text, consent_on date, consent_use text, withdrawn_at timestamptz, added_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT story_photos_pkey PRIMARY KEY (id),
        CONSTRAINT story_photos_people CHECK (people IN ('nobody', 'consented')),
        CONSTRAINT story_photos_withdrawn_is_gone CHECK ((withdrawn_at IS NULL) = (storage_key IS NOT NULL)),
        CONSTRAINT story_photos_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories (id)
      )`);
    await runner.query('CREATE INDEX story_photos_place ON story_photos (story_id, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE story_photos, stories');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStories1732000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stories (
        id uuid NOT NULL, state_code text NOT NULL, year smallint NOT NULL, title_en text NOT NULL, title_es text NOT NULL, text_en text, text_es text,
        person_name text, name_changed boolean NOT NULL, consent_on date, consent_ref text, photo_url text, photo_credit text,
        photo_consent_on date, commitment_id uuid, source text, status text NOT NULL DEFAULT 'draft', published_at timestamptz, published_by uuid, withdrawn_at timestamptz,
        version integer NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL,
        CONSTRAINT stories_pkey PRIMARY KEY (id),
        CONSTRAINT stories_status CHECK (status IN ('draft', 'published')),
        CONSTRAINT stories_year CHECK (year BETWEEN 2017 AND 2100),
        CONSTRAINT stories_published_with_consent CHECK (status <> 'published' OR (consent_on IS NOT NULL AND coalesce(consent_ref, '') <> '')),
        CONSTRAINT stories_photo_with_credit_and_consent CHECK (status <> 'published' OR photo_url IS NULL
          OR (coalesce(photo_credit, '') <> '' AND photo_consent_on IS NOT NULL)),
        CONSTRAINT stories_published_in_both_languages CHECK (status <> 'published'
          OR (coalesce(text_en, '') <> '' AND coalesce(text_es, '') <> '' AND published_at IS NOT NULL)),
        CONSTRAINT stories_state_code_fkey FOREIGN KEY (state_code) REFERENCES states (code),
        CONSTRAINT stories_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments (id),
        CONSTRAINT stories_published_by_fkey FOREIGN KEY (published_by) REFERENCES auth_users (id)
      )`);
    await runner.query('CREATE INDEX stories_place ON stories (state_code, year)');
    await runner.query('CREATE INDEX stories_commitment ON stories (commitment_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stories');
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { WITHDRAWN } from './story-shows.sql.js';
import { STORIES } from './story.vocabulary.js';

/** A year's published stories as its snapshots freeze them; drafts never are among them. */
@Injectable()
export class StorySection {
  constructor(@Inject(Database) private readonly database: Database) {}

  async sectionsOf(year: number): Promise<{ id: string; content: unknown }[]> {
    const content = await this.database.query(
      `SELECT s.id, s.state_code AS "stateCode", s.title_en AS "titleEn", s.title_es AS "titleEs", s.text_en AS "textEn", s.text_es AS "textEs",
              s.person_name AS "personName", s.name_changed AS "nameChanged", c.code AS commitment, s.source,
              (SELECT coalesce(json_agg(json_build_object('id', p.id, 'sha256', p.sha256, 'width', p.width, 'height', p.height, 'altEn', p.alt_en,
                        'altEs', p.alt_es, 'captionEn', p.caption_en, 'captionEs', p.caption_es, 'credit', p.credit, 'takenOn', p.taken_on)
                      ORDER BY p.position), '[]')
                 FROM story_photos p WHERE p.story_id = s.id AND p.withdrawn_at IS NULL) AS photos
         FROM stories s LEFT JOIN commitments c ON c.id = s.commitment_id
        WHERE s.year = $1 AND s.status = 'published' ORDER BY s.state_code, s.id`,
      [year],
    );
    return content.length === 0 ? [] : [{ id: STORIES, content }];
  }

  /** Stories and photos that were taken back after a time, each with the day. */
  async withdrawnAfter(at: Date): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; day: string }>(
      `SELECT id, to_char(withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM ${WITHDRAWN} w WHERE withdrawn_at > $1`,
      [at],
    );
    return new Map(rows.map(({ id, day }) => [id, day]));
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, notFound, stale } from '#platform/http';
import type { StoryView } from './story.dto.js';
import { storyShows } from './story-shows.sql.js';

export const STORY: Bilingual = { en: 'story', es: 'el relato' };

/** What is read of a story; who reads it decides what of this is told. */
export type StoryRow = Omit<StoryView, 'mayWrite'>;

export const SELECT = `
  SELECT s.id, s.state_code AS "stateCode", s.year, s.title_en AS "titleEn", s.title_es AS "titleEs", s.text_en AS "textEn", s.text_es AS "textEs",
         s.person_name AS "personName", s.name_changed AS "nameChanged", s.consent_on::text AS "consentOn", s.consent_ref AS "consentRef",
         (SELECT coalesce(json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height, 'bytes', p.bytes, 'sha256', p.sha256,
                   'altEn', p.alt_en, 'altEs', p.alt_es, 'captionEn', p.caption_en, 'captionEs', p.caption_es, 'credit', p.credit,
                   'takenOn', p.taken_on, 'people', p.people, 'consentBy', p.consent_by, 'consentOn', p.consent_on, 'consentUse', p.consent_use)
                 ORDER BY p.position), '[]')
            FROM story_photos p WHERE p.story_id = s.id AND p.withdrawn_at IS NULL) AS photos,
         c.code AS commitment, s.commitment_id AS "commitmentId", s.source, s.status, s.published_at AS "publishedAt",
         s.withdrawn_at AS "withdrawnAt", s.version
    FROM stories s LEFT JOIN commitments c ON c.id = s.commitment_id`;

/** $1 States whose drafts show, $2 all drafts. */
export const VISIBLE = storyShows('$1', '$2', 's');

const ONE = `${SELECT} WHERE ${VISIBLE} AND s.id = $3`;

/** How a story is taken up to be changed, and put down with its entry in the trail. */
@Injectable()
export class StoryDesk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws DomainError not_found, also for a draft of others */
  async one(actor: Actor, id: string): Promise<StoryRow> {
    const story = await this.database.one<StoryRow & Record<string, unknown>>(ONE, [
      ...this.drafts(actor),
      id,
    ]);
    if (!story) throw notFound(STORY);
    return story;
  }

  /** The story for whoever may write it and saw this version; held until the transaction ends, if there is one. */
  async take(actor: Actor, id: string, version: number): Promise<StoryRow> {
    if (this.database.inTransaction)
      await this.database.query('SELECT FROM stories WHERE id = $1 FOR UPDATE', [id]);
    const story = await this.one(actor, id);
    const visibility = story.status === 'published' ? 'published' : 'working';
    this.access.assertMay(actor, 'story.write', { ...story, visibility }, STORY);
    if (story.version !== version) throw stale(this.view(actor, story));
    return story;
  }

  /** As `take`, of a story that nobody but those who work with it reads. @throws DomainError conflict for another */
  async takeDraft(actor: Actor, id: string, version: number): Promise<StoryRow> {
    const story = await this.take(actor, id, version);
    if (story.status === 'published') throw conflict(PUBLISHED);
    return story;
  }

  /** The story as it is now, with the change in the trail. */
  async told(actor: Actor, action: string, id: string, before?: StoryRow): Promise<StoryView> {
    const after = await this.one(actor, id);
    const { stateCode } = after;
    await this.audit.record({
      ...{ action, entity: 'story', entityId: id, stateCode },
      ...{ before: before && forTrail(before), after: forTrail(after) },
    });
    return this.view(actor, after);
  }

  /** The States whose drafts the actor works with, and whether those are all. */
  drafts(actor: Actor): [string[], boolean] {
    const states = this.access.reachOf(actor, 'story.read').working;
    return states === 'all' ? [[], true] : [states, false];
  }

  /** What the actor is told of a story: where consents are kept, and who gave them, only who may write it. */
  view(actor: Actor, story: StoryRow): StoryView {
    const mayWrite = this.access.may(actor, 'story.write', { stateCode: story.stateCode });
    if (mayWrite) return { ...story, mayWrite };
    const photos = story.photos.map((photo) => ({ ...photo, consentBy: null, consentUse: null }));
    return { ...story, photos, consentRef: null, mayWrite };
  }
}

/** Who consented to a photo stays out of the trail, which forgets nothing. */
const forTrail = ({ photos, ...story }: StoryRow): object => ({
  ...story,
  photos: photos.map((photo) => ({ ...photo, consentBy: undefined })),
});

const PUBLISHED: Bilingual = {
  en: 'A published story is not changed: take it back first.',
  es: 'Un relato publicado no se modifica: retírelo primero.',
};

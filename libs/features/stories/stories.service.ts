import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import {
  type Actor,
  type Bilingual,
  conflict,
  invalid,
  invalidFields,
  notFound,
  type Page,
  pageOf,
  parseCursor,
  stale,
} from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { CreateStory, StoriesQuery, StoryBody, StoryView } from './story.dto.js';
import { storyShows } from './story-shows.sql.js';
import { problemsBeforePublishing } from './story.rules.js';
import { storyWithdrawn } from './story.topics.js';

const STORY: Bilingual = { en: 'story', es: 'el relato' };

const SELECT = `
  SELECT s.id, s.state_code AS "stateCode", s.year, s.title_en AS "titleEn", s.title_es AS "titleEs", s.text_en AS "textEn", s.text_es AS "textEs",
         s.person_name AS "personName", s.name_changed AS "nameChanged", s.consent_on::text AS "consentOn", s.consent_ref AS "consentRef",
         s.photo_url AS "photoUrl", s.photo_credit AS "photoCredit", s.photo_consent_on::text AS "photoConsentOn", c.code AS commitment,
         s.commitment_id AS "commitmentId", s.source, s.status, s.published_at AS "publishedAt", s.withdrawn_at AS "withdrawnAt", s.version
    FROM stories s LEFT JOIN commitments c ON c.id = s.commitment_id`;

/** $1 States whose drafts show, $2 all drafts. */
const VISIBLE = storyShows('$1', '$2', 's');

/** $3 State, $4 year, $5 commitment, each or null; after $6 year, $7 State and $8 id, $9 rows at most. */
const FIND = `${SELECT}
   WHERE ${VISIBLE} AND ($3::text IS NULL OR s.state_code = $3) AND ($4::int IS NULL OR s.year = $4)
     AND ($5::uuid IS NULL OR s.commitment_id = $5)
     AND ($6::int IS NULL OR (-s.year, s.state_code, s.id) > (-$6, $7::text, $8::uuid))
   ORDER BY s.year DESC, s.state_code, s.id LIMIT $9`;

const ONE = `${SELECT} WHERE ${VISIBLE} AND s.id = $3`;

const FIELDS = [
  'year',
  'titleEn',
  'titleEs',
  'textEn',
  'textEs',
  'personName',
  'nameChanged',
  'consentOn',
  'consentRef',
  'photoUrl',
  'photoCredit',
  'photoConsentOn',
  'source',
] as const satisfies readonly (keyof StoryBody)[];

/** People's stories: written as drafts, published with consent on file only, taken back at any time. */
@Injectable()
export class StoriesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Published stories, and the drafts that the actor works with; newest year first. */
  async list(actor: Actor, query: StoriesQuery): Promise<Page<StoryView>> {
    const { state, year, commitment, limit, cursor } = query;
    const after = cursor ? parseCursor(cursor, 3, isPlace) : [null, null, null];
    const rows = await this.database.query<StoryRow & Record<string, unknown>>(FIND, [
      ...this.drafts(actor),
      state ?? null,
      year ?? null,
      commitment ?? null,
      ...after,
      limit + 1,
    ]);
    const { items, nextCursor } = pageOf(rows, limit, (story) => [story.year, story.stateCode, story.id]);
    return { items: items.map((story) => this.view(actor, story)), nextCursor };
  }

  /** @throws DomainError not_found, also for a draft of others */
  async get(actor: Actor, id: string): Promise<StoryView> {
    return this.view(actor, await this.one(actor, id));
  }

  /** @throws DomainError forbidden, invalid */
  create(actor: Actor, { stateCode, ...body }: CreateStory): Promise<StoryView> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'story.write', { stateCode, visibility: 'published' }, STORY);
      const id = newId();
      const commitmentId = await this.commitmentOf(stateCode, body);
      await this.database.execute(
        `INSERT INTO stories (id, state_code, commitment_id, updated_at, year, title_en, title_es, text_en, text_es, person_name, name_changed,
                              consent_on, consent_ref, photo_url, photo_credit, photo_consent_on, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [id, stateCode, commitmentId, this.clock.now(), ...valuesOf(body)],
      );
      return this.told(actor, 'story.create', id);
    });
  }

  /** Replaces a draft. @throws DomainError not_found, forbidden, conflict when it is published, stale, invalid */
  save(actor: Actor, id: string, version: number, body: StoryBody): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.take(actor, id, version);
      if (before.status === 'published')
        throw conflict({
          en: 'A published story is not changed: take it back first.',
          es: 'Un relato publicado no se modifica: retírelo primero.',
        });
      const commitmentId = await this.commitmentOf(before.stateCode, body);
      await this.database.execute(
        `UPDATE stories SET commitment_id = $2, updated_at = $3, version = version + 1, year = $4, title_en = $5, title_es = $6, text_en = $7,
                text_es = $8, person_name = $9, name_changed = $10, consent_on = $11, consent_ref = $12, photo_url = $13, photo_credit = $14,
                photo_consent_on = $15, source = $16 WHERE id = $1`,
        [id, commitmentId, this.clock.now(), ...valuesOf(body)],
      );
      return this.told(actor, 'story.save', id, before);
    });
  }

  /** Shows a story to everybody. @throws DomainError invalid with everything that is missing, above all consent; conflict; stale */
  publish(actor: Actor, id: string, version: number): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.take(actor, id, version);
      const problems = problemsBeforePublishing(
        { ...NOTHING, ...before },
        this.clock.now().toISOString().slice(0, 10),
      );
      if (problems.length > 0) throw invalidFields(problems);
      return this.move(actor, before, 'published');
    });
  }

  /** Takes a story back: a person may withdraw their consent at any time. @throws DomainError not_found, forbidden, conflict, stale */
  withdraw(actor: Actor, id: string, version: number): Promise<StoryView> {
    return this.database.transaction(async () => {
      const taken = await this.move(actor, await this.take(actor, id, version), 'draft');
      await this.outbox.publish(storyWithdrawn, { storyId: id });
      return taken;
    });
  }

  private async move(actor: Actor, before: StoryRow, to: StoryRow['status']): Promise<StoryView> {
    const published = to === 'published';
    const now = this.clock.now();
    const moved = await this.database.execute(
      `UPDATE stories SET status = $2, published_at = $3, published_by = $4, withdrawn_at = coalesce($5, withdrawn_at), version = version + 1, updated_at = $6
        WHERE id = $1 AND status <> $2`,
      [before.id, to, published ? now : null, published ? actor.userId : null, published ? null : now, now],
    );
    if (moved === 0)
      throw conflict({
        en: 'It is so already: somebody was faster.',
        es: 'Ya está así: alguien se adelantó.',
      });
    return this.told(actor, published ? 'story.publish' : 'story.withdraw', before.id, before);
  }

  /** The story, held until the transaction ends, for whoever may write it and saw this version. */
  private async take(actor: Actor, id: string, version: number): Promise<StoryRow> {
    await this.database.query('SELECT FROM stories WHERE id = $1 FOR UPDATE', [id]);
    const story = await this.one(actor, id);
    const visibility = story.status === 'published' ? 'published' : 'working';
    this.access.assertMay(actor, 'story.write', { ...story, visibility }, STORY);
    if (story.version !== version) throw stale(this.view(actor, story));
    return story;
  }

  private async told(actor: Actor, action: string, id: string, before?: StoryRow): Promise<StoryView> {
    const after = await this.one(actor, id);
    const { stateCode } = after;
    await this.audit.record({ action, entity: 'story', entityId: id, stateCode, before, after });
    return this.view(actor, after);
  }

  private async one(actor: Actor, id: string): Promise<StoryRow> {
    const story = await this.database.one<StoryRow & Record<string, unknown>>(ONE, [
      ...this.drafts(actor),
      id,
    ]);
    if (!story) throw notFound(STORY);
    return story;
  }

  /** The States whose drafts the actor works with, and whether those are all. */
  private drafts(actor: Actor): [string[], boolean] {
    const states = this.access.reachOf(actor, 'story.read').working;
    return states === 'all' ? [[], true] : [states, false];
  }

  private view(actor: Actor, story: StoryRow): StoryView {
    const mayWrite = this.access.may(actor, 'story.write', { stateCode: story.stateCode });
    return { ...story, consentRef: mayWrite ? story.consentRef : null, mayWrite };
  }

  private async commitmentOf(stateCode: string, { commitment }: StoryBody): Promise<string | null> {
    if (!(await this.database.one('SELECT FROM states WHERE code = $1', [stateCode])))
      throw invalid('stateCode', { en: 'There is no such State.', es: 'No existe ese Estado.' });
    if (!commitment) return null;
    const row = await this.database.one<{ id: string }>(
      'SELECT id FROM commitments WHERE code = $1 AND state_code = $2',
      [commitment, stateCode],
    );
    if (!row)
      throw invalid('commitment', {
        en: `This State has no commitment ${commitment}.`,
        es: `Este Estado no tiene el compromiso ${commitment}.`,
      });
    return row.id;
  }
}

type StoryRow = Omit<StoryView, 'mayWrite'>;

const isPlace = ([year, state, id]: (string | number | null)[]): boolean =>
  Number.isInteger(year) &&
  Number(year) <= 2100 &&
  Number(year) >= 2017 &&
  typeof state === 'string' &&
  typeof id === 'string' &&
  isUUID(id);

const NOTHING = {
  textEn: null,
  textEs: null,
  consentOn: null,
  consentRef: null,
  photoUrl: null,
  photoCredit: null,
  photoConsentOn: null,
};

const valuesOf = (body: StoryBody): unknown[] =>
  FIELDS.map((field) => (body[field] === '' ? null : (body[field] ?? null)));

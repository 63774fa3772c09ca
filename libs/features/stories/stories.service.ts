import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, conflict, invalid, invalidFields, type Page, pageOf, parseCursor } from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { CreateStory, StoriesQuery, StoryBody, StoryView } from './story.dto.js';
import { SELECT, STORY, StoryDesk, type StoryRow, VISIBLE } from './story.desk.js';
import { problemsBeforePublishing } from './story.rules.js';
import { storyWithdrawn } from './story.topics.js';

/** $3 State, $4 year, $5 commitment, each or null; after $6 year, $7 State and $8 id, $9 rows at most. */
const FIND = `${SELECT}
   WHERE ${VISIBLE} AND ($3::text IS NULL OR s.state_code = $3) AND ($4::int IS NULL OR s.year = $4)
     AND ($5::uuid IS NULL OR s.commitment_id = $5)
     AND ($6::int IS NULL OR (-s.year, s.state_code, s.id) > (-$6, $7::text, $8::uuid))
   ORDER BY s.year DESC, s.state_code, s.id LIMIT $9`;

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
  'source',
] as const satisfies readonly (keyof StoryBody)[];

/** People's stories: written as drafts, published with consent on file only, taken back at any time. */
@Injectable()
export class StoriesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(StoryDesk) private readonly desk: StoryDesk,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Published stories, and the drafts that the actor works with; newest year first. */
  async list(actor: Actor, query: StoriesQuery): Promise<Page<StoryView>> {
    const { state, year, commitment, limit, cursor } = query;
    const after = cursor ? parseCursor(cursor, 3, isPlace) : [null, null, null];
    const rows = await this.database.query<StoryRow & Record<string, unknown>>(FIND, [
      ...this.desk.drafts(actor),
      state ?? null,
      year ?? null,
      commitment ?? null,
      ...after,
      limit + 1,
    ]);
    const { items, nextCursor } = pageOf(rows, limit, (story) => [story.year, story.stateCode, story.id]);
    return { items: items.map((story) => this.desk.view(actor, story)), nextCursor };
  }

  /** @throws DomainError not_found, also for a draft of others */
  async get(actor: Actor, id: string): Promise<StoryView> {
    return this.desk.view(actor, await this.desk.one(actor, id));
  }

  /** @throws DomainError forbidden, invalid */
  create(actor: Actor, { stateCode, ...body }: CreateStory): Promise<StoryView> {
    return this.database.transaction(async () => {
      this.access.assertMay(actor, 'story.write', { stateCode, visibility: 'published' }, STORY);
      const id = newId();
      const commitmentId = await this.commitmentOf(stateCode, body);
      await this.database.execute(
        `INSERT INTO stories (id, state_code, commitment_id, updated_at, year, title_en, title_es, text_en, text_es, person_name, name_changed,
                              consent_on, consent_ref, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [id, stateCode, commitmentId, this.clock.now(), ...valuesOf(body)],
      );
      return this.desk.told(actor, 'story.create', id);
    });
  }

  /** Replaces a draft. @throws DomainError not_found, forbidden, conflict when it is published, stale, invalid */
  save(actor: Actor, id: string, version: number, body: StoryBody): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.desk.takeDraft(actor, id, version);
      const commitmentId = await this.commitmentOf(before.stateCode, body);
      await this.database.execute(
        `UPDATE stories SET commitment_id = $2, updated_at = $3, version = version + 1, year = $4, title_en = $5, title_es = $6, text_en = $7,
                text_es = $8, person_name = $9, name_changed = $10, consent_on = $11, consent_ref = $12, source = $13
          WHERE id = $1`,
        [id, commitmentId, this.clock.now(), ...valuesOf(body)],
      );
      return this.desk.told(actor, 'story.save', id, before);
    });
  }

  /** Shows a story to everybody. @throws DomainError invalid with everything that is missing, above all consent; conflict; stale */
  publish(actor: Actor, id: string, version: number): Promise<StoryView> {
    return this.database.transaction(async () => {
      const before = await this.desk.take(actor, id, version);
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
      const taken = await this.move(actor, await this.desk.take(actor, id, version), 'draft');
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
    return this.desk.told(actor, published ? 'story.publish' : 'story.withdraw', before.id, before);
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
};

const valuesOf = (body: StoryBody): unknown[] =>
  FIELDS.map((field) => (body[field] === '' ? null : (body[field] ?? null)));

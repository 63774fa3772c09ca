import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { storyRooms } from '../../../test/factories/stories.js';
import type { StoriesService } from './stories.service.js';
import type { CreateStory, StoryBody } from './story.dto.js';
import { StorySection } from './story-section.js';

let region: Region;
let stories: StoriesService;
let id: string;

beforeAll(async () => {
  region = await regionWithPlan();
  ({ stories } = storyRooms(region));
});
afterAll(() => region.db.close());

const story = (changes: Partial<CreateStory> = {}): CreateStory => ({
  stateCode: 'MX',
  year: 2024,
  titleEn: 'A studio',
  titleEs: 'Un estudio',
  textEn: 'She runs a studio.',
  textEs: 'Ella dirige un estudio.',
  personName: 'Marta',
  nameChanged: true,
  commitment: region.plan.commitments[0]?.code,
  ...changes,
});
const bodyOf = (created: CreateStory): StoryBody => created;

describe('a story', () => {
  it('is a draft that only who works with it sees', async () => {
    const { cast } = region;
    ({ id } = await stories.create(cast.coordinator, story()));
    expect(await stories.get(cast.focal, id)).toMatchObject({ status: 'draft', mayWrite: false });
    const { items } = await stories.list(cast.secretariat, { limit: 50, commitment: region.commitment(1) });
    expect(items).toHaveLength(1);
    for (const actor of [PUBLIC, cast.neighbour]) {
      await expect(stories.get(actor, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(await stories.list(actor, { limit: 50 })).toEqual({ items: [], nextCursor: null });
    }
  });

  it('is not published without recorded consent: not by the rule, not by the database', async () => {
    const { cast, db } = region;
    await expect(stories.publish(cast.coordinator, id, 1)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'consentOn' }, { field: 'consentRef' }],
    });
    await expect(
      db.database.execute(`UPDATE stories SET status = 'published', published_at = now() WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow('stories_published_with_consent');
  });

  it('keeps where the consent is', async () => {
    const { cast } = region;
    await stories.save(
      cast.coordinator,
      id,
      1,
      bodyOf(story({ consentOn: '2024-06-01', consentRef: 'Folder 12' })),
    );
    expect(await stories.get(cast.focal, id)).toMatchObject({ consentRef: null, consentOn: '2024-06-01' });
    expect(await stories.get(cast.coordinator, id)).toMatchObject({ consentRef: 'Folder 12' });
  });

  it('is read by everybody once published, without the place of the consent', async () => {
    const { cast } = region;
    await expect(stories.publish(cast.coordinator, id, 1)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 2 } },
    });
    expect(await stories.publish(cast.coordinator, id, 2)).toMatchObject({
      status: 'published',
      version: 3,
    });
    expect(await stories.get(PUBLIC, id)).toMatchObject({
      personName: 'Marta',
      consentRef: null,
      mayWrite: false,
    });
    await expect(stories.save(cast.coordinator, id, 3, bodyOf(story()))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(stories.publish(cast.coordinator, id, 3)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is taken back at any time, on record', async () => {
    const { cast, db } = region;
    await expect(stories.withdraw(cast.secretariat, id, 2)).rejects.toMatchObject({ code: 'stale' });
    await stories.withdraw(cast.secretariat, id, 3);
    expect(
      await region.db.database.query(`SELECT payload FROM outbox WHERE topic = 'story.withdrawn'`),
    ).toEqual([{ payload: { storyId: id } }]);
    await expect(stories.get(PUBLIC, id)).rejects.toMatchObject({ code: 'not_found' });
    const actions = await db.database.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE entity = 'story' ORDER BY id`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'story.create',
      'story.save',
      'story.publish',
      'story.withdraw',
    ]);
  });

  it('is written by the coordinator of its State and the Secretariat, about a commitment of that State', async () => {
    const { cast } = region;
    await expect(stories.create(cast.focal, story())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(stories.save(cast.neighbour, id, 4, bodyOf(story()))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(stories.save(cast.coordinator, id, 1, bodyOf(story()))).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(stories.create(cast.secretariat, story({ commitment: 'GT-01' }))).rejects.toMatchObject({
      fields: [{ field: 'commitment' }],
    });
  });
});

describe('the stories of a year', () => {
  it('are frozen as soon as they are published, and never as drafts', async () => {
    const { cast, db } = region;
    const section = new StorySection(db.database);
    expect(await section.sectionsOf(2024)).toEqual([]);
    await stories.save(
      cast.coordinator,
      id,
      4,
      bodyOf(story({ consentOn: '2024-06-01', consentRef: 'Folder 12' })),
    );
    await stories.publish(cast.coordinator, id, 5);
    const sections = await section.sectionsOf(2024);
    expect(sections).toMatchObject([{ id: 'stories', content: [{ stateCode: 'MX', titleEn: 'A studio' }] }]);
    expect(JSON.stringify(sections)).not.toContain('Folder 12');
    expect(await section.sectionsOf(2023)).toEqual([]);
  });

  it('come in pages, the newest year first', async () => {
    const { coordinator } = region.cast;
    for (const year of [2022, 2023])
      await stories.create(coordinator, story({ year, titleEn: `Of ${year}` }));
    const years: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await stories.list(coordinator, { limit: 2, ...(cursor ? { cursor } : {}) });
      years.push(...page.items.map(({ year }) => year));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(years).toEqual([2024, 2023, 2022]);
    await expect(stories.list(coordinator, { limit: 2, cursor: 'WzFd' })).rejects.toMatchObject({
      fields: [{ field: 'cursor' }],
    });
  });
});

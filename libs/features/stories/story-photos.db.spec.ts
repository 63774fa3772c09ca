import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { storyRooms } from '../../../test/factories/stories.js';
import type { Actor, Upload } from '#platform/http';
import type { StoryPhotoInput } from './story-photo.dto.js';
import type { StoryView } from './story.dto.js';
import { withoutWithdrawn } from './story.rules.js';

const SAID: StoryPhotoInput = {
  altEn: 'Two people in a studio',
  altEs: 'Dos personas en un estudio',
  captionEs: 'El estudio',
  credit: 'A. Pérez',
  takenOn: '2024-05-01',
  people: 'consented',
  consentBy: 'Marta Quispe, folder 12',
  consentOn: '2024-06-01',
  consentUse: 'Reports and site',
};

let region: Region;
let rooms: ReturnType<typeof storyRooms>;
let story: StoryView;
const folder = mkdtempSync(join(tmpdir(), 'photos-'));

beforeAll(async () => {
  region = await regionWithPlan();
  rooms = storyRooms(region, folder);
  story = await rooms.stories.create(region.cast.coordinator, {
    ...{ stateCode: 'MX', year: 2024, titleEn: 'A studio', titleEs: 'Un estudio' },
    ...{ textEn: 'She runs it.', textEs: 'Lo dirige.', nameChanged: true },
    ...{ consentOn: '2024-06-01', consentRef: 'Folder 12' },
  });
});
afterAll(async () => {
  await region.db.close();
  rmSync(folder, { recursive: true });
});

const picture = (width = 60): Upload => ({
  read: async () => ({
    name: 'IMG_0001.png',
    bytes: await sharp({ create: { width, height: 40, channels: 3, background: '#2d6' } })
      .png()
      .toBuffer(),
  }),
});
const kept = (): number => readdirSync(join(folder, 'stories')).length;
const add = async (upload = picture()): Promise<string> => {
  story = await rooms.photos.add(region.cast.coordinator, story.id, story.version, upload);
  return story.photos.at(-1)?.id ?? '';
};
const say = async (photo: string, said: StoryPhotoInput): Promise<void> => {
  story = await rooms.photos.save(region.cast.coordinator, story.id, story.version, photo, said);
};
const opens = async (actor: Actor, photo: string): Promise<boolean> => {
  try {
    (await rooms.photos.open(actor, story.id, photo)).content.destroy();
    return true;
  } catch {
    return false;
  }
};

describe('the photos of a story', () => {
  let first: string;
  let second: string;

  it('are added to a draft by who writes it, as pictures alone', async () => {
    const { cast } = region;
    first = await add();
    expect(story.photos).toMatchObject([{ width: 60, height: 40, altEn: null, people: null }]);
    const { content } = await rooms.photos.open(cast.focal, story.id, first);
    expect((await buffer(content)).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    for (const actor of [PUBLIC, cast.neighbour]) expect(await opens(actor, first)).toBe(false);
    const before = kept();
    const pdf: Upload = {
      read: () => Promise.resolve({ name: 'a.jpg', bytes: Buffer.from('%PDF-1.7 x') }),
    };
    await expect(add(pdf)).rejects.toMatchObject({ fields: [{ field: 'file' }] });
    for (const [actor, code] of [
      [cast.focal, 'forbidden'],
      [cast.neighbour, 'not_found'],
    ] as const)
      await expect(
        rooms.photos.add(actor, story.id, story.version, { read: () => Promise.reject(new Error('read')) }),
      ).rejects.toMatchObject({ code });
    await expect(
      rooms.photos.add(cast.coordinator, story.id, story.version - 1, picture()),
    ).rejects.toMatchObject({ code: 'stale' });
    expect(kept()).toBe(before);
  });

  it('are put in order, each once, and removed with their files', async () => {
    const { coordinator } = region.cast;
    second = await add(picture(80));
    const third = await add();
    const order = (ids: string[]) => rooms.photos.order(coordinator, story.id, story.version, ids);
    story = await order([second, third, first]);
    expect(story.photos.map(({ id }) => id)).toEqual([second, third, first]);
    for (const ids of [[second, third], [second, second, first], [second, third, story.id], []])
      await expect(order(ids)).rejects.toMatchObject({ fields: [{ field: 'ids' }] });
    const before = kept();
    story = await rooms.photos.remove(coordinator, story.id, story.version, third);
    expect([story.photos.map(({ id }) => id), kept()]).toEqual([[second, first], before - 1]);
    await expect(rooms.photos.remove(coordinator, story.id, story.version, third)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('keep a story from being published until all is said of them', async () => {
    const { coordinator } = region.cast;
    await say(first, SAID);
    const publish = () => rooms.stories.publish(coordinator, story.id, story.version);
    await expect(publish()).rejects.toMatchObject({
      fields: ['altEn', 'altEs', 'credit', 'people'].map((field) => ({ field: `photos[0].${field}` })),
    });
    await say(second, { ...SAID, people: 'nobody', consentBy: null, consentOn: null, consentUse: '' });
    story = await publish();
    expect(await opens(PUBLIC, second)).toBe(true);
    await expect(say(first, SAID)).rejects.toMatchObject({ code: 'conflict' });
    await expect(add()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('tell who consented to who writes the story alone, and not to the trail', async () => {
    const { cast, db } = region;
    const read = async (actor: Actor) => (await rooms.stories.get(actor, story.id)).photos[1];
    expect(await read(cast.coordinator)).toMatchObject(SAID);
    for (const actor of [PUBLIC, cast.focal])
      expect(await read(actor)).toEqual({
        ...(await read(cast.coordinator)),
        consentBy: null,
        consentUse: null,
      });
    const trail = await db.database.query<{ action: string; after: unknown }>(
      `SELECT action, after FROM audit_entries WHERE entity = 'story' ORDER BY id`,
    );
    expect(new Set(trail.map(({ action }) => action))).toEqual(
      new Set(
        ['create', 'add_photo', 'order_photos', 'remove_photo', 'save_photo', 'publish'].map(
          (verb) => `story.${verb}`,
        ),
      ),
    );
    expect(JSON.stringify(trail)).toContain('Two people in a studio');
    expect(JSON.stringify(trail)).not.toContain('Quispe');
  });

  it('are frozen with what was said of them, without who consented', async () => {
    const [{ content } = { content: null }] = await rooms.section.sectionsOf(2024);
    expect(content).toMatchObject([
      {
        photos: [
          { id: second, width: 80 },
          { id: first, altEs: SAID.altEs, captionEn: null, captionEs: 'El estudio', takenOn: '2024-05-01' },
        ],
      },
    ]);
    expect(JSON.stringify(content)).not.toMatch(/Quispe|storage|stories\//);
  });

  it('are taken back from a published story too: the file is gone, the story stays', async () => {
    const { cast, db } = region;
    const [frozen] = await rooms.section.sectionsOf(2024);
    const from = new Date(region.rooms.clock.now().getTime() - 1000);
    const before = kept();
    await expect(rooms.photos.withdraw(cast.neighbour, story.id, story.version, first)).rejects.toMatchObject(
      { code: 'forbidden' },
    );
    story = await rooms.photos.withdraw(cast.coordinator, story.id, story.version, first);
    expect([story.status, story.photos.map(({ id }) => id), kept()]).toEqual([
      'published',
      [second],
      before - 1,
    ]);
    expect([await opens(cast.coordinator, first), await opens(PUBLIC, second)]).toEqual([false, true]);
    expect(await db.database.query(`SELECT payload FROM outbox WHERE topic = 'story.withdrawn'`)).toEqual([
      { payload: { storyId: story.id } },
    ]);
    const day = region.rooms.clock.now().toISOString().slice(0, 10);
    expect(withoutWithdrawn(frozen?.content, await rooms.section.withdrawnAfter(from))).toMatchObject([
      { titleEn: 'A studio', photos: [{ id: second }, { withdrawnOn: day }] },
    ]);
    const [left] = await db.database.query('SELECT * FROM story_photos WHERE id = $1', [first]);
    expect(JSON.stringify(left)).not.toMatch(/Quispe|studio|Pérez|stories\//);
  });

  it('are six at most', async () => {
    const { coordinator } = region.cast;
    story = await rooms.stories.withdraw(coordinator, story.id, story.version);
    while (story.photos.length < 6) await add();
    const before = kept();
    await expect(add()).rejects.toMatchObject({ code: 'conflict' });
    expect(kept()).toBe(before);
  });
});

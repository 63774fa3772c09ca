import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { runAs } from '#platform/http';
import { type Rooms, seededRegion } from '../../../test/factories/plans.js';
import { coordinatorOf, PUBLIC } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';

let db: TestDatabase;
let rooms: Rooms;

beforeAll(async () => {
  ({ db, rooms } = await seededRegion());
});
afterAll(() => db.close());

describe('the list of commitments', () => {
  it('goes through all States page by page, each commitment once', async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await rooms.planQueries.commitments({ limit: 50, cursor });
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(codes).toHaveLength(231);
    expect(new Set(codes).size).toBe(231);
  });

  it('filters by State, area and words', async () => {
    const { items } = await rooms.planQueries.commitments({ state: 'MX', area: 'health', limit: 50 });
    expect(items).toHaveLength(2);
    const found = await rooms.planQueries.commitments({
      state: 'MX',
      q: 'estaciones migratorias',
      limit: 50,
    });
    expect(found.items.map(({ code }) => code)).toContain('MX-01');
    expect((await rooms.planQueries.commitments({ q: '100%_', limit: 50 })).items).toEqual([]);
  });

  it('refuses a cursor that is not its own', async () => {
    await expect(rooms.planQueries.commitments({ limit: 50, cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('focal points', () => {
  const actor = coordinatorOf('MX');
  const userId = newId();
  let commitmentId: string;

  beforeAll(async () => {
    await db.database.execute(
      `INSERT INTO auth_users (id, name, email) VALUES ($1, 'Ana', 'ana@example.org')`,
      [userId],
    );
    const { items } = await rooms.planQueries.commitments({ state: 'MX', limit: 1 });
    commitmentId = items[0]!.commitmentId;
  });

  it('are assigned by the State from today there, and once only', async () => {
    const assigned = await runAs(actor, () => rooms.focalPoints.assign(actor, commitmentId, { userId }));
    expect(assigned).toMatchObject({ userId, name: 'Ana', fromOn: '2024-07-01', toOn: null });
    await expect(rooms.focalPoints.assign(actor, commitmentId, { userId })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(rooms.focalPoints.assign(actor, commitmentId, { userId: newId() })).rejects.toMatchObject({
      code: 'invalid',
    });
    const stranger = coordinatorOf('GT');
    await expect(rooms.focalPoints.assign(stranger, commitmentId, { userId })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('stand with the commitment for whoever reports on it', async () => {
    const current = await rooms.planQueries.current(commitmentId, '2024-07-01');
    expect(current).toMatchObject({ code: 'MX-01', stateCode: 'MX', focalPointIds: [userId] });
    expect(current?.leadInstitutionIds).toHaveLength(1);
    expect((await rooms.planQueries.current(commitmentId, '2024-06-30'))?.focalPointIds).toEqual([]);
  });

  it('show their names at home only', async () => {
    expect((await rooms.planQueries.history(actor, commitmentId)).focalPoints).toMatchObject([
      { name: 'Ana' },
    ]);
    expect((await rooms.planQueries.history(PUBLIC, commitmentId)).focalPoints).toEqual([]);
  });

  it('end on a day, and not twice', async () => {
    const [{ id } = { id: '' }] = (await rooms.planQueries.history(actor, commitmentId)).focalPoints;
    await rooms.focalPoints.end(actor, id, { toOn: '2024-09-01' });
    expect((await rooms.planQueries.current(commitmentId, '2024-08-31'))?.focalPointIds).toEqual([userId]);
    expect((await rooms.planQueries.current(commitmentId, '2024-09-01'))?.focalPointIds).toEqual([]);
    await expect(rooms.focalPoints.end(actor, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that end on the day they began never were', async () => {
    const again = await rooms.focalPoints.assign(actor, commitmentId, { userId, fromOn: '2024-10-01' });
    await rooms.focalPoints.end(actor, again.id, { toOn: '2024-10-01' });
    expect((await rooms.planQueries.history(actor, commitmentId)).focalPoints).toHaveLength(1);
  });
});

it('a commitment of no plan in force is none to report on', async () => {
  expect(await rooms.planQueries.current(newId(), '2024-07-01')).toBeUndefined();
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { runAs, SYSTEM } from '#platform/http';
import { seedReference } from '../../../seeds/apply/reference.js';
import { coordinatorOf, openPlanRooms, PUBLIC } from '../../../test/factories/rooms.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';

let db: TestDatabase;
let rooms: ReturnType<typeof openPlanRooms>;

beforeAll(async () => {
  db = await testDatabase();
  rooms = openPlanRooms(db.database);
  await seedReference(rooms);
});
afterAll(() => db.close());

describe('the seeded region', () => {
  it('has a plan in force in every State, with the number of commitments that the State published beside it', async () => {
    const plans = await rooms.planQueries.list(PUBLIC, { status: 'adopted' });
    expect(
      plans.map((plan) => [plan.stateCode, plan.basis, plan.commitmentCount, plan.publishedCommitments]),
    ).toEqual([
      ['BZ', 'regional_template', 33, 8],
      ['CR', 'regional_template', 33, 23],
      ['SV', 'regional_template', 33, 43],
      ['GT', 'regional_template', 33, 27],
      ['HN', 'regional_template', 33, 26],
      ['MX', 'own', 33, 33],
      ['PA', 'regional_template', 33, 20],
    ]);
    const marked = plans.filter((plan) => plan.basis === 'regional_template');
    expect(
      marked.every(
        (plan) => plan.noteEn?.includes('not the State') && plan.noteEs?.includes('plantilla regional'),
      ),
    ).toBe(true);
  });

  it('has Mexico’s 33 commitments in their order and areas', async () => {
    const [summary] = await rooms.planQueries.list(PUBLIC, { state: 'MX' });
    const { commitments } = await rooms.planQueries.get(PUBLIC, summary!.id);
    const counts = new Map<string, number>();
    for (const { areaKey } of commitments) counts.set(areaKey, (counts.get(areaKey) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      protection: 17,
      education: 1,
      health: 2,
      jobs_and_livelihoods: 5,
      social_protection: 8,
    });
    expect(commitments[0]).toMatchObject({
      code: 'MX-01',
      number: 1,
      titleEs: 'Visitas de seguimiento a estaciones migratorias',
    });
    expect(commitments[0]!.institutions.map(({ key, role, basis }) => [key, role, basis])).toEqual([
      ['MX:COMAR', 'lead', 'named'],
      ['MX:INM', 'partner', 'inferred'],
    ]);
    expect(commitments[32]!.code).toBe('MX-33');
  });

  it('stays as it is when it is seeded again', async () => {
    const rows = () =>
      db.database.one(
        'SELECT (SELECT count(*) FROM audit_entries) AS audit, (SELECT count(*) FROM plans) AS plans',
      );
    const before = await rows();
    await seedReference(rooms);
    expect(await rows()).toEqual(before);
  });
});

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
  expect(await runAs(SYSTEM, () => rooms.planQueries.current(newId(), '2024-07-01'))).toBeUndefined();
});

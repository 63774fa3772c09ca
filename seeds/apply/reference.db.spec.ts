import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Rooms, seededRegion } from '../../test/factories/plans.js';
import { PUBLIC } from '../../test/factories/rooms.js';
import type { TestDatabase } from '../../test/harness/index.js';
import { seedReference } from './reference.js';

let db: TestDatabase;
let rooms: Rooms;

beforeAll(async () => {
  ({ db, rooms } = await seededRegion());
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

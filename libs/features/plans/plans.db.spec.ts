import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#platform/http';
import {
  adoptedOf,
  auditedActions,
  codesOf,
  commitment,
  commitments,
  regionWithoutPlans,
  type Rooms,
  TITLES,
} from '../../../test/factories/plans.js';
import { coordinatorOf, PUBLIC } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';

let db: TestDatabase;
let rooms: Rooms;

beforeAll(async () => {
  ({ db, rooms } = await regionWithoutPlans());
});
afterAll(() => db.close());

describe('a plan of any size', () => {
  it.each([
    ['BZ', 1],
    ['CR', 8],
    ['SV', 33],
    ['GT', 43],
    ['HN', 200],
  ])('is taken whole for %s with %i commitments, numbered and coded in order', async (stateCode, count) => {
    const actor = coordinatorOf(stateCode);
    const plan = await adoptedOf(rooms, actor, stateCode, count);
    expect(plan).toMatchObject({
      status: 'adopted',
      versionNumber: 1,
      basis: 'own',
      commitmentCount: count,
      adoptedOn: '2024-07-01',
    });
    expect(plan.commitments.map(({ number }) => number)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    expect(codesOf(plan).at(-1)).toBe(`${stateCode}-${String(count).padStart(2, '0')}`);
    expect(
      plan.commitments.every(
        ({ milestones, institutions }) => milestones.length === 2 && institutions.length === 1,
      ),
    ).toBe(true);
    expect(plan.commitments[0]!.milestones.map(({ weight }) => weight)).toEqual([1.5, 1]);
  });

  it('is refused whole when one of its commitments cannot be taken, with the path of each problem', async () => {
    const actor = coordinatorOf('PA');
    const wrong = [...commitments(2), { ...commitment(3), areaKey: 'GT:internal_displacement', weight: -1 }];
    const attempt = rooms.plans.create(actor, { stateCode: 'PA', ...TITLES, commitments: wrong });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'commitments[2].areaKey' }, { field: 'commitments[2].weight' }],
    });
    expect(await rooms.planQueries.list(actor, { state: 'PA' })).toEqual([]);
  });

  it('is told after its adoption, and left in the audit trail', async () => {
    const [plan] = await rooms.planQueries.list(PUBLIC, { state: 'BZ' });
    expect(await auditedActions(db, plan!.id)).toEqual(['plan.create', 'plan.adopt']);
    const events = await db.database.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = 'plan.adopted' AND payload->>'stateCode' = 'BZ'`,
    );
    expect(events).toEqual([{ payload: { planId: plan!.id, stateCode: 'BZ', supersededPlanId: null } }]);
  });
});

describe('a template', () => {
  const content = {
    ...TITLES,
    noteEn: 'Not own words',
    noteEs: 'No es redacción propia',
    commitments: [{ ...commitment(1) }, { ...commitment(2) }],
  };

  it('is put there by whoever may edit every plan, for every State', async () => {
    await expect(rooms.templates.put(coordinatorOf('MX'), 'regional', content)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const national = {
      ...content,
      commitments: [{ ...commitment(1), institutions: [{ key: 'MX:COMAR', role: 'lead' as const }] }],
    };
    await expect(rooms.templates.put(SYSTEM, 'regional', national)).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await rooms.templates.put(SYSTEM, 'regional', content)).toMatchObject({
      key: 'regional',
      commitmentCount: 2,
    });
  });

  it('is written in place of the version that was seen, and of no other', async () => {
    const put = (noteEn: string, seen: number) =>
      rooms.templates.put(SYSTEM, 'seen', { ...content, noteEn }, seen);
    await expect(put('Gone', 1)).rejects.toMatchObject({ code: 'not_found' });
    expect(await put('First', 0)).toMatchObject({ version: 1 });
    expect(await put('Second', 1)).toMatchObject({ version: 2 });
    await expect(put('Late', 1)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { noteEn: 'Second' } },
    });
    await expect(put('New', 0)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'key' }] });
  });

  it('starts a plan that says so, until the State finds its own words', async () => {
    const actor = coordinatorOf('PA');
    const plan = await rooms.plans.create(actor, {
      stateCode: 'PA',
      ...TITLES,
      template: 'regional',
      publishedCommitments: 20,
    });
    expect(plan).toMatchObject({
      basis: 'regional_template',
      noteEn: 'Not own words',
      commitmentCount: 2,
      publishedCommitments: 20,
    });
    const own = await rooms.plans.describe(actor, plan.id, plan.version, {
      basis: 'own',
      noteEn: null,
      noteEs: null,
    });
    expect(own).toMatchObject({
      basis: 'own',
      noteEn: null,
      publishedCommitments: 20,
      titleEn: TITLES.titleEn,
    });
    await rooms.plans.discard(actor, plan.id, own.version);
  });

  it('is named rightly, and not together with commitments', async () => {
    const actor = coordinatorOf('PA');
    const base = { stateCode: 'PA', ...TITLES };
    await expect(rooms.plans.create(actor, { ...base, template: 'none' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const both = rooms.plans.create(actor, { ...base, template: 'regional', commitments: commitments(1) });
    await expect(both).rejects.toMatchObject({ code: 'invalid' });
  });
});

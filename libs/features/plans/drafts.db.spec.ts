import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditedActions,
  codesOf,
  commitment,
  TITLES,
  draftOf,
  regionWithoutPlans,
  type Rooms,
} from '../../../test/factories/plans.js';
import { coordinatorOf, PUBLIC } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import type { PlanDto } from './plan.dto.js';

let db: TestDatabase;
let rooms: Rooms;

beforeAll(async () => {
  ({ db, rooms } = await regionWithoutPlans());
});
afterAll(() => db.close());

describe('a draft', () => {
  const actor = coordinatorOf('PA');
  let plan: PlanDto;

  it('begins empty, and a State has one only', async () => {
    plan = await rooms.plans.create(actor, { stateCode: 'PA', ...TITLES });
    expect(plan).toMatchObject({ commitments: [], version: 1 });
    await expect(draftOf(rooms, actor, 'PA', 1)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('shows at home only', async () => {
    await expect(rooms.planQueries.get(PUBLIC, plan.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(rooms.planQueries.get(coordinatorOf('MX'), plan.id)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await rooms.planQueries.list(PUBLIC, { state: 'PA' })).toEqual([]);
    expect(await rooms.planQueries.list(actor, { state: 'PA' })).toHaveLength(1);
  });

  it('cannot be adopted without commitments', async () => {
    await expect(rooms.plans.adopt(actor, plan.id, plan.version)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes commitments last or at a place', async () => {
    for (const n of [1, 2]) await rooms.commitments.add(actor, plan.id, n, commitment(n));
    const third = await rooms.commitments.add(actor, plan.id, 3, { ...commitment(3), number: 1 });
    expect(third).toMatchObject({ code: 'PA-03', number: 1, version: 4 });
    plan = await rooms.planQueries.get(actor, plan.id);
    expect(codesOf(plan)).toEqual(['PA-03', 'PA-01', 'PA-02']);
  });

  it('takes an order of all its commitments', async () => {
    const ids = plan.commitments.map(({ versionId }) => versionId);
    const short = rooms.commitments.reorder(actor, plan.id, plan.version, ids.slice(1));
    await expect(short).rejects.toMatchObject({ code: 'invalid' });
    plan = await rooms.commitments.reorder(actor, plan.id, plan.version, [ids[1]!, ids[2]!, ids[0]!]);
    expect(plan.commitments.map(({ code, number }) => [code, number])).toEqual([
      ['PA-01', 1],
      ['PA-02', 2],
      ['PA-03', 3],
    ]);
  });

  it('changes what is given and keeps the rest', async () => {
    const [first] = plan.commitments;
    const changed = await rooms.commitments.change(actor, first!.versionId, plan.version, {
      titleEn: 'Other words',
      dueOn: '2026-12-31',
      milestones: [{ titleEn: 'Only step', titleEs: 'Único paso' }],
    });
    expect(changed).toMatchObject({
      code: 'PA-01',
      titleEn: 'Other words',
      titleEs: 'Compromiso 1',
      dueOn: '2026-12-31',
    });
    expect(changed.milestones.map(({ titleEn, weight }) => [titleEn, weight])).toEqual([['Only step', 1]]);
    expect(changed.institutions.map(({ key }) => key)).toEqual(['REG:UNHCR']);
    const both = rooms.commitments.change(actor, first!.versionId, changed.version, { continuous: true });
    await expect(both).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'dueOn' }] });
    const renamed = rooms.commitments.change(actor, first!.versionId, changed.version, { code: 'PA-09' });
    await expect(renamed).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'code' }] });
  });

  it('answers whoever saw an earlier version with the present one', async () => {
    const attempt = rooms.plans.describe(actor, plan.id, plan.version, { titleEn: 'Late' });
    await expect(attempt).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: plan.version + 1 } },
    });
  });

  it('has titles whatever it is asked to be without', async () => {
    plan = await rooms.planQueries.get(actor, plan.id);
    const nothing = { titleEn: null, basis: null } as object;
    plan = await rooms.plans.describe(actor, plan.id, plan.version, { ...nothing, titleEs: 'Otro título' });
    expect(plan).toMatchObject({ titleEn: TITLES.titleEn, titleEs: 'Otro título', basis: 'own' });
  });

  it('is not for others to edit', async () => {
    const stranger = coordinatorOf('MX');
    await expect(rooms.plans.describe(stranger, plan.id, 7, { titleEn: 'X' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(rooms.plans.create(stranger, { stateCode: 'PA', ...TITLES })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('needs weights for all of its commitments or for none', async () => {
    plan = await rooms.planQueries.get(actor, plan.id);
    const weighted = await rooms.commitments.change(actor, plan.commitments[0]!.versionId, plan.version, {
      weight: 2.5,
    });
    await expect(rooms.plans.adopt(actor, plan.id, weighted.version)).rejects.toMatchObject({
      code: 'conflict',
    });
    const equal = await rooms.commitments.change(actor, plan.commitments[0]!.versionId, weighted.version, {
      weight: null,
    });
    expect(equal.weight).toBeNull();
    plan = await rooms.planQueries.get(actor, plan.id);
  });

  it('loses a commitment, and the others close up', async () => {
    plan = await rooms.commitments.remove(actor, plan.commitments[1]!.versionId, plan.version);
    expect(plan.commitments.map(({ code, number }) => [code, number])).toEqual([
      ['PA-01', 1],
      ['PA-03', 2],
    ]);
  });

  it('can be thrown away, with the commitments that were never adopted', async () => {
    await rooms.plans.discard(actor, plan.id, plan.version);
    await expect(rooms.planQueries.get(actor, plan.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await db.database.query(`SELECT FROM commitments WHERE state_code = 'PA'`)).toEqual([]);
    expect((await auditedActions(db, plan.id)).at(-1)).toBe('plan.discard');
  });
});

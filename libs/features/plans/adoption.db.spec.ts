import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import {
  administrator,
  commitment,
  draftOf,
  regionWithoutPlans,
  type Rooms,
} from '../../../test/factories/plans.js';
import { coordinatorOf } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import type { PlanDto } from './plan.dto.js';

let db: TestDatabase;
let rooms: Rooms;

beforeAll(async () => {
  ({ db, rooms } = await regionWithoutPlans());
});
afterAll(() => db.close());

describe('adoption', () => {
  const actor = coordinatorOf('MX');
  let draft: PlanDto;
  let first: PlanDto;

  it('happens once, however many ask for it at the same time', async () => {
    draft = await draftOf(rooms, actor, 'MX', 33);
    const attempts = await Promise.allSettled(
      [1, 2].map(() => rooms.plans.adopt(actor, draft.id, draft.version)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    });
    first = await rooms.planQueries.get(actor, draft.id);
    expect(first.status).toBe('adopted');
  });

  it('is for the State’s own coordinator, on a day that has come', async () => {
    const revision = await rooms.plans.revise(actor, first.id);
    const adopt = (by: Actor, adoptedOn?: string) =>
      rooms.plans.adopt(by, revision.id, revision.version, { adoptedOn });
    await expect(adopt(administrator)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(adopt(actor, '2024-07-02')).rejects.toMatchObject({ code: 'invalid' });
    await expect(adopt(actor, '2023-02-29')).rejects.toMatchObject({ code: 'invalid' });
    await rooms.plans.discard(actor, revision.id, revision.version);
  });

  it('ends all editing, through the services', async () => {
    const [some] = first.commitments;
    const { id, version } = first;
    await expect(rooms.plans.describe(actor, id, version, { titleEn: 'X' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(rooms.commitments.add(actor, id, version, commitment(1))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(rooms.commitments.remove(actor, some!.versionId, version)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(rooms.plans.discard(actor, id, version)).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    [`UPDATE plans SET title_en = 'X' WHERE id = $1`],
    [`UPDATE plans SET status = 'draft' WHERE id = $1`],
    [`UPDATE plans SET status = 'superseded', adopted_on = '2000-01-01' WHERE id = $1`],
    [`DELETE FROM plans WHERE id = $1`],
    [`UPDATE commitment_versions SET title_en = 'X' WHERE plan_id = $1`],
    [`DELETE FROM commitment_versions WHERE plan_id = $1`],
    [
      `INSERT INTO commitment_versions SELECT gen_random_uuid(), commitment_id, plan_id, 999, area_key, title_en, title_es FROM commitment_versions WHERE plan_id = $1 LIMIT 1`,
    ],
    [
      `UPDATE milestones SET weight = 9 WHERE commitment_version_id IN (SELECT id FROM commitment_versions WHERE plan_id = $1)`,
    ],
    [
      `DELETE FROM milestones WHERE commitment_version_id IN (SELECT id FROM commitment_versions WHERE plan_id = $1)`,
    ],
    [
      `DELETE FROM commitment_institutions WHERE commitment_version_id IN (SELECT id FROM commitment_versions WHERE plan_id = $1)`,
    ],
  ])('ends all editing, by SQL too: %s', async (statement) => {
    await expect(db.database.execute(statement, [first.id])).rejects.toThrow('never edited');
  });

  it('lets nothing slip in while it is under way', async () => {
    const revision = await rooms.plans.revise(actor, first.id);
    const [some] = revision.commitments;
    const client = await db.database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`UPDATE plans SET status = 'superseded' WHERE id = $1`, [first.id]);
      await client.query(`UPDATE plans SET status = 'adopted' WHERE id = $1`, [revision.id]);
      const slip = db.database.execute('UPDATE milestones SET weight = 9 WHERE commitment_version_id = $1', [
        some!.versionId,
      ]);
      const refused = expect(slip).rejects.toThrow('never edited');
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      // Not through the client: within a transaction PostgreSQL shows one state of its activity.
      while ((await db.database.query(waiting)).length === 0);
      await client.query('COMMIT');
      await refused;
    } finally {
      client.release();
    }
  });
});

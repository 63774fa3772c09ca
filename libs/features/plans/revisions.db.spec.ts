import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAs } from '#platform/http';
import {
  adoptedOf,
  codesOf,
  commitment,
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

describe('a revision', () => {
  const actor = coordinatorOf('CR');
  let adopted: PlanDto;
  let revision: PlanDto;

  beforeAll(async () => {
    adopted = await adoptedOf(rooms, actor, 'CR', 8);
    revision = await runAs(actor, () => rooms.plans.revise(actor, adopted.id, { reason: 'Mid-term' }));
  });

  it('begins with the same commitments under the same codes, in words of its own', () => {
    expect(revision).toMatchObject({
      status: 'draft',
      versionNumber: 2,
      adoptedOn: null,
      titleEn: adopted.titleEn,
    });
    expect(codesOf(revision)).toEqual(codesOf(adopted));
    const ids = (plan: PlanDto, key: 'commitmentId' | 'versionId') =>
      plan.commitments.map((each) => each[key]);
    expect(ids(revision, 'commitmentId')).toEqual(ids(adopted, 'commitmentId'));
    expect(ids(revision, 'versionId')).not.toEqual(ids(adopted, 'versionId'));
    const texts = (plan: PlanDto) =>
      plan.commitments.map(({ titleEn, milestones, institutions }) => [
        titleEn,
        milestones.length,
        institutions[0]!.key,
      ]);
    expect(texts(revision)).toEqual(texts(adopted));
  });

  it('keeps the reason in the audit trail', async () => {
    const rows = await db.database.query(
      'SELECT action, reason, actor_id FROM audit_entries WHERE entity_id = $1',
      [revision.id],
    );
    expect(rows).toEqual([{ action: 'plan.revise', reason: 'Mid-term', actor_id: actor.userId }]);
  });

  it('starts from the plan in force only', async () => {
    await expect(rooms.plans.revise(actor, revision.id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('gives a new commitment the next code, and never that of one that it drops', async () => {
    const last = revision.commitments.at(-1)!;
    revision = await rooms.commitments.remove(actor, last.versionId, revision.version);
    const added = await rooms.commitments.add(actor, revision.id, revision.version, commitment(9));
    expect(added).toMatchObject({ code: 'CR-09', number: 8 });
    await rooms.plans.adopt(actor, revision.id, added.version);
    const history = await rooms.planQueries.history(PUBLIC, last.commitmentId);
    expect(history).toMatchObject({
      code: 'CR-08',
      versions: [{ planStatus: 'superseded', planVersionNumber: 1 }],
    });
  });

  it('shows a commitment through its versions, the newest first', async () => {
    const history = await rooms.planQueries.history(PUBLIC, adopted.commitments[0]!.commitmentId);
    expect(
      history.versions.map(({ planVersionNumber, planStatus }) => [planVersionNumber, planStatus]),
    ).toEqual([
      [2, 'adopted'],
      [1, 'superseded'],
    ]);
  });
});

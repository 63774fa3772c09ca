import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import { newId } from '#platform/database';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { ApprovalsService } from './approvals.service.js';
import { ProgressAccess } from './progress.access.js';
import { UpdateRecords } from './update-records.js';
import { AccessService } from '#features/identity';

let region: Region;
let approvals: ApprovalsService;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const access = new AccessService();
  const records = new UpdateRecords(database, access, new ProgressAccess(access, region.rooms.clock));
  approvals = new ApprovalsService(database, region.rooms.progress, records);
});
afterAll(() => region.db.close());

const unchanged = async (actor: Actor, n: number): Promise<string> => {
  await approved(region, n, { cycleKey: '2023-annual' });
  const report = { commitmentId: region.commitment(n), cycleKey: '2024-annual', narrativeEn: 'As before.' };
  return (await region.rooms.progress.reportNoChange(actor, report)).id;
};

describe('the approval of what did not change', () => {
  it('takes each update for itself: what cannot be approved says why and holds nothing back', async () => {
    const { rooms, cast, commitment } = region;
    const good = await unchanged(cast.focal, 1);
    const own = await unchanged(cast.coordinator, 2);
    const { id: changed } = await rooms.progress.createDraft(cast.focal, content(commitment(3)));
    await rooms.progress.submit(cast.focal, changed);
    const nobody = newId();

    const { approved: done, refused } = await approvals.approveUnchanged(cast.coordinator, [
      own,
      changed,
      nobody,
      good,
      good,
    ]);

    expect(done.map(({ code, reviewState }) => [code, reviewState])).toEqual([['MX-01', 'approved']]);
    expect(refused.map(({ id, code }) => [id, code])).toEqual([
      [own, 'MX-02'],
      [changed, 'MX-03'],
      [nobody, null],
    ]);
    expect(refused[0]?.detailEn).toContain('their own');
    expect(refused[1]?.detailEs).toContain('sin cambios');
    const standing = await Promise.all([own, changed].map((id) => rooms.details.get(cast.coordinator, id)));
    expect(standing.map(({ reviewState }) => reviewState)).toEqual(['submitted', 'submitted']);
  });

  it('is for the State’s own coordination, and takes ids alone', async () => {
    const { cast } = region;
    const id = await unchanged(cast.otherFocal, 4);
    expect((await approvals.approveUnchanged(cast.neighbour, [id])).approved).toEqual([]);
    expect((await approvals.approveUnchanged(cast.otherFocal, [id])).approved).toEqual([]);
    await expect(approvals.approveUnchanged(cast.coordinator, ['MX-04'])).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { auditedActions } from '../../../test/factories/plans.js';
import { content, type Region, regionWithPlan } from '../../../test/factories/progress.js';

let region: Region;

beforeAll(async () => {
  region = await regionWithPlan();
});
afterAll(() => region.db.close());

const topics = async (): Promise<string[]> =>
  (await region.db.database.query<{ topic: string }>('SELECT topic FROM outbox ORDER BY id')).map(
    ({ topic }) => topic,
  );

describe('the loop of an update', () => {
  let id: string;

  it('begins with a draft, written with its audit entry, of which nobody else is told', async () => {
    const { rooms, cast, commitment } = region;
    const receipt = await rooms.progress.createDraft(cast.focal, content(commitment(1)));
    expect(receipt).toMatchObject({
      code: 'MX-01',
      cycleKey: '2024-annual',
      stateCode: 'MX',
      areaKey: 'protection',
      revision: 1,
      reviewState: 'draft',
      version: 1,
    });
    id = receipt.id;
    expect(await auditedActions(region.db, id)).toEqual(['update.create']);
    expect(await topics()).not.toContainEqual(expect.stringMatching(/^progress/));
  });

  it('refuses a second update of the same commitment in the same cycle, and names the first', async () => {
    const { rooms, cast, commitment } = region;
    await expect(rooms.progress.createDraft(cast.focal, content(commitment(1)))).rejects.toMatchObject({
      code: 'conflict',
      extra: { updateId: id },
    });
  });

  it('refuses who is neither focal point nor coordinator of the State', async () => {
    const { rooms, cast, commitment } = region;
    for (const stranger of [
      cast.otherFocal,
      cast.neighbour,
      cast.presidency,
      cast.secretariat,
      cast.administrator,
    ])
      await expect(rooms.progress.createDraft(stranger, content(commitment(2)))).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('knows neither a commitment nor a cycle that is not there', async () => {
    const { rooms, cast, commitment } = region;
    await expect(rooms.progress.createDraft(cast.focal, content(newId()))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      rooms.progress.createDraft(cast.focal, content(commitment(2), { cycleKey: '1999-annual' })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('saves over the version that was seen, and answers a stale one with both', async () => {
    const { rooms, cast, commitment } = region;
    const saved = await rooms.progress.save(cast.focal, id, 1, content(commitment(1), { percent: 50 }));
    expect(saved.version).toBe(2);
    const yours = content(commitment(1), { percent: 60 });
    await expect(rooms.progress.save(cast.focal, id, 1, yours)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 2, percent: 50 }, yours: { percent: 60 } },
    });
  });

  it('asks on submission for everything that is missing, all at once', async () => {
    const { rooms, cast, commitment } = region;
    await rooms.progress.save(cast.focal, id, 2, {});
    await expect(rooms.progress.submit(cast.focal, id)).rejects.toMatchObject({
      code: 'invalid',
      fields: [expect.objectContaining({ field: 'stage' }), expect.objectContaining({ field: 'outlook' })],
    });
    await rooms.progress.save(cast.focal, id, 3, content(commitment(1)));
    expect(await rooms.progress.submit(cast.focal, id)).toMatchObject({
      reviewState: 'submitted',
      version: 5,
    });
  });

  it('is under review then: neither saved nor submitted again', async () => {
    const { rooms, cast, commitment } = region;
    await expect(rooms.progress.save(cast.focal, id, 5, content(commitment(1)))).rejects.toMatchObject({
      code: 'conflict',
      extra: { current: { reviewState: 'submitted' } },
    });
    await expect(rooms.progress.submit(cast.focal, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('comes back with a reason, and not without', async () => {
    const { rooms, cast } = region;
    await expect(rooms.progress.returnForChanges(cast.coordinator, id, ' ')).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(rooms.progress.returnForChanges(cast.focal, id, 'Why?')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await rooms.progress.returnForChanges(cast.coordinator, id, 'Which window?');
    const detail = await rooms.details.get(cast.focal, id);
    expect(detail).toMatchObject({
      reviewState: 'returned',
      returnReason: 'Which window?',
      actions: ['save', 'submit'],
    });
  });

  it('lets one of several reviewers win, and tells the others', async () => {
    const { rooms, cast } = region;
    await rooms.progress.submit(cast.focal, id);
    const outcomes = await Promise.allSettled([
      rooms.progress.approve(cast.coordinator, id),
      rooms.progress.returnForChanges(cast.coordinator, id, 'No'),
      rooms.progress.approve(cast.coordinator, id),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    if ((await rooms.details.get(cast.focal, id)).reviewState === 'returned') {
      await rooms.progress.submit(cast.focal, id);
      await rooms.progress.approve(cast.coordinator, id);
    }
    expect((await topics()).at(-1)).toBe('progress.approved');
  });

  it('is locked once approved', async () => {
    const { rooms, cast, commitment } = region;
    const { version } = await rooms.details.get(cast.focal, id);
    await expect(rooms.progress.save(cast.focal, id, version, content(commitment(1)))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is corrected by a revision that copies all of it, while the approved one goes on counting', async () => {
    const { rooms, cast, commitment } = region;
    await expect(rooms.progress.startRevision(cast.focal, id, '')).rejects.toMatchObject({ code: 'invalid' });
    const revision = await rooms.progress.startRevision(cast.focal, id, 'COMAR corrected its figure');
    expect(revision).toMatchObject({ revision: 2, reviewState: 'draft', version: 1 });
    await expect(rooms.progress.startRevision(cast.focal, id, 'Again')).rejects.toMatchObject({
      code: 'conflict',
    });
    const detail = await rooms.details.get(cast.focal, revision.id);
    expect(detail).toMatchObject({
      percent: 40,
      revisionReason: 'COMAR corrected its figure',
      isLatest: true,
    });
    expect(detail.revisions.map((each) => [each.revision, each.reviewState])).toEqual([
      [2, 'draft'],
      [1, 'approved'],
    ]);
    await rooms.progress.save(cast.focal, revision.id, 1, content(commitment(1), { percent: 45 }));
    await rooms.progress.submit(cast.focal, revision.id);
    await rooms.progress.approve(cast.coordinator, revision.id);
    expect((await rooms.details.get(cast.focal, id)).isLatest).toBe(false);
  });

  it('tells its history to those who work with it', async () => {
    const { rooms, cast } = region;
    const { history } = await rooms.details.get(cast.coordinator, id);
    expect(history[0]).toMatchObject({ action: 'update.create', actorName: expect.any(String), revision: 1 });
    expect(history.map(({ action }) => action)).toContain('update.start_revision');
  });
});

describe('approval', () => {
  it('is never one’s own, unless the State allows it', async () => {
    const { rooms, cast, commitment, db } = region;
    const { id } = await rooms.progress.createDraft(cast.coordinator, content(commitment(2)));
    await rooms.progress.submit(cast.coordinator, id);
    await expect(rooms.progress.approve(cast.coordinator, id)).rejects.toMatchObject({
      code: 'forbidden',
      detail: { en: expect.stringContaining('their own') },
    });
    await db.database.execute(`UPDATE states SET allow_self_approval = true WHERE code = 'MX'`);
    expect(await rooms.progress.approve(cast.coordinator, id)).toMatchObject({ reviewState: 'approved' });
    const { history } = await rooms.details.get(cast.coordinator, id);
    expect(history.map(({ action }) => action)).toEqual([
      'update.create',
      'update.submit',
      'update.approve_own',
    ]);
    await db.database.execute(`UPDATE states SET allow_self_approval = false WHERE code = 'MX'`);
  });

  it('belongs to the State: neither a neighbour nor the Presidency approves', async () => {
    const { rooms, cast, commitment } = region;
    const { id } = await rooms.progress.createDraft(cast.focal, content(commitment(3)));
    await expect(rooms.progress.approve(cast.neighbour, id)).rejects.toMatchObject({ code: 'not_found' });
    await rooms.progress.submit(cast.focal, id);
    await expect(rooms.progress.approve(cast.presidency, id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

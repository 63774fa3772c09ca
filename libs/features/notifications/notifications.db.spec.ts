import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { FocalPointsService } from '#features/plans';
import { FixedClock } from '#platform/clock';
import { newId } from '#platform/database';
import type { Actor } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { auditService } from '../../../test/harness/index.js';
import { NotificationsService } from './notifications.service.js';

describe('Notifications', () => {
  const clock = new FixedClock(new Date('2024-11-02T12:00:00Z'));
  let region: Region;
  let notifications: NotificationsService;
  let updateId: string;

  beforeAll(async () => {
    region = await regionWithPlan();
    notifications = new NotificationsService(region.db.database, clock);
    const { cast, rooms } = region;
    await region.db.database.execute(
      `INSERT INTO role_assignments (id, user_id, role, state_code, valid_from, valid_to) VALUES
         (gen_random_uuid(), $1, 'national_coordinator', 'MX', '2024-01-01', NULL),
         (gen_random_uuid(), $2, 'national_coordinator', 'MX', '2023-01-01', '2024-01-01')`,
      [cast.coordinator.userId, cast.otherFocal.userId],
    );
    const draft = await rooms.progress.createDraft(cast.focal, content(region.commitment(1)));
    updateId = draft.id;
    await rooms.progress.submit(cast.focal, updateId);
    await rooms.progress.returnForChanges(cast.coordinator, updateId, 'Which months does the figure cover?');
  });
  afterAll(() => region.db.close());

  const told = async (actor: Actor): Promise<string[]> =>
    (await notifications.list(actor, { limit: 50 })).items.map(({ kind }) => kind);

  it('tell whose update came back, once however often the news is handed on, with the way to it', async () => {
    const { focal, coordinator } = region.cast;
    expect(await notifications.tell('update_returned', { updateId }, 'progress.returned:1')).toBe(1);
    expect(await notifications.tell('update_returned', { updateId }, 'progress.returned:1')).toBe(0);
    const [item] = (await notifications.list(focal, { limit: 50 })).items;
    expect(item).toMatchObject({
      kind: 'update_returned',
      about: { code: 'MX-01', cycle: '2024-annual' },
      readAt: null,
    });
    expect(item?.path).toBe(`/my-updates/2024-annual/${region.commitment(1)}`);
    expect(await notifications.unread(focal)).toEqual({ unread: 1 });
    expect(await told(coordinator)).toEqual([]);
  });

  it('go to the coordinators of the day when the Presidency asks', async () => {
    const { coordinator, otherFocal } = region.cast;
    const submission = await region.db.database.one<{ id: string }>(
      `SELECT s.id FROM state_submissions s JOIN cycles c ON c.id = s.cycle_id WHERE c.key = '2024-annual' AND s.state_code = 'MX'`,
    );
    await notifications.tell('question_asked', { submissionId: submission?.id }, 'submission.said:2');
    expect(await told(coordinator)).toEqual(['question_asked']);
    expect(await told(otherFocal)).toEqual([]);
  });

  it('tell of a delegation', async () => {
    const { otherFocal } = region.cast;
    const news = { userId: otherFocal.userId, from: '2024-11-03T00:00:00Z', to: '2024-11-10T00:00:00Z' };
    await notifications.tell('delegation_got', news, 'account.changed:3');
    expect((await notifications.list(otherFocal, { limit: 1 })).items).toMatchObject([
      { about: { to: '2024-11-10T00:00:00Z' }, path: '/account' },
    ]);
  });

  it('are marked by who they are for, and by nobody else', async () => {
    const { focal, coordinator } = region.cast;
    const [item] = (await notifications.list(focal, { limit: 1 })).items;
    await expect(notifications.read(coordinator, item?.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(notifications.read(focal, newId())).rejects.toMatchObject({ code: 'not_found' });
    expect(await notifications.read(focal, item?.id ?? '')).toEqual({ unread: 0 });
    expect((await notifications.list(focal, { limit: 50, unread: true })).items).toEqual([]);
    expect(await notifications.readAll(coordinator)).toEqual({ unread: 0 });
  });

  it('come page by page, newest first', async () => {
    const { focal } = region.cast;
    for (const [source, at] of [
      ['4', '2024-11-03T12:00:00Z'],
      ['5', '2024-11-04T12:00:00Z'],
    ] as const) {
      clock.set(new Date(at));
      await notifications.tell('update_returned', { updateId }, `progress.returned:${source}`);
    }
    const first = await notifications.list(focal, { limit: 2 });
    expect(first.items.map(({ createdAt }) => createdAt.toISOString().slice(0, 10))).toEqual([
      '2024-11-04',
      '2024-11-03',
    ]);
    const rest = await notifications.list(focal, { limit: 2, cursor: first.nextCursor ?? undefined });
    expect(rest).toMatchObject({ items: [{ kind: 'update_returned' }], nextCursor: null });
    await expect(notifications.list(focal, { limit: 2, cursor: 'bm8' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('tell who reports on a commitment from now on, and who got a role', async () => {
    const { otherFocal, coordinator } = region.cast;
    const commitmentId = region.commitment(2);
    const { database } = region.db;
    await database.execute('DELETE FROM notifications');
    const audit = auditService(database, clock);
    const points = new FocalPointsService(database, clock, audit, new AccessService(), new Outbox(database));
    await points.assign(coordinator, commitmentId, { userId: String(otherFocal.userId) });
    const [news] = await database.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE topic = 'plan.focal_point_named'`,
    );
    const source = 'plan.focal_point_named:1';
    expect(await notifications.tell('focal_point_named', news?.payload ?? {}, source)).toBe(1);
    const role = await region.db.database.one<{ id: string }>(
      `SELECT id FROM role_assignments WHERE user_id = $1 AND valid_to IS NULL`,
      [coordinator.userId],
    );
    expect(await notifications.tell('role_given', { assignmentId: role?.id }, 'account.role_given:2')).toBe(
      1,
    );
    expect((await notifications.list(otherFocal, { limit: 1 })).items).toMatchObject([
      { kind: 'focal_point_named', about: { code: 'MX-02' }, path: `/commitments/${commitmentId}` },
    ]);
    expect((await notifications.list(coordinator, { limit: 1 })).items).toMatchObject([
      { kind: 'role_given', about: { role: 'national_coordinator', state: 'MX' }, path: '/account' },
    ]);
  });

  it('are one where they came in a burst, with all that it holds, and are read as one', async () => {
    const { focal, otherFocal } = region.cast;
    const { database } = region.db;
    await database.execute('DELETE FROM notifications');
    await database.execute(
      `INSERT INTO commitment_focal_points (id, commitment_id, user_id, from_on)
       SELECT gen_random_uuid(), c.id, $1, '2024-01-01' FROM commitments c
        WHERE NOT EXISTS (SELECT FROM commitment_focal_points f WHERE f.commitment_id = c.id AND f.user_id = $1)`,
      [otherFocal.userId],
    );
    const give = (n: number, source: string): Promise<number> =>
      notifications.tell(
        'focal_point_named',
        { commitmentId: region.commitment(n), userId: otherFocal.userId },
        source,
      );
    clock.set(new Date('2024-11-05T20:00:00Z'));
    for (const n of [1, 2, 3]) await give(n, `plan.focal_point_named:${n}`);
    await notifications.tell('update_returned', { updateId }, 'progress.returned:9');
    const codes = async (): Promise<[number, string[], boolean][]> =>
      (await notifications.list(otherFocal, { limit: 50 })).items.map(({ count, items, readAt }) => [
        count,
        items.map(({ about }) => String(about.code)),
        readAt !== null,
      ]);
    expect(await codes()).toEqual([[3, ['MX-01', 'MX-02', 'MX-03'], false]]);
    expect(await notifications.unread(otherFocal)).toEqual({ unread: 1 });
    expect((await notifications.list(focal, { limit: 50 })).items).toMatchObject([{ count: 1 }]);
    const [bundle] = (await notifications.list(otherFocal, { limit: 1 })).items;
    expect(await notifications.read(otherFocal, bundle?.id ?? '')).toEqual({ unread: 0 });
    expect(await codes()).toMatchObject([[3, expect.anything(), true]]);
    clock.set(new Date('2024-11-05T21:00:00Z'));
    await give(4, 'plan.focal_point_named:4');
    expect(await codes()).toMatchObject([
      [1, ['MX-04'], false],
      [3, expect.anything(), true],
    ]);
    expect((await notifications.list(otherFocal, { limit: 1 })).nextCursor).not.toBeNull();
    clock.set(new Date('2024-11-06T20:00:00Z'));
    await give(1, 'plan.focal_point_named:5');
    expect((await codes()).map(([count]) => count)).toEqual([1, 1, 3]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailOutbox } from '#platform/mail';
import { approved, person, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import type { ReminderStops } from './reminder-stops.service.js';
import type { ReminderSender } from './reminder-sender.service.js';
import type { RemindersService } from './reminders.service.js';
import { openReminders } from '../../../test/factories/reminders.js';

/** 09:00 in Mexico City, a week before the annual cycle of the factory is due. */
const WEEK_BEFORE = new Date('2024-11-08T15:00:00Z');

describe('Reminders on a database', () => {
  let region: Region;
  let reminders: RemindersService;
  let sender: ReminderSender;
  let outbox: MailOutbox;
  let stops: ReminderStops;

  beforeAll(async () => {
    region = await regionWithPlan();
    ({ outbox, reminders, stops, sender } = await openReminders(region));
    region.rooms.clock.set(WEEK_BEFORE);
  });

  afterAll(() => region.db.close());

  const claimedIds = async (): Promise<string[]> =>
    (
      await region.db.database.query<{ id: string }>(
        `SELECT id FROM reminder_ledger WHERE outcome = 'claimed' ORDER BY id`,
      )
    ).map(({ id }) => id);

  it('shows who would get what without writing anything', async () => {
    const { digests } = await reminders.plan(WEEK_BEFORE);
    expect(
      digests.map(({ userId, kind, offsetDays, items }) => [
        userId,
        kind,
        offsetDays,
        items.map(({ code }) => code),
      ]),
    ).toEqual(
      expect.arrayContaining([
        [region.cast.focal.userId, 'update', -7, ['MX-01', 'MX-02', 'MX-03']],
        [region.cast.otherFocal.userId, 'update', -7, ['MX-04']],
      ]),
    );
    expect(await claimedIds()).toEqual([]);
  });

  it('claims each reminder once, whoever runs at the same time', async () => {
    const runs = await Promise.all([
      reminders.run(WEEK_BEFORE),
      reminders.run(WEEK_BEFORE),
      reminders.run(WEEK_BEFORE),
    ]);
    expect(runs.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(2);
    expect(await claimedIds()).toHaveLength(2);
    expect(await reminders.run(WEEK_BEFORE)).toMatchObject({ claimed: 0 });
  });

  it('sends what is still due in one digest with a text part and a link to exactly that list, and only once', async () => {
    await approved(region, 1);
    for (const id of await claimedIds()) {
      expect(await sender.send(id)).toBe('sent');
      expect(await sender.send(id)).toBe('sent');
    }
    const kept = await outbox.list(10);
    expect(kept).toHaveLength(2);
    const mail = (await Promise.all(kept.map(({ id }) => outbox.find(id)))).find((each) =>
      each?.text.includes('MX-02'),
    );
    expect(mail?.subject).toContain('2 actualizaciones');
    expect(mail?.text).not.toContain('MX-01');
    expect(mail?.text).toContain('https://mirps.example.org/my-updates?cycle=2024-annual');
    expect(mail?.text).toContain('2 de sus compromisos');
    expect(mail?.html).toContain('MX-03');
    expect(mail?.headers['List-Unsubscribe']).toContain('https://mirps.example.org/account/reminders');
    expect(mail?.messageId).toMatch(/^<reminder\.[0-9a-f-]{36}@mirps\.example\.org>$/);
  });

  it('reminds who speaks for the leading institution, as the list of updates due does', async () => {
    const { database } = region.db;
    const { userId } = await person(database, 'Inés');
    await database.transaction(async () => {
      await database.execute('SET LOCAL session_replication_role = replica'); // the plan is in force, and so locked
      await database.execute(
        `UPDATE commitment_institutions i SET role = 'lead' FROM commitment_versions v
         WHERE v.id = i.commitment_version_id AND v.commitment_id = $1`,
        [region.commitment(2)],
      );
    });
    await database.execute(
      `INSERT INTO role_assignments (id, user_id, role, state_code, institution_id, valid_from)
       SELECT gen_random_uuid(), $1, 'focal_point', 'MX', id, '2024-01-01' FROM institutions WHERE key = 'REG:UNHCR'`,
      [userId],
    );
    const { digests } = await reminders.plan(WEEK_BEFORE);
    const mine = digests.filter((digest) => digest.userId === userId);
    expect(mine.map(({ kind, items }) => [kind, items.map(({ code }) => code)])).toEqual([
      ['update', ['MX-02']],
    ]);
    await database.execute('DELETE FROM role_assignments WHERE user_id = $1', [userId]);
  });

  it('stops for who says so by the link in the mail, and goes on when they want it again', async () => {
    const { userId } = region.cast.otherFocal;
    const address = new URL(stops.address(userId ?? '', 'es'));
    const [person, key] = ['person', 'key'].map((name) => address.searchParams.get(name) ?? '') as [
      string,
      string,
    ];
    const reminded = async () =>
      (await reminders.plan(new Date('2024-11-14T15:00:00Z'))).digests.some(
        (digest) => digest.userId === userId,
      );
    expect(await reminded()).toBe(true);
    await stops.set(person, key, true);
    await stops.set(person, key, true);
    expect([await stops.isStopped(person, key), await reminded()]).toEqual([true, false]);
    await expect(stops.set(region.cast.focal.userId ?? '', key, true)).rejects.toMatchObject({
      code: 'not_found',
    });
    await stops.set(person, key, false);
    expect([await stops.isStopped(person, key), await reminded()]).toEqual([false, true]);
    expect(
      await region.db.database.query('SELECT action FROM audit_entries WHERE entity_id = $1 ORDER BY id', [
        person,
      ]),
    ).toEqual([{ action: 'reminder.stop' }, { action: 'reminder.resume' }]);
  });

  it('says nothing when everything was submitted or explained between claim and sending', async () => {
    const late = new Date('2024-11-14T15:00:00Z');
    region.rooms.clock.set(late);
    expect(await reminders.run(late)).toMatchObject({ claimed: 2 });
    for (const n of [2, 3]) await approved(region, n);
    await region.rooms.explanations.explain(region.cast.coordinator, '2024-annual', region.commitment(4), {
      kind: 'not_assessed',
      textEs: 'Sin datos este año.',
    });
    for (const id of await claimedIds()) expect(await sender.send(id)).toBe('nothing_left');
    expect(await outbox.list(10)).toHaveLength(2);
  });
});

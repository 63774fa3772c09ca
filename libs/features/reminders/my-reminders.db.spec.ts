import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UsersService } from '#features/identity';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { openReminders } from '../../../test/factories/reminders.js';
import { auditService } from '../../../test/harness/index.js';
import { MyReminders } from './my-reminders.service.js';
import type { ReminderSender } from './reminder-sender.service.js';
import type { RemindersService } from './reminders.service.js';

/** 09:00 in Mexico City on a Friday, a week before the annual cycle of the factory is due. */
const FRIDAY = new Date('2024-11-08T15:00:00Z');
const SUNDAY = new Date('2024-11-10T23:00:00Z');
const MONDAY = new Date('2024-11-11T15:00:00Z');

describe('Days without reminders', () => {
  let region: Region;
  let mine: MyReminders;
  let reminders: RemindersService;
  let sender: ReminderSender;

  beforeAll(async () => {
    region = await regionWithPlan();
    const { database } = region.db;
    const opened = await openReminders(region);
    ({ reminders, sender } = opened);
    const { clock } = region.rooms;
    clock.set(FRIDAY);
    const users = {
      describe: (id: string, { lang }: { lang?: string }) =>
        database.execute('UPDATE auth_users SET lang = $2 WHERE id = $1', [id, lang]),
    } as unknown as UsersService;
    mine = new MyReminders(database, clock, auditService(database, clock), users, opened.stops, reminders);
  });
  afterAll(() => region.db.close());

  const AWAY = {
    stopped: false,
    lang: 'en' as const,
    quietWeekdays: ['saturday', 'sunday'],
    quietRanges: [{ from: '2024-11-08', to: '2024-11-08' }],
  };
  const claimedOf = (userId: string | null) =>
    region.db.database.query<{ id: string; offsetDays: number; scheduledAt: Date }>(
      `SELECT id, offset_days AS "offsetDays", scheduled_at AS "scheduledAt" FROM reminder_ledger WHERE user_id = $1 AND outcome = 'claimed'`,
      [userId],
    );

  it('begin with none, and are kept over the version that was seen', async () => {
    const { focal } = region.cast;
    const before = await mine.get(focal);
    expect(before).toMatchObject({
      version: 0,
      quietWeekdays: [],
      quietRanges: [],
      stopped: false,
      sent: [],
    });
    expect(before.timeZone).toBe('America/Mexico_City');
    expect(before.coming.map(({ offsetDays }) => offsetDays)).toEqual([-7, -1, 0, 3, 7]);
    const after = await mine.save(focal, 0, AWAY);
    expect(after).toMatchObject({ ...AWAY, version: 1 });
    await expect(mine.save(focal, 0, AWAY)).rejects.toMatchObject({ code: 'stale' });
    expect(await mine.save(focal, 1, AWAY)).toMatchObject({ version: 2 });
  });

  it('are told of beforehand: the reminder stands on the day it was put off to', async () => {
    const { coming } = await mine.get(region.cast.focal);
    expect(coming[0]).toMatchObject({ offsetDays: -7, at: MONDAY, codes: ['MX-01', 'MX-02', 'MX-03'] });
  });

  it('put a reminder off to the next other day, for that person alone, and send it once', async () => {
    const { focal, otherFocal } = region.cast;
    await reminders.run(FRIDAY);
    await reminders.run(SUNDAY);
    expect(await claimedOf(focal.userId)).toEqual([]);
    expect(await claimedOf(otherFocal.userId)).toHaveLength(1);
    await Promise.all([reminders.run(MONDAY), reminders.run(MONDAY)]);
    const [claimed, ...more] = await claimedOf(focal.userId);
    expect(claimed).toMatchObject({ offsetDays: -7, scheduledAt: MONDAY });
    expect(more).toEqual([]);
    region.rooms.clock.set(MONDAY);
    expect(await sender.send(String(claimed?.id))).toBe('sent');
    const { sent, coming } = await mine.get(focal);
    expect(sent).toMatchObject([{ kind: 'update', offsetDays: -7, cycleKey: '2024-annual' }]);
    expect(coming[0]).toMatchObject({ offsetDays: -1 });
  });

  it('do not bring back what was sent when they are taken away again', async () => {
    const { focal } = region.cast;
    await mine.save(focal, 2, { ...AWAY, quietWeekdays: [], quietRanges: [] });
    await reminders.run(MONDAY);
    expect(await claimedOf(focal.userId)).toEqual([]);
  });

  it('say which field is wrong', async () => {
    const { focal } = region.cast;
    const wrong = {
      ...AWAY,
      quietWeekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
      quietRanges: [
        { from: '2024-12-20', to: '2024-12-19' },
        { from: '2024-12-20', to: '2025-12-19' },
      ],
    };
    await expect(mine.save(focal, 3, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'quietRanges[0].to' }, { field: 'quietRanges[1].to' }, { field: 'quietWeekdays' }],
    });
  });

  it('stop altogether and come back with one save', async () => {
    const { focal } = region.cast;
    expect(await mine.save(focal, 3, { ...AWAY, stopped: true })).toMatchObject({
      stopped: true,
      coming: [],
    });
    const again = await mine.save(focal, 4, AWAY);
    expect(again.stopped).toBe(false);
    expect(again.coming.length).toBeGreaterThan(0);
  });
});

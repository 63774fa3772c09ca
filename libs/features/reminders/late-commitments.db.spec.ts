import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import type { Actor } from '#platform/http';
import { approved, content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { openReminders } from '../../../test/factories/reminders.js';
import { LateCommitments } from './late-commitments.service.js';

interface LateItem {
  code: string;
  status: string;
  daysLate: number;
  focalPoints: { name: string | null }[];
  reminders: { kind: string; offsetDays: number; sent: number; failed: number; names: string[] }[];
}

/** 09:00 in Mexico City, a week before the annual cycle of the factory is due. */
const WEEK_BEFORE = new Date('2024-11-08T15:00:00Z');

describe('What is late', () => {
  let region: Region;
  let rooms: Awaited<ReturnType<typeof openReminders>>;

  beforeAll(async () => {
    region = await regionWithPlan();
    rooms = await openReminders(region);
    region.rooms.clock.set(WEEK_BEFORE);
    await rooms.reminders.run();
    await approved(region, 1);
    for (const id of await claimed()) await rooms.sender.send(id);
  });
  afterAll(() => region.db.close());

  const claimed = async (): Promise<string[]> =>
    (
      await region.db.database.query<{ id: string }>(
        `SELECT id FROM reminder_ledger WHERE outcome = 'claimed' ORDER BY id`,
      )
    ).map(({ id }) => id);

  /** What somebody is told of Mexico's cycle: code, status, days late, whom it waits for, rounds of reminders. */
  async function lateFor(actor: Actor, state?: string): Promise<unknown[][]> {
    const late = new LateCommitments(region.db.database, region.rooms.clock, new AccessService());
    const { text } = await late.of(actor, '2024-annual', state);
    const { items } = JSON.parse(text) as { items: LateItem[] };
    return items.map(({ code, status, daysLate, focalPoints, reminders: rounds }) => [
      code,
      status,
      daysLate,
      focalPoints.map(({ name }) => name),
      rounds.map(({ kind, offsetDays, sent, failed, names }) => [kind, offsetDays, sent, failed, names]),
    ]);
  }

  it('tells what is late and who was reminded of it, by name only to who may know the people', async () => {
    const { coordinator, neighbour, presidency, secretariat } = region.cast;
    const sent = (name?: string) => [['update', -7, 1, 0, name ? [name] : []]];
    region.rooms.clock.set(new Date('2024-11-18T15:00:00Z'));
    expect(await lateFor(coordinator)).toEqual([
      ['MX-02', 'missing', 3, ['Fabiola'], sent('Fabiola')],
      ['MX-03', 'missing', 3, ['Fabiola'], sent('Fabiola')],
      ['MX-04', 'missing', 3, ['Omar'], sent('Omar')],
    ]);
    for (const actor of [presidency, secretariat])
      expect((await lateFor(actor, 'MX'))[0]).toEqual(['MX-02', 'missing', 3, [null], sent()]);
    expect([
      await lateFor(neighbour),
      await lateFor(neighbour, 'MX'),
      await lateFor(presidency, 'GT'),
    ]).toEqual([[], [], []]);
    region.rooms.clock.set(WEEK_BEFORE);
    expect((await lateFor(coordinator))[0]?.[2]).toBe(-7);
  });

  it('tells what waits for its review, and a reminder that could not be sent', async () => {
    const { focal, coordinator } = region.cast;
    const { id } = await region.rooms.progress.createDraft(focal, content(region.commitment(3)));
    await region.rooms.progress.submit(focal, id);
    region.rooms.clock.set(new Date('2024-11-12T15:00:00Z'));
    await rooms.reminders.run();
    const [waiting = ''] = await claimed();
    await rooms.sender.failed(waiting);
    expect(await lateFor(coordinator)).toContainEqual([
      'MX-03',
      'submitted',
      -18,
      ['Fabiola'],
      [
        ['update', -7, 1, 0, ['Fabiola']],
        ['review_queue', -3, 0, 1, ['Carla']],
      ],
    ]);
    expect(await rooms.sender.send(waiting)).toBe('sent');
    expect((await lateFor(coordinator)).at(-1)?.[4]).toContainEqual(['review_queue', -3, 1, 0, ['Carla']]);
  });
});

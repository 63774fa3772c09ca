import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform/http';
import {
  type IdentityRooms,
  NOON,
  openIdentityRooms,
  requestWith,
} from '../../../test/factories/identity.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { reaches } from './access.rules.js';
import { tookPart } from './signed-in.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => new Date(NOON.getTime() + days * DAY_MS).toISOString();

describe('standing in for somebody absent', () => {
  let test: TestDatabase;
  let rooms: IdentityRooms;
  let absent: string;
  let deputy: string;
  let stranger: string;
  let delegationId: string;

  beforeAll(async () => {
    test = await testDatabase();
    rooms = openIdentityRooms(test);
    [absent, deputy, stranger] = [
      (await rooms.person({ name: 'Luis' })).id,
      (await rooms.person({ name: 'Ana' })).id,
      (await rooms.person({ name: 'Eva' })).id,
    ];
    await rooms.roles.grant(absent, { role: 'national_coordinator', stateCode: 'MX' });
    await rooms.roles.grant(absent, { role: 'administrator' });
    await rooms.roles.grant(deputy, { role: 'focal_point', stateCode: 'MX' });
    await rooms.roles.grant(stranger, { role: 'national_coordinator', stateCode: 'HN' });
    ({ id: delegationId } = await rooms.delegations.give(absent, { takerId: deputy, validTo: inDays(10) }));
  });
  afterAll(() => test.close());

  /** A request of somebody whose browser carries the cookie that acting for another sets. */
  const acting = async (userId: string, id: string | null): Promise<FastifyRequest> => {
    const request = await rooms.signedIn(userId);
    let cookie = '';
    const reply = { header: (_: string, value: string) => (cookie = value) } as unknown as FastifyReply;
    await rooms.delegations.actFor(userId, id, request, reply);
    expect(cookie).toContain('HttpOnly; SameSite=Lax');
    return requestWith({ cookie: `${request.headers.cookie}; ${cookie.split(';')[0]}` });
  };
  const actor = async (request: FastifyRequest): Promise<Actor> =>
    (await rooms.sessions.authenticate(request)) as Actor;

  it('uses the powers of the absent, not the own ones, and is told as both', async () => {
    const found = await actor(await acting(deputy, delegationId));
    expect(found).toMatchObject({
      userId: deputy,
      name: 'Ana',
      onBehalfOf: { userId: absent, name: 'Luis' },
    });
    expect(found.roles.map(({ role }) => role)).toEqual(['national_coordinator']);
    expect(reaches(found, 'update.review', { stateCode: 'MX' })).toBe(true);
  });

  it('never hands administration over', async () => {
    expect(reaches(await actor(await acting(deputy, delegationId)), 'user.manage', {})).toBe(false);
  });

  it('ends when the person acts for themselves again', async () => {
    const found = await actor(await acting(deputy, null));
    expect([found.onBehalfOf, found.roles.map(({ role }) => role)]).toEqual([undefined, ['focal_point']]);
  });

  it('lets nobody review what they or the absent did', async () => {
    const found = await actor(await acting(deputy, delegationId));
    expect([tookPart(found, [absent]), tookPart(found, [deputy]), tookPart(found, [stranger, null])]).toEqual(
      [true, true, false],
    );
  });

  it('counts focal points of the absent as the deputy’s, and the own account stays the own', async () => {
    const found = await actor(await acting(deputy, delegationId));
    const focal = { ...found, roles: [{ role: 'focal_point', stateCode: 'MX' }] };
    expect(reaches(focal, 'update.write', { stateCode: 'MX', focalPointIds: [absent] })).toBe(true);
    expect(reaches(focal, 'update.write', { stateCode: 'MX', focalPointIds: [deputy] })).toBe(false);
    expect(reaches(found, 'account.use', { userId: absent })).toBe(false);
  });

  it('is nothing to others: whoever sets the cookie without the delegation acts for themselves', async () => {
    const request = await rooms.signedIn(stranger);
    const forged = requestWith({ cookie: `${request.headers.cookie}; mirps.acting_for=${delegationId}` });
    expect((await actor(forged)).onBehalfOf).toBeUndefined();
    await expect(acting(stranger, delegationId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is given to colleagues alone, for a time that can be', async () => {
    expect((await rooms.delegations.colleagues(absent)).map(({ name }) => name)).toEqual(['Ana']);
    const give = (takerId: string, validTo: string) => rooms.delegations.give(absent, { takerId, validTo });
    for (const [takerId, validTo, field] of [
      [stranger, inDays(1), 'takerId'],
      [absent, inDays(1), 'takerId'],
      [deputy, inDays(-1), 'validTo'],
      [deputy, inDays(181), 'validTo'],
    ] as const)
      await expect(give(takerId, validTo)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] });
  });

  it('begins and ends with its dates, and at once when either side ends it', async () => {
    const { id } = await rooms.delegations.give(absent, {
      takerId: deputy,
      validFrom: inDays(20),
      validTo: inDays(30),
    });
    await expect(acting(deputy, id)).rejects.toMatchObject({ code: 'not_found' });
    rooms.clock.set(new Date(inDays(25)));
    const request = await acting(deputy, id);
    expect((await actor(request)).onBehalfOf?.userId).toBe(absent);
    await expect(rooms.delegations.end(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    await rooms.delegations.end(deputy, id);
    expect((await actor(request)).onBehalfOf).toBeUndefined();
    rooms.clock.set(NOON);
  });

  it('is told to both by mail when it is made and when it ends, each in their language', async () => {
    const [giver, taker] = [await rooms.person({ name: 'Olga' }), await rooms.person({ name: 'Raúl' })];
    for (const { id } of [giver, taker])
      await rooms.roles.grant(id, { role: 'national_coordinator', stateCode: 'BZ' });
    await test.database.execute(`UPDATE auth_users SET lang = 'en' WHERE id = $1`, [taker.id]);
    await rooms.sendNotices();
    const told = async () => {
      const notices = await rooms.sendNotices();
      expect(JSON.stringify(notices)).not.toMatch(/Olga|Raúl|example\.org|ill/);
      const mails = (await rooms.mails.list(notices.length)).reverse();
      return mails.map(({ recipient, subject }) => [recipient, subject]);
    };
    const { id } = await rooms.delegations.give(giver.id, {
      takerId: taker.id,
      validTo: inDays(5),
      reason: 'ill',
    });
    expect(await told()).toEqual([
      [giver.email, 'Alguien le sustituye'],
      [taker.email, 'You stand in for somebody'],
    ]);
    const [letter] = await rooms.mails.list(1);
    expect((await rooms.mails.find(letter?.id ?? ''))?.text).toMatch(/You stand in for Olga from \d.*UTC to/);
    await rooms.delegations.end(taker.id, id);
    expect(await told()).toEqual([
      [giver.email, 'Ya nadie le sustituye'],
      [taker.email, 'You do not stand in any more'],
    ]);
  });

  it('ends when the two work together no longer', async () => {
    const [giver, taker] = [await rooms.person(), await rooms.person()];
    await rooms.roles.grant(giver.id, { role: 'national_coordinator', stateCode: 'SV' });
    const role = await rooms.roles.grant(taker.id, { role: 'focal_point', stateCode: 'SV' });
    const { id } = await rooms.delegations.give(giver.id, { takerId: taker.id, validTo: inDays(5) });
    const request = await acting(taker.id, id);
    expect((await actor(request)).onBehalfOf?.userId).toBe(giver.id);
    rooms.clock.advance(1000);
    await rooms.roles.end(taker.id, role.id);
    expect((await actor(request)).onBehalfOf).toBeUndefined();
    await expect(acting(taker.id, id)).rejects.toMatchObject({ code: 'not_found' });
    rooms.clock.set(NOON);
  });

  it('ends when the absent may no longer sign in', async () => {
    const [giver, taker] = [await rooms.person(), await rooms.person()];
    for (const { id } of [giver, taker]) await rooms.roles.grant(id, { role: 'secretariat' });
    const { id } = await rooms.delegations.give(giver.id, { takerId: taker.id, validTo: inDays(5) });
    const request = await acting(taker.id, id);
    expect((await actor(request)).onBehalfOf?.userId).toBe(giver.id);
    await rooms.users.setActive(giver.id, false);
    expect((await actor(request)).onBehalfOf).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import {
  type IdentityRooms,
  NOON,
  openIdentityRooms,
  requestWith,
} from '../../../test/factories/identity.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { holds, reaches } from './access.rules.js';
import type { NewTokenDto } from './api-tokens.dto.js';
import { NOT_FOR_TOKENS } from './policy.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ENDED = { code: 'unauthenticated' };
const inDays = (days: number): string => new Date(NOON.getTime() + days * DAY_MS).toISOString();

describe('tokens for programs', () => {
  let test: TestDatabase;
  let rooms: IdentityRooms;
  let owner: Actor & { userId: string };

  beforeAll(async () => {
    test = await testDatabase();
    rooms = openIdentityRooms(test);
    const { id, name } = await rooms.person();
    await rooms.roles.grant(id, { role: 'national_coordinator', stateCode: 'MX' });
    owner = { userId: id, name, roles: [{ role: 'national_coordinator', stateCode: 'MX' }] };
  });
  afterAll(() => test.close());

  const create = (given: Partial<NewTokenDto> = {}) =>
    rooms.tokens.create(owner, {
      name: 'Statistics',
      permissions: ['update.read'],
      expiresAt: inDays(30),
      ...given,
    });
  const bearer = (token: string) =>
    rooms.sessions.authenticate(requestWith({ authorization: `Bearer ${token}` }));

  it('stand for their owner, limited to what they are for', async () => {
    const { token } = await create();
    const actor = (await bearer(token)) as Actor;
    expect(actor.userId).toBe(owner.userId);
    expect(reaches(actor, 'update.read', { stateCode: 'MX' })).toBe(true);
    expect([holds(actor, 'update.write'), reaches(actor, 'plan.read', { stateCode: 'MX' })]).toEqual([
      false,
      false,
    ]);
    expect(reaches(actor, 'account.use', { userId: owner.userId })).toBe(false);
    expect(NOT_FOR_TOKENS.size).toBeGreaterThan(0);
    for (const permission of NOT_FOR_TOKENS) expect(holds(actor, permission)).toBe(false);
  });

  it('are shown once and stored as a hash', async () => {
    const { id, token, hint } = await create();
    expect(token).toMatch(/^mirps_[\w-]{43}$/);
    expect(token.endsWith(hint)).toBe(true);
    const [row] = await test.database.query(`SELECT t::text AS stored FROM api_tokens t WHERE id = $1`, [id]);
    expect(JSON.stringify(row)).not.toContain(token.slice(6));
    expect(JSON.stringify(await rooms.tokens.list(owner.userId))).not.toContain(token.slice(6));
  });

  it('tell when they were last used', async () => {
    const { id, token } = await create();
    const lastUsed = async () =>
      (await rooms.tokens.list(owner.userId)).find((each) => each.id === id)?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await bearer(token);
    expect(await lastUsed()).toEqual(NOON);
  });

  it('end at their instant, when revoked, and when their owner may no longer sign in', async () => {
    const [short, revoked, orphan] = [await create({ expiresAt: inDays(1) }), await create(), await create()];
    rooms.clock.set(new Date(inDays(1)));
    await expect(bearer(short.token)).rejects.toMatchObject(ENDED);
    rooms.clock.set(NOON);
    await bearer(revoked.token);
    await rooms.tokens.revoke(owner.userId, revoked.id);
    await expect(bearer(revoked.token)).rejects.toMatchObject(ENDED);
    await expect(rooms.tokens.revoke(owner.userId, revoked.id)).rejects.toMatchObject({ code: 'not_found' });
    await bearer(orphan.token);
    await rooms.users.setActive(owner.userId, false);
    await expect(bearer(orphan.token)).rejects.toMatchObject(ENDED);
    await rooms.users.setActive(owner.userId, true);
  });

  it('are refused when made up, and nothing where they are no token of ours', async () => {
    await expect(bearer(`mirps_${'A'.repeat(43)}`)).rejects.toMatchObject(ENDED);
    for (const token of ['mirps_', 'x', '']) expect(await bearer(token)).toBeUndefined();
  });

  it('do no more than their owner may at that moment', async () => {
    const { id, name } = await rooms.person();
    const role = await rooms.roles.grant(id, { role: 'national_coordinator', stateCode: 'MX' });
    const actor = { userId: id, name, roles: [role] };
    const { token } = await rooms.tokens.create(actor, {
      name: 'Reviews',
      permissions: ['update.read', 'update.review'],
      expiresAt: inDays(30),
    });
    const may = async () => {
      const caller = (await bearer(token)) as Actor;
      return [reaches(caller, 'update.review', { stateCode: 'MX' }), holds(caller, 'update.read')];
    };
    expect(await may()).toEqual([true, true]);
    rooms.clock.advance(1000);
    await rooms.roles.end(id, role.id);
    expect(await may()).toEqual([false, true]); // what is published stays open to everybody
    rooms.clock.set(NOON);
  });

  it.each([
    [{ permissions: [] }, 'permissions'],
    [{ permissions: ['user.manage'] }, 'permissions[0]'],
    [{ permissions: ['update.read', 'cycle.manage'] }, 'permissions[1]'],
    [{ permissions: ['account.use'] }, 'permissions[0]'],
    [{ expiresAt: inDays(-1) }, 'expiresAt'],
    [{ expiresAt: inDays(367) }, 'expiresAt'],
  ])('are not made with %j', async (given, field) => {
    await expect(create(given)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] });
  });

  it('belong to their owner: nobody else revokes them', async () => {
    const { id } = await create();
    await expect(rooms.tokens.revoke((await rooms.person()).id, id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are at most twenty a person', async () => {
    const made = (await rooms.tokens.list(owner.userId)).length;
    for (let n = made; n < 20; n += 1) await create();
    await expect(create()).rejects.toMatchObject({ code: 'conflict' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { type IdentityRooms, NOON, openIdentityRooms } from '../../../test/factories/identity.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';

const LATER = new Date(NOON.getTime() + 24 * 60 * 60 * 1000);
const EMAIL = 'rosalinda.quetzal@example.org';
const NAME = 'Rosalinda Quetzal';

describe('a person who is erased', () => {
  let test: TestDatabase;
  let rooms: IdentityRooms;
  let id: string;

  beforeAll(async () => {
    test = await testDatabase();
    rooms = openIdentityRooms(test);
    id = (await rooms.person({ name: NAME, email: EMAIL })).id;
    const stand = await rooms.person();
    for (const person of [id, stand.id])
      await rooms.roles.grant(person, { role: 'national_coordinator', stateCode: 'MX' });
    await rooms.delegations.give(id, {
      takerId: stand.id,
      validTo: LATER.toISOString(),
      reason: `${NAME} is away`,
    });
    await rooms.tokens.create(
      { userId: id, name: NAME, roles: [{ role: 'national_coordinator', stateCode: 'MX' }] },
      { name: 'Mine', permissions: ['update.read'], expiresAt: LATER.toISOString() },
    );
    await rooms.signedIn(id);
    for (const [to, text, personId = null] of [
      [EMAIL, 'Hello'],
      ['her.address.before@example.org', 'Hello again', id],
      [stand.email, `${NAME} asks you to stand in`],
      [stand.email, 'Something else'],
    ] as const)
      await rooms.mails.send({
        ...{ from: 'x@example.org', to, subject: 'S', text, html: undefined },
        ...{ messageId: `<${newId()}@example.org>`, headers: {}, personId },
      });
  });
  afterAll(() => test.close());

  it('gets all that is stored about them first', async () => {
    const data = await rooms.personalData.of(id);
    expect(data).toMatchObject({
      account: { name: NAME, email: EMAIL },
      roles: [{ role: 'national_coordinator', stateCode: 'MX' }],
      sessions: [{ method: 'password' }],
      tokens: [{ name: 'Mine' }],
      delegations: [{ giverId: id }],
      mails: [{ text: 'Hello' }, { text: 'Hello again' }],
    });
    expect(JSON.stringify(data)).not.toMatch(/argon2|"hash"|"secret"/);
  });

  it('is left alone when the address was typed wrong', async () => {
    await expect(rooms.erasure.erase(id, 'somebody@example.org')).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'email' }],
    });
  });

  it('is a pseudonym in every table, and keeps what they held', async () => {
    rooms.clock.set(LATER);
    const erased = await rooms.erasure.erase(id, ` ${EMAIL.toUpperCase()} `);
    expect(erased).toMatchObject({
      name: expect.stringMatching(/^Persona [0-9A-F]{6}$/) as unknown,
      active: false,
      erasedAt: LATER,
      roles: [{ role: 'national_coordinator', stateCode: 'MX' }],
    });
    const tables = await test.database.query<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const [found] = await test.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${name} t WHERE lower(t::text) LIKE '%rosalinda%' OR lower(t::text) LIKE '%quetzal%'`,
      );
      expect({ name, count: found?.count }).toEqual({ name, count: 0 });
    }
    expect(await rooms.mails.list(10)).toHaveLength(1);
  });

  it('cannot sign in, be erased again or be let in again, in no way', async () => {
    const [left] = await test.database.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM auth_sessions WHERE user_id = $1)::int + (SELECT count(*) FROM auth_accounts WHERE user_id = $1)::int
            + (SELECT count(*) FROM api_tokens WHERE user_id = $1)::int AS count`,
      [id],
    );
    expect(left?.count).toBe(0);
    await expect(rooms.erasure.erase(id, EMAIL)).rejects.toMatchObject({ code: 'conflict' });
    for (const attempt of [
      () => rooms.users.setActive(id, true),
      () => rooms.passwords.set(id, 'other plain words'),
      () => rooms.roles.grant(id, { role: 'secretariat' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is on record without the name', async () => {
    const [entry] = await test.database.query<{ text: string }>(
      `SELECT e::text AS text FROM audit_entries e WHERE action = 'user.erase' AND entity_id = $1`,
      [id],
    );
    expect(entry?.text).toContain(id);
    expect(entry?.text).not.toContain('osalinda');
  });

  it('is not the last administrator', async () => {
    const [first, second] = [await rooms.person(), await rooms.person()];
    for (const each of [first, second]) await rooms.roles.grant(each.id, { role: 'administrator' });
    await rooms.erasure.erase(first.id, first.email);
    await expect(rooms.erasure.erase(second.id, second.email)).rejects.toMatchObject({ code: 'conflict' });
  });
});

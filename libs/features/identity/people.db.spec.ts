import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PageQuery } from '#platform/http';
import { GT_OFFICE, type IdentityRooms, NOON, openIdentityRooms } from '../../../test/factories/identity.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import type { UsersQuery } from './users.dto.js';

describe('people who are known', () => {
  let test: TestDatabase;
  let { roles, queries, users, person } = {} as IdentityRooms;
  beforeAll(async () => {
    test = await testDatabase();
    ({ roles, queries, users, person } = openIdentityRooms(test));
  });
  afterAll(() => test.close());

  it('are found by role, State, part of their name, and page by page', async () => {
    const names = ['Zoe Uno', 'Zoe Dos', 'Zoe Tres'];
    for (const name of names)
      await roles.grant((await person({ name })).id, { role: 'national_coordinator', stateCode: 'PA' });
    const query = { ...new PageQuery(), q: 'zoe', role: 'national_coordinator', state: 'PA', limit: 2 };
    const first = await queries.list(query);
    const second = await queries.list({ ...query, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...second.items].map((user) => user.name)).toEqual([
      'Zoe Dos',
      'Zoe Tres',
      'Zoe Uno',
    ]);
    expect(second.nextCursor).toBeNull();
    expect((await queries.holders('national_coordinator', 'PA')).map((one) => one.name).sort()).toEqual(
      [...names].sort(),
    );
    expect(await queries.holders('national_coordinator', 'PA', new Date(NOON.getTime() - 1000))).toEqual([]);
  });

  it('are found by institution, by roles that ended or have not begun, and by their second factor', async () => {
    const has = { stateCode: 'GT', role: 'focal_point' };
    const [now, before, later] = await Promise.all(
      ['Yma Uno', 'Yma Dos', 'Yma Tres'].map((name) => person({ name })),
    );
    await roles.grant(now?.id ?? '', { ...has, institutionId: GT_OFFICE });
    await roles.grant(before?.id ?? '', {
      ...has,
      validFrom: '2023-01-01T00:00:00Z',
      validTo: '2024-01-01T00:00:00Z',
    });
    await roles.grant(later?.id ?? '', { ...has, validFrom: '2024-08-01T00:00:00Z' });
    await test.database.execute(
      `INSERT INTO auth_totp_keys (user_id, secret, confirmed_at) VALUES ($1, 'x', now()), ($2, 'x', NULL)`,
      [now?.id, later?.id],
    );
    const found = async (given: Partial<UsersQuery>) =>
      (await queries.list({ ...new PageQuery(), q: 'yma', ...given })).items.map(({ name }) => name);
    expect(await found({ institution: GT_OFFICE })).toEqual(['Yma Uno']);
    expect(await found({ state: 'GT' })).toEqual(['Yma Uno']);
    expect(await found({ held: 'ended' })).toEqual(['Yma Dos']);
    expect(await found({ held: 'later', role: 'focal_point' })).toEqual(['Yma Tres']);
    expect(await found({ held: 'later', role: 'presidency' })).toEqual([]);
    expect(await found({ secondFactor: true })).toEqual(['Yma Uno']);
    expect(await found({ secondFactor: false })).toEqual(['Yma Dos', 'Yma Tres']);
    expect(await found({ active: false })).toEqual([]);
  });

  it('choose their name and language, and the trail does not keep the name', async () => {
    const { id } = await person();
    await users.describe(id, { name: 'Eva Nueva', lang: 'en' });
    await users.describe(id, { lang: 'en' });
    expect(await queries.byId(id)).toMatchObject({ name: 'Eva Nueva', lang: 'en' });
    const trail = await test.database.query<{ action: string }>(
      `SELECT action, entry::text AS text FROM audit_entries entry WHERE entity_id = $1 AND action LIKE 'user.set%' ORDER BY id`,
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['user.set_name', 'user.set_lang']);
    expect(JSON.stringify(trail)).not.toContain('Nueva');
  });
});

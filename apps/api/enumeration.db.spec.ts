import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench } from '../../test/harness/accounts.js';
import { workOf } from '../../test/harness/work.js';

/** Who exists, who does not, who may not come in, and who was invited and has no password yet. */
const NAMES = ['ana', 'nobody', 'gone', 'guest'];

describe('whether somebody has an account', () => {
  let bench: AccountBench;
  let root = '';

  beforeAll(async () => {
    bench = await accountBench();
    await bench.person('Ana', [{ role: 'focal_point', stateCode: 'MX' }]);
    await bench.person('Gone');
    await bench.test.database.execute(
      `UPDATE auth_users SET active = false WHERE email = 'gone@example.org'`,
    );
    await bench.person('Root', [{ role: 'administrator' }]);
    root = (await bench.signIn('Root')).cookie;
    const guest = {
      name: 'Guest',
      email: 'guest@example.org',
      roles: [{ role: 'focal_point', stateCode: 'MX' }],
    };
    expect((await bench.call('POST', '/api/invitations', guest, root)).status).toBe(201);
  });
  afterAll(() => bench.close());

  const forget = () => bench.test.database.execute('TRUNCATE sign_in_attempts');
  const ask = (name: string, purpose: string) =>
    bench.call('POST', '/api/auth/links', { email: `${name}@example.org`, purpose });
  const ways: [string, (name: string) => Promise<{ status: number; body: Record<string, unknown> }>][] = [
    ['a wrong password', (name) => bench.signIn(name, 'not the password')],
    ['a request for a link', (name) => ask(name, 'sign_in')],
    ['a request for a new password', (name) => ask(name, 'password_reset')],
  ];
  const everyWay: typeof ways = [
    ...ways,
    [
      'a wish to sign in with the address from now on',
      (name) => bench.call('POST', '/api/me/email', { email: `${name}@example.org` }, root),
    ],
  ];

  it.each(everyWay)('does not show in what %s is answered', async (_what, way) => {
    const answers = [];
    for (const name of NAMES) {
      const { status, body } = await way(name);
      answers.push({ status, body: { ...body, requestId: '' } });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each(everyWay)('does not show in how much work %s is', async (_what, way) => {
    await forget();
    const works = [];
    for (const name of NAMES) works.push((await workOf(() => way(name))).work);
    const counts = works.map(({ statements }) => statements.length);
    expect(new Set(works.map(({ hashes }) => hashes)).size).toBe(1);
    // The library looks for the password of an account that exists by one key, which is nothing beside the hash.
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(works[0]?.hashes ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it.each(ways)('does not show in when %s is refused for being one too many', async (_what, way) => {
    await forget();
    const refusedAt = [];
    for (const name of NAMES) {
      let attempts = 0;
      for (; attempts < 40; attempts += 1) if ((await way(name)).status === 429) break;
      refusedAt.push(attempts);
      await forget();
    }
    expect(new Set(refusedAt).size).toBe(1);
  });
});

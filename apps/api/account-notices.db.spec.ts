import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench, PASSWORD } from '../../test/harness/accounts.js';
import { codeOf } from '../../test/harness/totp.js';

const NEXT = 'sopa norte lápiz tren';

describe('people are told by mail', () => {
  let bench: AccountBench;
  let root: string;

  beforeAll(async () => {
    bench = await accountBench();
    await bench.person('Root', [{ role: 'administrator' }]);
    root = (await bench.signIn('Root')).cookie;
  });
  afterAll(() => bench.close());

  const told = async () => (await bench.notices()).map(({ change, to }) => `${change} ${to}`);
  const begin = async (name: string): Promise<{ id: string; cookie: string }> => {
    const id = await bench.person(name);
    return { id, cookie: (await bench.signIn(name)).cookie };
  };
  const enrol = async (cookie: string) => {
    const { body } = await bench.call('POST', '/api/me/second-factor/totp', {}, cookie);
    const secret = String(body['secret']);
    const code = codeOf(secret, -1);
    const done = await bench.call('PUT', '/api/me/second-factor/totp', { code }, cookie);
    return { secret, cookie: done.cookie, codes: done.body['codes'] as string[] };
  };

  it('of a password that they, a link or an administrator changed, but not of a first one', async () => {
    const { id, cookie } = await begin('Ana');
    const change = { currentPassword: PASSWORD, newPassword: NEXT };
    expect(
      await bench.call('PUT', '/api/me/password', { ...change, currentPassword: 'x' }, cookie),
    ).toMatchObject({ status: 422 });
    expect(await told()).toEqual([]);
    expect((await bench.call('PUT', '/api/me/password', change, cookie)).status).toBe(204);
    expect(await told()).toEqual(['password_changed ana@example.org']);

    await bench.call('POST', '/api/auth/links', { email: 'ana@example.org', purpose: 'password_reset' });
    const token = (await bench.linksTo('ana@example.org')).at(-1);
    await bench.call('POST', '/api/auth/links/use', { token, password: PASSWORD });
    expect(await told()).toEqual(['password_changed ana@example.org']);

    await bench.call('PUT', `/api/users/${id}/password`, { password: NEXT }, root);
    expect(await told()).toEqual(['password_changed ana@example.org']);

    const guest = {
      name: 'Guest',
      email: 'guest@example.org',
      roles: [{ role: 'focal_point', stateCode: 'MX' }],
    };
    await bench.call('POST', '/api/invitations', guest, root);
    const invitation = (await bench.linksTo('guest@example.org')).at(-1);
    const used = await bench.call('POST', '/api/auth/links/use', { token: invitation, password: NEXT });
    expect(used.status).toBe(200);
    expect(await told()).toEqual([]);
  });

  it('of an authenticator app, a recovery code, and what an administrator took', async () => {
    const { id, cookie: first } = await begin('Eva');
    const { secret, codes, cookie } = await enrol(first);
    expect(await told()).toEqual(['authenticator_added eva@example.org']);
    const again = (await bench.signIn('Eva')).cookie;
    await bench.call('POST', '/api/auth/second-factor', { code: codes[0] }, again);
    expect(await told()).toEqual(['recovery_code_used eva@example.org']);
    await bench.call('POST', '/api/me/second-factor/totp/remove', { code: codeOf(secret) }, cookie);
    expect(await told()).toEqual(['authenticator_removed eva@example.org']);
    await bench.call('DELETE', `/api/users/${id}/second-factors`, undefined, root);
    expect(await told()).toEqual(['factors_reset eva@example.org']);
  });

  it('of another address at the one they had, which stands nowhere meanwhile', async () => {
    const { cookie } = await begin('Mia');
    await bench.call('POST', '/api/me/email', { email: 'mia.new@example.org' }, cookie);
    for (const address of ['mia@example.org', 'mia.new@example.org'])
      await bench.call('POST', '/api/auth/links/use', { token: (await bench.linksTo(address)).at(-1) });
    const waiting = await bench.test.database.query(
      `SELECT o::text AS row FROM outbox o WHERE topic = 'account.changed'`,
    );
    expect(waiting).toHaveLength(1);
    expect(JSON.stringify(waiting)).not.toContain('mia');
    expect(await told()).toEqual(['email_changed mia@example.org']);
  });

  it('once, and not when they may no longer sign in', async () => {
    const { id, cookie } = await begin('Gone');
    await enrol(cookie);
    await bench.call('PUT', `/api/users/${id}/active`, { active: false }, root);
    expect(await told()).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench, ACCOUNTS_URL, type Reply } from '../../test/harness/accounts.js';
import { OIDC_CLIENT, oidcServer, type OidcServer } from '../../test/harness/oidc.js';

describe('sign-in with a government’s own identity provider', () => {
  let bench: AccountBench;
  let server: OidcServer;
  let folder: string;

  beforeAll(async () => {
    server = await oidcServer(`${ACCOUNTS_URL}/api/auth/callback/mx-sre`);
    folder = mkdtempSync(join(tmpdir(), 'mirps-oidc-'));
    writeFileSync(join(folder, 'secret'), `${OIDC_CLIENT.secret}\n`);
    const provider = {
      id: 'mx-sre',
      name: { en: 'Foreign Ministry', es: 'Secretaría de Relaciones Exteriores' },
      stateCode: 'MX',
      issuer: server.issuer,
      clientId: OIDC_CLIENT.id,
      clientSecretFile: join(folder, 'secret'),
      emailDomains: ['sre.example'],
      roles: { 'mirps-focal': { role: 'focal_point' }, 'mirps-coord': { role: 'national_coordinator' } },
    };
    writeFileSync(join(folder, 'oidc.json'), JSON.stringify([provider]));
    bench = await accountBench({ MIRPS_OIDC_FILE: join(folder, 'oidc.json') });
  });
  afterAll(async () => {
    await bench.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const person = (sub: string, more: object = {}) =>
    server.people.set(sub, {
      ...{
        sub,
        email: `${sub}@sre.example`,
        email_verified: true,
        name: `Señora ${sub}`,
        groups: ['mirps-focal'],
      },
      ...more,
    });
  const begin = () => bench.call('POST', '/api/auth/sign-in/provider', { provider: 'mx-sre' });
  /** There and back. */
  const signIn = async (sub: string): Promise<Reply & { to: string }> => {
    const begun = await begin();
    const back = new URL(await server.visit(String(begun.body['url']), sub));
    return comeBack(`${back.pathname}${back.search}`, begun.cookie);
  };
  const comeBack = async (url: string, cookie: string): Promise<Reply & { to: string }> => {
    const answer = await bench.app.inject({ url, headers: { cookie } });
    const session = answer.cookies.find(({ name, value }) => name.endsWith('session_token') && value !== '');
    return {
      status: answer.statusCode,
      code: undefined,
      body: {},
      cookie: session ? `${session.name}=${encodeURIComponent(session.value)}` : '',
      to: String(answer.headers.location),
    };
  };
  const rolesOf = async (cookie: string) =>
    ((await bench.call('GET', '/api/me', undefined, cookie)).body['roles'] ?? []) as Record<
      string,
      unknown
    >[];
  const refused = { cookie: '', to: expect.stringContaining('provider=refused') };
  const trail = (action: string) =>
    bench.test.database.query('SELECT state_code FROM audit_entries WHERE action = $1', [action]);

  it('is offered by name', async () => {
    expect((await bench.call('GET', '/api/auth/providers')).body).toEqual([
      { id: 'mx-sre', name: 'Foreign Ministry', stateCode: 'MX' },
    ]);
  });

  it('goes there with PKCE, state and nonce', async () => {
    const url = new URL(String((await begin()).body['url']));
    expect(url.origin).toBe(server.issuer);
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(url.searchParams.get(name)).toMatch(/.{20,}/);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect((await bench.call('POST', '/api/auth/sign-in/provider', { provider: 'none' })).status).toBe(404);
  });

  it('brings new people with the roles of their groups, for a while, written down', async () => {
    person('nueva');
    const { to, cookie } = await signIn('nueva');
    expect(to).toBe('/');
    const [role, ...more] = await rolesOf(cookie);
    expect(more).toEqual([]);
    expect(role).toMatchObject({ role: 'focal_point', stateCode: 'MX' });
    const hours = (new Date(String(role?.['validTo'])).getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
    expect(await trail('role.grant')).toContainEqual({ state_code: 'MX' });
    const [account] = await bench.test.database.query(
      `SELECT access_token, refresh_token, id_token FROM auth_accounts WHERE provider_id = 'mx-sre'`,
    );
    expect(account).toEqual({ access_token: null, refresh_token: null, id_token: null });
  });

  it('gives and takes roles as groups change', async () => {
    person('cambia');
    await signIn('cambia');
    person('cambia', { groups: ['mirps-coord', 'unknown'] });
    const { cookie } = await signIn('cambia');
    expect((await rolesOf(cookie)).map(({ role }) => role)).toEqual(['national_coordinator']);
    person('cambia', { groups: [] });
    expect(await rolesOf((await signIn('cambia')).cookie)).toEqual([]);
    expect((await trail('role.end')).length).toBeGreaterThanOrEqual(2);
  });

  it('takes nobody in without a group that has a part here', async () => {
    person('ajena', { groups: ['payroll'] });
    expect(await signIn('ajena')).toMatchObject(refused);
  });

  it.each([
    ['an address that the provider has not verified', { email_verified: false }],
    ['an address of another domain', { email: 'root@example.org' }],
    ['an address of a domain that only looks alike', { email: 'x@notsre.example' }],
  ])('refuses %s', async (_what, claims) => {
    person('falsa', claims);
    expect(await signIn('falsa')).toMatchObject(refused);
  });

  const known = async (name: string, roles: object[]): Promise<void> => {
    const id = await bench.person(name, roles as never);
    await bench.test.database.execute('UPDATE auth_users SET email = $2 WHERE id = $1', [
      id,
      `${name.toLowerCase()}@sre.example`,
    ]);
  };

  it('knows people of its State by their verified address, and leaves the roles that they have', async () => {
    await known('Ana', [{ role: 'focal_point', stateCode: 'MX' }]);
    person('ana', { groups: ['mirps-focal'] });
    const { cookie } = await signIn('ana');
    expect(await rolesOf(cookie)).toMatchObject([{ role: 'focal_point', stateCode: 'MX', validTo: null }]);
    person('ana', { groups: [] });
    expect(await rolesOf((await signIn('ana')).cookie)).toHaveLength(1);
  });

  it('lets in who was invited and has not come yet', async () => {
    await bench.person('Boss', [{ role: 'administrator' }]);
    const root = (await bench.signIn('Boss')).cookie;
    const roles = [{ role: 'national_coordinator', stateCode: 'MX' }];
    const guest = { name: 'Invi Tada', email: 'invitada@sre.example', lang: 'es', roles };
    expect((await bench.call('POST', '/api/invitations', guest, root)).status).toBe(201);
    person('invitada');
    const { cookie } = await signIn('invitada');
    expect((await rolesOf(cookie)).map(({ role }) => role).sort()).toEqual([
      'focal_point',
      'national_coordinator',
    ]);
    expect((await bench.call('GET', '/api/invitations', undefined, root)).body).toEqual([]);
  });

  it('does not open the accounts of another State, or of administrators', async () => {
    await known('Gua', [{ role: 'focal_point', stateCode: 'GT' }]);
    await known('Jefa', [{ role: 'administrator' }]);
    for (const sub of ['gua', 'jefa']) {
      person(sub);
      expect(await signIn(sub)).toMatchObject(refused);
    }
  });

  it('does not let in who was shut out here', async () => {
    person('fuera');
    const { cookie } = await signIn('fuera');
    await bench.test.database.execute(
      `UPDATE auth_users SET active = false WHERE email = 'fuera@sre.example'`,
    );
    expect(await signIn('fuera')).toMatchObject({ cookie: '' });
    expect(cookie).not.toBe('');
  });

  it('accepts no return that this browser did not begin, and none twice', async () => {
    person('justa');
    const begun = await begin();
    const back = new URL(await server.visit(String(begun.body['url']), 'justa'));
    const url = `${back.pathname}${back.search}`;
    expect(await comeBack(url, '')).toMatchObject({ cookie: '' });
    const again = await begin();
    const second = new URL(await server.visit(String(again.body['url']), 'justa'));
    const right = `${second.pathname}${second.search}`;
    expect((await comeBack(right, again.cookie)).cookie).not.toBe('');
    expect(await comeBack(right, again.cookie)).toMatchObject({ cookie: '' });
    expect(await comeBack('/api/auth/callback/mx-sre?code=x&state=y', again.cookie)).toMatchObject({
      cookie: '',
    });
  });
});

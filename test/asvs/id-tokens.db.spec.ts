import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench } from '../harness/accounts.js';
import { fakeProvider, type Lies } from './fake-provider.js';

type Fake = Awaited<ReturnType<typeof fakeProvider>>;

const CLIENT = 'mirps-tracker';
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an ID token of a provider', () => {
  let bench: AccountBench;
  let fake: Fake;
  let other: Fake;
  let folder: string;

  beforeAll(async () => {
    [fake, other] = await Promise.all([fakeProvider(CLIENT), fakeProvider(CLIENT)]);
    folder = mkdtempSync(join(tmpdir(), 'mirps-id-'));
    const provider = (id: string, issuer: string, stateCode: string) => ({
      ...{ id, issuer, stateCode, name: { en: id, es: id }, clientId: CLIENT },
      clientSecretFile: join(folder, 'secret'),
      emailDomains: ['sre.example'],
      roles: { 'mirps-focal': { role: 'focal_point' } },
      secondFactor: true,
    });
    writeFileSync(join(folder, 'secret'), 'a secret between the two of them, long enough');
    const providers = [provider('mx-sre', fake.issuer, 'MX'), provider('gt-minex', other.issuer, 'GT')];
    writeFileSync(join(folder, 'oidc.json'), JSON.stringify(providers));
    bench = await accountBench({ MIRPS_OIDC_FILE: join(folder, 'oidc.json') });
  });
  afterAll(async () => {
    await bench.close();
    await fake.close();
    await other.close();
    rmSync(folder, { recursive: true });
  });

  /** There and back, while the provider lies. @returns whether a session was opened */
  async function letIn(lies: Lies, callback = 'mx-sre'): Promise<boolean> {
    // Guesses of providers are counted; these are meant.
    await bench.test.database.execute('DELETE FROM sign_in_attempts');
    const begun = await bench.call('POST', '/api/auth/sign-in/provider', { provider: 'mx-sre' });
    const url = new URL(String(begun.body['url']));
    fake.say(lies, url);
    other.say(lies, url);
    fake.asked();
    const state = url.searchParams.get('state') ?? '';
    const answer = await bench.app.inject({
      url: `/api/auth/callback/${callback}?code=x&state=${encodeURIComponent(state)}`,
      headers: { cookie: begun.cookie },
    });
    expect(answer.statusCode).toBe(302);
    return answer.cookies.some(({ name, value }) => name.endsWith('session_token') && value !== '');
  }

  it('is taken when it is honest, or nothing here would show anything', async () => {
    expect(await letIn({})).toBe(true);
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, (fake: Fake) => Lies]>([
    ['unsigned', () => ({ header: { alg: 'none' }, signature: '' })],
    ['signed by somebody else', ({ foreignKey }) => ({ key: foreignKey })],
    [
      'signed by a key that it brings along',
      ({ foreignKey, foreignJwk }) => ({ key: foreignKey, header: { jwk: foreignJwk } }),
    ],
    [
      'signed by a key at an address that it names',
      ({ foreignKey, issuer }) => ({
        key: foreignKey,
        header: { jku: `${issuer}/jwks2`, x5u: `${issuer}/x5u`, kid: 'mine' },
      }),
    ],
    ['altered after it was signed', () => ({ signature: encoded({ not: 'it' }) })],
    ['for somebody else', () => ({ claims: { aud: 'another-client' } })],
    ['by another issuer', () => ({ claims: { iss: 'https://login.example' } })],
    ['over', () => ({ claims: { iat: now - 7200, exp: now - 3600 } })],
    ['of another sign-in', () => ({ claims: { nonce: 'of-another-sign-in' } })],
    ['without a nonce', () => ({ claims: { nonce: undefined } })],
  ])('is refused when it is %s', async (_what, lies) => {
    expect(await letIn(lies(fake))).toBe(false);
  });

  it('is refused when it is marked with the public key as if that were a secret', async () => {
    const head = encoded({ alg: 'HS256', kid: 'own', typ: 'JWT' });
    const claims = {
      iss: fake.issuer,
      aud: CLIENT,
      sub: 'x',
      iat: now,
      exp: now + 300,
      email: 'x@sre.example',
    };
    const mark = createHmac('sha256', fake.publicPem)
      .update(`${head}.${encoded(claims)}`)
      .digest('base64url');
    expect(await letIn({ header: { alg: 'HS256' }, claims, signature: mark })).toBe(false);
  });

  it('of one provider opens nothing at the return address of another', async () => {
    expect(await letIn({}, 'gt-minex')).toBe(false);
  });

  it('tells of two factors only when it says so', async () => {
    const strong = async (): Promise<unknown> =>
      (
        await bench.test.database.query<{ strong: boolean }>(
          'SELECT second_factor_at IS NOT NULL AS strong FROM auth_sessions ORDER BY created_at DESC, id DESC LIMIT 1',
        )
      )[0]?.strong;
    for (const [amr, counts] of [
      [undefined, false],
      ['mfa', false],
      [['pwd'], false],
      [['pwd', 'mfa'], true],
    ] as const) {
      await bench.test.database.execute('DELETE FROM auth_sessions');
      expect(await letIn({ claims: { amr } })).toBe(true);
      expect([amr, await strong()]).toEqual([amr, counts]);
    }
  });

  it('of another account with the same address opens nothing, and of the same account with another address the same', async () => {
    const sign = (sub: string, email: string) => letIn({ claims: { sub, email } });
    expect(await sign('anterior', 'cargo@sre.example')).toBe(true);
    expect(await sign('posterior', 'cargo@sre.example')).toBe(false);
    expect(await sign('anterior', 'otra@sre.example')).toBe(true);
    const people = await bench.test.database.query<{ n: string }>(
      `SELECT count(DISTINCT user_id) AS n FROM auth_accounts WHERE account_id = 'anterior'`,
    );
    expect(Number(people[0]?.n)).toBe(1);
  });

  it('is not fetched from where a provider sends us on to', async () => {
    expect(await letIn({ redirects: true })).toBe(false);
    expect(fake.asked()).not.toContain('/elsewhere');
  });

  it('is not accepted from a provider that calls itself by another name', async () => {
    const fresh = await accountBench({ MIRPS_OIDC_FILE: join(folder, 'oidc.json') });
    try {
      fake.say({ issuer: 'https://login.example' }, new URL('http://x'));
      const begun = await fresh.call('POST', '/api/auth/sign-in/provider', { provider: 'mx-sre' });
      const url = new URL(String(begun.body['url']));
      fake.say({ issuer: 'https://login.example', claims: { iss: 'https://login.example' } }, url);
      const answer = await fresh.app.inject({
        url: `/api/auth/callback/mx-sre?code=x&state=${encodeURIComponent(url.searchParams.get('state') ?? '')}`,
        headers: { cookie: begun.cookie },
      });
      expect(answer.cookies.filter(({ name, value }) => name.endsWith('session_token') && value)).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});

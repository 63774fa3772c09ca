import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ACCOUNTS_URL, accountBench, type AccountBench, PASSWORD } from '../../test/harness/accounts.js';
import { SoftwarePasskey } from '../../test/harness/passkey.js';
import { codeOf } from '../../test/harness/totp.js';

const ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
const FACTOR = '/api/me/second-factor';
/** All that changes how a person signs in and asks for nothing else that a thief of the session would not have. */
const GUARDED: [method: string, url: string, body?: object][] = [
  ['POST', `${FACTOR}/totp`, {}],
  ['POST', `${FACTOR}/passkeys/options`, {}],
  ['POST', `${FACTOR}/passkeys`, { name: 'Key', response: {} }],
  ['DELETE', `${FACTOR}/passkeys/${ID}`],
  ['POST', '/api/me/tokens', { name: 'Statistics', permissions: ['plan.read'], days: 30 }],
  ['POST', '/api/me/email', { email: 'new@example.org' }],
  ['DELETE', `/api/me/sessions/${ID}`],
  ['DELETE', '/api/me/sessions'],
];

describe('a session whose last proof is eleven minutes old', () => {
  let bench: AccountBench;
  let cookie: string;
  let elsewhere: string;

  beforeAll(async () => {
    bench = await accountBench();
    await bench.person('Ana', [{ role: 'focal_point', stateCode: 'MX' }]);
    await bench.person('Eva');
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    await bench.test.database.execute('TRUNCATE sign_in_attempts');
    cookie = (await bench.signIn('Ana')).cookie;
    elsewhere = (await bench.signIn('Ana')).cookie;
    await age();
  });

  const age = () =>
    bench.test.database.execute(`UPDATE auth_sessions SET proved_at = proved_at - interval '11 minutes'`);
  const prove = (body: object, session = cookie) => bench.call('POST', `${FACTOR}/proof`, body, session);
  const refusals = async (session = cookie): Promise<string[]> => {
    const codes = [];
    for (const [method, url, body] of GUARDED)
      codes.push((await bench.call(method, url, body, session)).code ?? '');
    return codes;
  };
  const traces = () =>
    bench.test.database.query(`
      SELECT (SELECT count(*) FROM auth_totp_keys) AS apps, (SELECT count(*) FROM api_tokens) AS tokens,
             (SELECT count(*) FROM auth_links) AS links, (SELECT count(*) FROM auth_sessions) AS sessions`);

  it('changes nothing of how its person signs in, and reads as ever', async () => {
    const before = await traces();
    expect(new Set(await refusals())).toEqual(new Set(['proof_required']));
    expect(await traces()).toEqual(before);
    expect((await bench.call('GET', '/api/me/sessions', undefined, cookie)).status).toBe(200);
  });

  it('is as good as new once the password was shown, and no other session is', async () => {
    expect((await prove({ password: PASSWORD })).status).toBe(204);
    expect((await refusals(elsewhere)).every((code) => code === 'proof_required')).toBe(true);
    expect(await refusals()).not.toContain('proof_required');
  });

  it('takes no wrong password, no other thing, and not many tries', async () => {
    expect(await prove({})).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } });
    expect(await prove({ password: 'not the password' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'password' }] },
    });
    expect(await prove({ code: '123456' })).toMatchObject({ body: { errors: [{ field: 'code' }] } });
    expect(await prove({ response: { id: 'x' } })).toMatchObject({
      body: { errors: [{ field: 'response' }] },
    });
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await prove({ password: 'guessed' })).status);
    expect(answers).toContain(429);
    expect(new Set(await refusals())).toEqual(new Set(['proof_required']));
  });

  it('takes a code of the app, and the own passkey alone', async () => {
    await prove({ password: PASSWORD });
    const { body } = await bench.call('POST', `${FACTOR}/totp`, {}, cookie);
    const secret = String(body['secret']);
    const done = await bench.call('PUT', `${FACTOR}/totp`, { code: codeOf(secret, -1) }, cookie);
    const [mine, hers] = [new SoftwarePasskey(ACCOUNTS_URL), new SoftwarePasskey(ACCOUNTS_URL)];
    const keep = async (passkey: SoftwarePasskey, session: string): Promise<string> => {
      const asked = await bench.call('POST', `${FACTOR}/passkeys/options`, {}, session);
      const response = passkey.made(asked.body);
      return (await bench.call('POST', `${FACTOR}/passkeys`, { name: 'Key', response }, session)).cookie;
    };
    const ana = await keep(mine, done.cookie);
    await keep(hers, (await bench.signIn('Eva')).cookie);
    const shown = async (passkey: SoftwarePasskey) => {
      const { body: question } = await bench.call('POST', '/api/auth/passkey/options', {});
      return (await prove({ response: passkey.used(question) }, ana)).status;
    };
    const open = async () => (await bench.call('POST', `${FACTOR}/passkeys/options`, {}, ana)).status === 200;

    await age();
    expect([await shown(hers), await open()]).toEqual([422, false]);
    expect([await shown(mine), await open()]).toEqual([204, true]);
    await age();
    expect(await open()).toBe(false);
    expect([(await prove({ code: codeOf(secret) }, ana)).status, await open()]).toEqual([204, true]);
  });
});

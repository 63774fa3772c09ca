import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench, ACCOUNTS_URL, type Reply } from '../../test/harness/accounts.js';
import { type Oddity, SoftwarePasskey } from '../../test/harness/passkey.js';

const ELSEWHERE = 'https://tracker.example.com';

describe('passkeys', () => {
  let bench: AccountBench;
  let passkey: SoftwarePasskey;
  let cookie = '';
  let evas = '';

  beforeAll(async () => {
    bench = await accountBench({ MIRPS_SECOND_FACTOR: 'required' });
    await bench.person('Ana', [{ role: 'secretariat' }]);
    await bench.person('Eva', [{ role: 'secretariat' }]);
    passkey = new SoftwarePasskey(ACCOUNTS_URL);
  });
  afterAll(() => bench.close());

  const forget = () => bench.test.database.execute('TRUNCATE sign_in_attempts');
  const asked = async (session: string) =>
    (await bench.call('POST', '/api/me/second-factor/passkeys/options', {}, session)).body;
  const keep = (response: object, session: string): Promise<Reply> =>
    bench.call('POST', '/api/me/second-factor/passkeys', { name: 'Key', response }, session);
  const options = async () => (await bench.call('POST', '/api/auth/passkey/options', {})).body;
  const come = (response: object): Promise<Reply> => bench.call('POST', '/api/auth/passkey', { response });
  const comeWith = async (odd: Oddity = {}): Promise<Reply> => come(passkey.used(await options(), odd));
  const REFUSED = { status: 401, cookie: '', body: { detail: expect.stringContaining('not known here') } };
  const ODD: [string, Oddity][] = [
    ['the challenge of somebody else', { challenge: Buffer.from('made up').toString('base64url') }],
    ['another page', { origin: ELSEWHERE }],
    ['a key that is bound to another site', { rpId: 'tracker.example.com' }],
    ['nobody asked for a finger, a face or a PIN', { verified: false }],
  ];

  it.each(ODD)('are not made with %s', async (_what, odd) => {
    const session = (await bench.signIn('Ana')).cookie;
    const answer = await keep(passkey.made(await asked(session), odd), session);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'response' }] } });
  });

  it('are not made from what another person was asked, nor twice from one question', async () => {
    const [ana, eva] = [(await bench.signIn('Ana')).cookie, (await bench.signIn('Eva')).cookie];
    const question = await asked(ana);
    expect((await keep(passkey.made(question), eva)).status).toBe(422);
    const done = await keep(passkey.made(question), ana);
    expect(done.status).toBe(204);
    ({ cookie } = done);
    expect((await bench.call('GET', '/api/me/sessions', undefined, cookie)).status).toBe(200);
    expect((await keep(passkey.made(question), cookie)).status).toBe(422);
  });

  it('belong to one person', async () => {
    const eva = (await bench.signIn('Eva')).cookie;
    expect(await keep(passkey.made(await asked(eva)), eva)).toMatchObject({ status: 409 });
    expect((await asked(cookie))['excludeCredentials']).toMatchObject([{ id: passkey.id }]);
  });

  it('sign in, as good as two factors', async () => {
    const { status, body, cookie: session } = await comeWith();
    expect({ status, body }).toMatchObject({ status: 200, body: { user: { name: 'Ana' }, step: null } });
    expect((await bench.call('GET', '/api/me/sessions', undefined, session)).status).toBe(200);
  });

  it.each(ODD)('do not sign in with %s', async (_what, odd) => {
    expect(await comeWith(odd)).toMatchObject(REFUSED);
  });

  it('do not sign in with an answer that was used before', async () => {
    const answer = passkey.used(await options());
    expect((await come(answer)).status).toBe(200);
    expect(await come(answer)).toMatchObject(REFUSED);
  });

  it('open no account but their own', async () => {
    const other = new SoftwarePasskey(ACCOUNTS_URL);
    const eva = (await bench.signIn('Eva')).cookie;
    const done = await keep(other.made(await asked(eva)), eva);
    expect(done.status).toBe(204);
    evas = done.cookie;
    expect(await come(other.used(await options(), { id: passkey.id }))).toMatchObject(REFUSED);
    expect(await comeWith({ id: other.id })).toMatchObject(REFUSED);
    expect(await come(new SoftwarePasskey(ACCOUNTS_URL).used(await options()))).toMatchObject(REFUSED);
  });

  it('that were copied are noticed: their count of uses goes backwards', async () => {
    expect((await comeWith({ counter: 100 })).status).toBe(200);
    expect(await comeWith({ counter: 100 })).toMatchObject(REFUSED);
    expect(await comeWith({ counter: 99 })).toMatchObject(REFUSED);
    expect((await comeWith({ counter: 101 })).status).toBe(200);
  });

  it('are refused as what they are not, whatever is sent', async () => {
    for (const response of [{}, { id: passkey.id }, { id: passkey.id, response: { clientDataJSON: 7 } }])
      expect(await come(response)).toMatchObject(REFUSED);
  });

  it('tell nobody whether a credential is known, and cannot be tried without end', async () => {
    await forget();
    const wrong = passkey.used(await options(), { origin: ELSEWHERE });
    const unknown = { ...wrong, id: 'AAAA', rawId: 'AAAA' };
    const refusals = [];
    for (const response of [wrong, unknown]) {
      const { status, body } = await come(response);
      refusals.push({ status, body: { ...body, requestId: '' } });
    }
    expect(refusals[0]).toEqual(refusals[1]);
    await forget();
    for (let i = 0; i < 10; i += 1) expect((await come(wrong)).status).toBe(401);
    expect((await come(wrong)).status).toBe(429);
    await forget();
  });

  it('do not let in who was shut out, and are removed by their owner alone', async () => {
    const { body } = await bench.call('GET', '/api/me/second-factor', undefined, cookie);
    const [{ id } = { id: '' }] = body['passkeys'] as { id: string }[];
    const url = `/api/me/second-factor/passkeys/${id}`;
    expect((await bench.call('DELETE', url, undefined, evas)).status).toBe(404);
    await bench.test.database.execute(`UPDATE auth_users SET active = false WHERE email = 'ana@example.org'`);
    expect(await comeWith()).toMatchObject(REFUSED);
  });
});

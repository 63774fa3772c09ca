import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RolesService } from '#features/identity';
import { accountBench, type AccountBench, type Reply } from '../../test/harness/accounts.js';
import { codeOf } from '../../test/harness/totp.js';

describe('a second factor of everybody', () => {
  it('is asked of focal points, too', async () => {
    const bench = await accountBench({ MIRPS_SECOND_FACTOR: 'everybody' });
    try {
      await bench.person('Focal', [{ role: 'focal_point', stateCode: 'MX' }]);
      const { cookie, body } = await bench.signIn('Focal');
      expect(body['step']).toBe('enrol');
      expect(await bench.call('GET', '/api/me/sessions', undefined, cookie)).toMatchObject({
        status: 403,
        code: 'second_factor_required',
      });
    } finally {
      await bench.close();
    }
  });
});

describe.each(['required', 'optional'] as const)('a second factor that is %s', (policy) => {
  let bench: AccountBench;

  beforeAll(async () => {
    bench = await accountBench({ MIRPS_SECOND_FACTOR: policy });
    await bench.person('Root', [{ role: 'administrator' }]);
    await bench.person('Coord', [{ role: 'national_coordinator', stateCode: 'MX' }]);
    await bench.person('Focal', [{ role: 'focal_point', stateCode: 'MX' }]);
  });
  afterAll(() => bench.close());

  const get = (url: string, cookie: string) => bench.call('GET', url, undefined, cookie);
  /** Sets an app up on a session. */
  const enrol = async (
    cookie: string,
  ): Promise<{ secret: string; code: string; codes: string[]; done: Reply }> => {
    const { body } = await bench.call('POST', '/api/me/second-factor/totp', {}, cookie);
    const secret = String(body['secret']);
    const code = codeOf(secret, -1);
    const done = await bench.call('PUT', '/api/me/second-factor/totp', { code }, cookie);
    return { secret, code, codes: (done.body['codes'] ?? []) as string[], done };
  };

  it('is asked of roles that approve or administer alone, by the configuration', async () => {
    const answers = [];
    for (const name of ['Root', 'Coord', 'Focal']) answers.push((await bench.signIn(name)).body['step']);
    expect(answers).toEqual(policy === 'required' ? ['enrol', 'enrol', null] : [null, null, null]);
  });

  if (policy === 'required')
    it('keeps everything shut but setting one up, until it is there', async () => {
      const { cookie } = await bench.signIn('Coord');
      expect((await get('/api/me', cookie)).body).toMatchObject({ step: 'enrol' });
      for (const [method, url, payload] of [
        ['GET', '/api/users'],
        ['GET', '/api/me/sessions'],
        ['POST', '/api/me/email', { email: 'x@example.org' }],
        ['POST', '/api/auth/second-factor', { code: '123456' }],
        ['POST', '/api/me/second-factor/totp/remove', { code: '123456' }],
      ] as const)
        expect(await bench.call(method, url, payload, cookie)).toMatchObject({
          status: 403,
          code: 'second_factor_required',
          body: { step: 'enrol' },
        });
      const { done, codes } = await enrol(cookie);
      expect(codes).toHaveLength(10);
      expect((await get('/api/me/sessions', done.cookie)).status).toBe(200);
      expect((await get('/api/me', cookie)).status).toBe(401);
    });
  else
    it('is asked of who has one, and lets nobody set up another before', async () => {
      const first = await bench.signIn('Focal');
      const { secret, code, codes, done } = await enrol(first.cookie);
      expect((await get('/api/me', done.cookie)).body).toMatchObject({ step: null });

      const { cookie, body } = await bench.signIn('Focal');
      expect(body['step']).toBe('verify');
      expect((await get('/api/me', cookie)).body).toMatchObject({ step: 'verify' });
      for (const [method, url] of [
        ['GET', '/api/me/sessions'],
        ['GET', '/api/me/second-factor'],
        ['POST', '/api/me/second-factor/totp'],
        ['POST', '/api/me/second-factor/passkeys/options'],
      ] as const)
        expect(await bench.call(method, url, method === 'POST' ? {} : undefined, cookie)).toMatchObject({
          status: 403,
          code: 'second_factor_required',
        });

      const show = (code: string, session = cookie) =>
        bench.call('POST', '/api/auth/second-factor', { code }, session);
      expect(await show('000000')).toMatchObject({ status: 422, body: { errors: [{ field: 'code' }] } });
      expect((await show(code)).status).toBe(422); // it was used to set the app up
      const next = codeOf(secret);
      const shown = await show(next);
      expect(shown.status).toBe(200);
      expect((await get('/api/me/sessions', shown.cookie)).status).toBe(200);
      expect((await get('/api/me', cookie)).status).toBe(401);

      const again = await bench.signIn('Focal');
      expect((await show(next, again.cookie)).status).toBe(422);
      expect((await show(String(codes[0]).toUpperCase(), again.cookie)).status).toBe(200);
      const later = await bench.signIn('Focal');
      expect((await show(String(codes[0]), later.cookie)).status).toBe(422);
      expect((await get('/api/me/second-factor', shown.cookie)).body).toMatchObject({
        totp: true,
        recoveryCodesLeft: 9,
      });
    });

  it('holds for programs, too: who must set one up has no token do it for them', async () => {
    const id = await bench.person('Prog', [{ role: 'focal_point', stateCode: 'MX' }]);
    const { cookie } = await bench.signIn('Prog');
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const wanted = { name: 'Monthly', permissions: ['submission.read'], expiresAt };
    const { body } = await bench.call('POST', '/api/me/tokens', wanted, cookie);
    const ask = async () => {
      const headers = { authorization: `Bearer ${String(body['token'])}` };
      const answer = await bench.app.inject({ url: '/api/cycles/2024-annual/findings', headers });
      return answer.json<{ code?: string }>().code;
    };
    expect(await ask()).not.toBe('second_factor_required');
    await bench.app.get(RolesService).grant(id, { role: 'national_coordinator', stateCode: 'MX' });
    expect((await ask()) === 'second_factor_required').toBe(policy === 'required');
  });

  it('is asked after a link by mail, too', async () => {
    await bench.person('Link', [{ role: 'focal_point', stateCode: 'MX' }]);
    await enrol((await bench.signIn('Link')).cookie);
    await bench.call('POST', '/api/auth/links', { email: 'link@example.org', purpose: 'sign_in' });
    const [token] = await bench.linksTo('link@example.org');
    const used = await bench.call('POST', '/api/auth/links/use', { token });
    expect(used.status).toBe(200);
    expect(await get('/api/me/sessions', used.cookie)).toMatchObject({ code: 'second_factor_required' });
  });

  it('shows who is half signed in no more than everybody sees', async () => {
    await bench.person('Half', [{ role: 'focal_point', stateCode: 'MX' }]);
    await enrol((await bench.signIn('Half')).cookie);
    const { cookie } = await bench.signIn('Half');
    expect((await bench.call('GET', '/api/auth/get-session', undefined, cookie)).body).toMatchObject({
      step: 'verify',
    });
    expect((await get('/health/live', cookie)).status).toBe(200);
  });

  it('cannot be guessed', async () => {
    await bench.person('Guess', [{ role: 'focal_point', stateCode: 'MX' }]);
    const { secret } = await enrol((await bench.signIn('Guess')).cookie);
    const { cookie } = await bench.signIn('Guess');
    const show = (code: string) => bench.call('POST', '/api/auth/second-factor', { code }, cookie);
    for (let guess = 0; guess < 10; guess += 1) expect((await show(`00000${guess}`)).status).toBe(422);
    expect((await show(codeOf(secret))).status).toBe(429);
  });

  it('is given up with a code, or taken by an administrator', async () => {
    const id = await bench.person('Lost', [{ role: 'focal_point', stateCode: 'MX' }]);
    const { secret, done } = await enrol((await bench.signIn('Lost')).cookie);
    const remove = (code: string) =>
      bench.call('POST', '/api/me/second-factor/totp/remove', { code }, done.cookie);
    expect((await remove('000000')).status).toBe(422);
    expect((await remove(codeOf(secret))).status).toBe(204);
    expect((await bench.signIn('Lost')).body['step']).toBeNull();

    await enrol((await bench.signIn('Lost')).cookie);
    const root = await bench.signIn('Root');
    const { cookie } = policy === 'required' ? (await enrol(root.cookie)).done : root;
    expect((await bench.call('DELETE', `/api/users/${id}/second-factors`, undefined, cookie)).status).toBe(
      204,
    );
    expect((await bench.signIn('Lost')).body['step']).toBeNull();
  });

  it('is kept by who must have one', async () => {
    const id = await bench.person('Keep', [{ role: 'secretariat' }]);
    const { secret, done } = await enrol((await bench.signIn('Keep')).cookie);
    const addPasskey = () =>
      bench.test.database.execute(
        `INSERT INTO auth_passkeys (id, user_id, name, credential_id, public_key, counter) VALUES (gen_random_uuid(), $1, 'Key', gen_random_uuid()::text, '', 0)`,
        [id],
      );
    const removeApp = () =>
      bench.call('POST', '/api/me/second-factor/totp/remove', { code: codeOf(secret) }, done.cookie);
    const removeKeys = async () => {
      const { body } = await get('/api/me/second-factor', done.cookie);
      const keys = body['passkeys'] as { id: string }[];
      const url = (key: string) => `/api/me/second-factor/passkeys/${key}`;
      return Promise.all(
        keys.map(async (key) => (await bench.call('DELETE', url(key.id), undefined, done.cookie)).status),
      );
    };
    if (policy === 'optional') {
      expect((await removeApp()).status).toBe(204);
      await addPasskey();
      expect(await removeKeys()).toEqual([204]);
      return;
    }
    expect(await removeApp()).toMatchObject({ status: 409, code: 'conflict' });
    await addPasskey();
    // The code was not used up by what was refused.
    expect((await removeApp()).status).toBe(204);
    expect(await removeKeys()).toEqual([409]);
    await addPasskey();
    expect((await removeKeys()).sort()).toEqual([204, 409]); // both at once
    await bench.test.database.execute(`UPDATE role_assignments SET valid_to = now() WHERE user_id = $1`, [
      id,
    ]);
    expect(await removeKeys()).toEqual([204]);
  });

  it('is kept encrypted, and recovery codes are not kept at all', async () => {
    await bench.person('Safe', [{ role: 'focal_point', stateCode: 'MX' }]);
    const { secret, codes } = await enrol((await bench.signIn('Safe')).cookie);
    const rows = JSON.stringify(await bench.test.database.query('SELECT * FROM auth_totp_keys'));
    expect(rows).not.toContain(secret);
    for (const code of codes) expect(rows).not.toContain(code.replaceAll('-', ''));
  });
});

describe('open sessions', () => {
  let bench: AccountBench;
  beforeAll(async () => {
    bench = await accountBench();
    await bench.person('Ana');
    await bench.person('Eva');
    await bench.person('Root', [{ role: 'administrator' }]);
  });
  afterAll(() => bench.close());

  const sessionsOf = async (cookie: string) =>
    (await bench.call('GET', '/api/me/sessions', undefined, cookie)).body as unknown as {
      id: string;
      present: boolean;
    }[];
  const status = async (cookie: string) => (await bench.call('GET', '/api/me', undefined, cookie)).status;

  it('are listed, this one marked, and end one by one or all at once', async () => {
    const cookies = [];
    for (let i = 0; i < 3; i += 1) cookies.push((await bench.signIn('Ana')).cookie);
    const [first = '', second = '', third = ''] = cookies;
    const open = await sessionsOf(first);
    expect(open).toHaveLength(3);
    expect(open.filter(({ present }) => present)).toHaveLength(1);
    const other = (await sessionsOf(second)).find(({ present }) => present)?.id ?? '';
    expect((await bench.call('DELETE', `/api/me/sessions/${other}`, undefined, first)).status).toBe(204);
    expect([await status(first), await status(second), await status(third)]).toEqual([200, 401, 200]);
    expect((await bench.call('DELETE', '/api/me/sessions', undefined, first)).status).toBe(204);
    expect([await status(first), await status(third)]).toEqual([401, 401]);
  });

  it('of others are not there to end, except for an administrator', async () => {
    const eva = (await bench.signIn('Eva')).cookie;
    const ana = (await bench.signIn('Ana')).cookie;
    const [session] = await sessionsOf(eva);
    expect((await bench.call('DELETE', `/api/me/sessions/${session?.id}`, undefined, ana)).status).toBe(404);
    expect((await bench.call('DELETE', '/api/me/sessions/no-id', undefined, ana)).status).toBe(404);
    const [{ id } = { id: '' }] = await bench.test.database.query<{ id: string }>(
      `SELECT id FROM auth_users WHERE email = 'eva@example.org'`,
    );
    const root = (await bench.signIn('Root')).cookie;
    expect((await bench.call('DELETE', `/api/users/${id}/sessions`, undefined, ana)).status).toBe(403);
    expect((await bench.call('DELETE', `/api/users/${id}/sessions`, undefined, root)).status).toBe(204);
    expect(await status(eva)).toBe(401);
  });
});

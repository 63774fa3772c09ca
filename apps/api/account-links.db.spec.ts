import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBench, type AccountBench, addressOf, PASSWORD } from '../../test/harness/accounts.js';

const NEXT = 'sopa norte lápiz tren';

describe('links by mail', () => {
  let bench: AccountBench;
  let root: string;

  beforeAll(async () => {
    bench = await accountBench();
    await bench.person('Root', [{ role: 'administrator' }]);
    root = (await bench.signIn('Root')).cookie;
  });
  afterAll(() => bench.close());

  const ask = (email: string, purpose = 'sign_in') =>
    bench.call('POST', '/api/auth/links', { email, purpose });
  const use = (token: string | undefined, password?: string) =>
    bench.call('POST', '/api/auth/links/use', { token, password });
  const last = async (email: string): Promise<string> => (await bench.linksTo(email)).at(-1) ?? '';
  const expire = () => bench.test.database.execute(`UPDATE auth_links SET expires_at = now()`);
  const me = (cookie: string) => bench.call('GET', '/api/me', undefined, cookie);

  describe('to sign in', () => {
    beforeAll(() => bench.person('Ana', [{ role: 'focal_point', stateCode: 'MX' }]));

    it('open a session, once', async () => {
      expect((await ask('Ana@example.org')).status).toBe(202);
      const token = await last('ana@example.org');
      expect((await bench.call('POST', '/api/auth/links/look', { token })).body).toMatchObject({
        purpose: 'sign_in',
        name: 'Ana',
      });
      const used = await use(token);
      expect(used.body).toEqual({ outcome: 'signed_in' });
      expect((await me(used.cookie)).body).toMatchObject({ user: { email: 'ana@example.org' } });
      expect(await use(token)).toMatchObject({ status: 410, cookie: '' });
    });

    it('open one session when they are used twice at once', async () => {
      await ask('ana@example.org');
      const token = await last('ana@example.org');
      const both = await Promise.all([use(token), use(token)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    });

    it('do not work after a quarter of an hour', async () => {
      await ask('ana@example.org');
      const rows = await bench.test.database.query<{ minutes: number }>(
        `SELECT extract(epoch FROM expires_at - created_at)::int / 60 AS minutes FROM auth_links ORDER BY id DESC LIMIT 1`,
      );
      expect(rows).toEqual([{ minutes: 15 }]);
      const token = await last('ana@example.org');
      await expire();
      expect((await use(token)).status).toBe(410);
    });

    it('cannot be made up or changed', async () => {
      await ask('ana@example.org');
      const token = await last('ana@example.org');
      const [id = '', mark = ''] = token.split('.');
      const flipped = `${mark.startsWith('A') ? 'B' : 'A'}${mark.slice(1)}`;
      for (const wrong of ['', 'x', id, `${id}.`, `${id}.${flipped}`, `.${mark}`, 'a.b.c', `AAAA${token}`]) {
        const { status, code } = await use(wrong);
        expect(['gone', 'invalid']).toContain(code);
        expect([410, 422]).toContain(status);
      }
      expect((await use(token)).status).toBe(200);
    });

    it('go to nobody who is unknown or shut out, and the answer is the same', async () => {
      const gone = await bench.person('Gone');
      await bench.call('PUT', `/api/users/${gone}/active`, { active: false }, root);
      const answers = [];
      for (const name of ['ana', 'nobody', 'gone']) answers.push(await ask(`${name}@example.org`));
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect(await bench.linksTo('nobody@example.org')).toEqual([]);
      expect(await bench.linksTo('gone@example.org')).toEqual([]);
    });

    it('are not sent without end', async () => {
      await bench.person('Flo');
      for (let i = 0; i < 9; i += 1) expect((await ask('flo@example.org')).status).toBe(202);
      expect(await bench.linksTo('flo@example.org')).toHaveLength(6);
      await ask('flo@example.org');
      expect(await ask('flo@example.org')).toMatchObject({ status: 429, code: 'too_many' });
    });

    it('stand nowhere in the database', async () => {
      await ask('ana@example.org');
      const token = await last('ana@example.org');
      const rows = await bench.test.database.query(
        `SELECT l::text AS row FROM auth_links l UNION ALL SELECT o::text FROM outbox o`,
      );
      expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
      expect(JSON.stringify(rows)).not.toContain('ana@');
    });
  });

  it('reset a password and end all sessions', async () => {
    await bench.person('Eva');
    const { cookie } = await bench.signIn('Eva');
    await ask('eva@example.org', 'password_reset');
    const token = await last('eva@example.org');
    expect(await use(token)).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } });
    expect(await use(token, 'password1234')).toMatchObject({ status: 422 });
    const used = await use(token, NEXT);
    expect(used).toMatchObject({ status: 200, cookie: '', body: { outcome: 'password_set' } });
    expect((await me(cookie)).status).toBe(401);
    expect((await bench.signIn('Eva')).status).toBe(401);
    expect((await bench.signIn('Eva', NEXT)).status).toBe(200);
    expect((await use(token, PASSWORD)).status).toBe(410);
  });

  describe('that invite', () => {
    const invite = (
      name: string,
      cookie: string,
      roles: object[] = [{ role: 'focal_point', stateCode: 'MX' }],
    ) => bench.call('POST', '/api/invitations', { name, email: addressOf(name), lang: 'en', roles }, cookie);

    it('let people choose a password and come in', async () => {
      const { status, body } = await invite('Ida', root);
      expect(status).toBe(201);
      expect((await bench.signIn('Ida')).status).toBe(401);
      expect((await bench.call('GET', '/api/invitations', undefined, root)).body).toMatchObject([
        { userId: body['id'], open: true },
      ]);
      const used = await use(await last('ida@example.org'), NEXT);
      expect(used.body).toEqual({ outcome: 'signed_in' });
      expect((await me(used.cookie)).body).toMatchObject({
        roles: [{ role: 'focal_point', stateCode: 'MX' }],
      });
      expect((await bench.signIn('Ida', NEXT)).status).toBe(200);
      expect((await bench.call('GET', '/api/invitations', undefined, root)).body).toEqual([]);
    });

    it('end after 72 hours and can be sent anew; then the first does not work', async () => {
      const { body } = await invite('Leo', root);
      const first = await last('leo@example.org');
      await bench.test.database.execute(
        `UPDATE auth_links SET expires_at = expires_at - interval '72 hours' WHERE user_id = $1`,
        [body['id']],
      );
      expect((await use(first, NEXT)).status).toBe(410);
      expect(
        (await bench.call('POST', `/api/invitations/${String(body['id'])}/resend`, {}, root)).status,
      ).toBe(204);
      const second = await last('leo@example.org');
      expect(
        (await bench.call('POST', `/api/invitations/${String(body['id'])}/resend`, {}, root)).status,
      ).toBe(204);
      expect((await use(second, NEXT)).status).toBe(410);
      expect((await use(await last('leo@example.org'), NEXT)).status).toBe(200);
    });

    it('are accepted by who comes with a link to sign in instead, and then nobody takes them back', async () => {
      const { body } = await invite('Lea', root);
      await ask('lea@example.org');
      expect((await use(await last('lea@example.org'))).body).toEqual({ outcome: 'signed_in' });
      expect((await bench.call('GET', '/api/invitations', undefined, root)).body).toEqual([]);
      const url = `/api/invitations/${String(body['id'])}`;
      expect((await bench.call('DELETE', url, undefined, root)).status).toBe(404);
    });

    it('can be taken back, and then nobody is left', async () => {
      const { body } = await invite('Zoe', root);
      const token = await last('zoe@example.org');
      const remove = () => bench.call('DELETE', `/api/invitations/${String(body['id'])}`, undefined, root);
      expect((await remove()).status).toBe(204);
      expect((await use(token, NEXT)).status).toBe(410);
      expect((await remove()).status).toBe(404);
    });

    it('are the coordinator’s to send for focal points at home, and no further', async () => {
      await bench.person('Coord', [{ role: 'national_coordinator', stateCode: 'MX' }]);
      await bench.person('Focal', [{ role: 'focal_point', stateCode: 'MX' }]);
      const { cookie } = await bench.signIn('Coord');
      expect((await invite('Home', cookie)).status).toBe(201);
      const abroad = await invite('Abroad', root, [{ role: 'focal_point', stateCode: 'GT' }]);
      for (const roles of [
        [{ role: 'focal_point', stateCode: 'GT' }],
        [{ role: 'administrator' }],
        [{ role: 'focal_point', stateCode: 'MX' }, { role: 'secretariat' }],
      ])
        expect(await invite('Evil', cookie, roles)).toMatchObject({ status: 422 });
      expect((await invite('Evil', cookie, [])).status).toBe(403);
      expect((await invite('Evil', (await bench.signIn('Focal')).cookie)).status).toBe(403);
      const seen = await bench.call('GET', '/api/invitations', undefined, cookie);
      expect(seen.body).toMatchObject([{ name: 'Home' }]);
      const foreign = `/api/invitations/${String(abroad.body['id'])}`;
      expect((await bench.call('POST', `${foreign}/resend`, {}, cookie)).status).toBe(404);
      expect((await bench.call('DELETE', foreign, undefined, cookie)).status).toBe(404);
    });
  });

  it('that invite tell of few addresses in a row that somebody has them', async () => {
    await bench.person('Probe', [{ role: 'national_coordinator', stateCode: 'MX' }]);
    const { cookie } = await bench.signIn('Probe');
    const roles = [{ role: 'focal_point', stateCode: 'MX' }];
    const probe = () =>
      bench.call(
        'POST',
        '/api/invitations',
        { name: 'X', email: 'root@example.org', lang: 'en', roles },
        cookie,
      );
    for (let i = 0; i < 10; i += 1) expect((await probe()).status).toBe(409);
    expect(await probe()).toMatchObject({ status: 429, code: 'too_many' });
  });

  describe('that change an address', () => {
    const change = (email: string, cookie: string) => bench.call('POST', '/api/me/email', { email }, cookie);

    it('must be used at the old and at the new one', async () => {
      await bench.person('Mia');
      const { cookie } = await bench.signIn('Mia');
      expect((await change('mia.new@example.org', cookie)).status).toBe(204);
      const [atNew] = await bench.linksTo('mia.new@example.org');
      const [atOld] = await bench.linksTo('mia@example.org');
      expect((await use(atNew)).body).toEqual({ outcome: 'email_half_confirmed' });
      expect((await bench.signIn('Mia')).status).toBe(200);
      expect((await use(atOld)).body).toEqual({ outcome: 'email_changed' });
      expect((await bench.signIn('Mia')).status).toBe(401);
      expect((await bench.signIn('Mia.New')).status).toBe(200);
    });

    it('are given up for a later change, and refuse an address that somebody has', async () => {
      await bench.person('Uma');
      await bench.person('Taken');
      const { cookie } = await bench.signIn('Uma');
      expect((await change('uma@example.org', cookie)).status).toBe(422);
      await change('uma.one@example.org', cookie);
      const [first] = await bench.linksTo('uma.one@example.org');
      expect((await change('taken@example.org', cookie)).status).toBe(204);
      expect((await use(first)).status).toBe(410);
      const [atNew] = await bench.linksTo('taken@example.org');
      const atOld = (await bench.linksTo('uma@example.org')).at(-1);
      await use(atOld);
      expect((await use(atNew)).status).toBe(409);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountBench, accountBench, PASSWORD } from '../../test/harness/accounts.js';

const OURS = 'https://mirps.example.org';
const READING = ['get', 'head', 'options'];
const ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

describe('towards browsers', () => {
  let bench: AccountBench;
  let writes: [method: string, url: string][];

  beforeAll(async () => {
    bench = await accountBench({ PUBLIC_URL: OURS });
    await bench.person('Ana', [{ role: 'administrator' }]);
    const { paths } = (await bench.app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    writes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => !READING.includes(method))
        .map((method): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, ID)]),
    );
  });
  afterAll(() => bench.close());

  const send = (method: string, url: string, headers: Record<string, string> = {}) =>
    bench.app.inject({ method: method as 'POST', url, headers: { 'accept-language': 'en', ...headers } });
  const isForeign = (answer: { statusCode: number; body: string }): boolean =>
    answer.statusCode === 403 && answer.body.includes('This page may not write here');

  describe('writing from a page of another site', () => {
    it.each([
      { origin: 'https://evil.example.org' },
      { origin: 'https://mirps.example.org.evil.net' },
      { origin: 'https://sub.mirps.example.org' },
      { origin: 'http://mirps.example.org' },
      { origin: 'null' },
      { origin: '' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'null' },
    ])('is refused by every operation: %j', async (headers) => {
      const { cookie } = await bench.signIn('Ana');
      const open: string[] = [];
      for (const [method, url] of writes) {
        const answer = await send(method, url, { ...headers, cookie } as Record<string, string>);
        if (!isForeign(answer)) open.push(`${method} ${url}: ${answer.statusCode}`);
      }
      expect(writes.length).toBeGreaterThan(100);
      expect(open).toEqual([]);
    });

    it('is not mistaken for writing from ours, or from a program', async () => {
      for (const headers of [
        { origin: OURS },
        { origin: OURS, 'sec-fetch-site': 'same-origin' },
        { 'sec-fetch-site': 'none' },
        {},
      ])
        expect(isForeign(await send('POST', '/api/auth/sign-out', headers as Record<string, string>))).toBe(
          false,
        );
    });

    it('cannot use what a method stands for in a header or in the address', async () => {
      const { cookie } = await bench.signIn('Ana');
      for (const url of ['/api/auth/sign-out', '/api/auth/sign-out?_method=POST']) {
        const answer = await send('GET', url, { cookie, 'x-http-method-override': 'POST' });
        expect(answer.statusCode).toBe(404);
      }
      expect((await bench.call('GET', '/api/me', undefined, cookie)).status).toBe(200);
    });
  });

  it('gives cookies that scripts cannot read and that stay on this site and on TLS', async () => {
    const answer = await bench.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: 'ana@example.org', password: 'four plain words' },
    });
    expect(answer.cookies.length).toBeGreaterThan(0);
    for (const cookie of answer.cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
      expect(cookie).not.toHaveProperty('domain');
      expect(cookie.name).toMatch(/^__Host-mirps\./);
    }
  });

  it.each(['/nothing', '/api/states', '/api/nothing', '/api/openapi.json', '/health/live', '/metrics'])(
    'says what they may do with %s',
    async (url) => {
      const { headers } = await send('GET', url);
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
      });
      const policy = String(headers['content-security-policy']);
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        'upgrade-insecure-requests',
      ])
        expect(policy.split('; ')).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(String(headers['permissions-policy']).split(', ')).toEqual(
        expect.arrayContaining(['camera=()', 'geolocation=()', 'publickey-credentials-get=(self)']),
      );
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    },
  );

  it('believes a proxy about its own caller, and nothing that the caller put there', async () => {
    for (const [proxies, forwarded, believed] of [
      ['off', '203.0.113.7', '127.0.0.1'],
      ['on', '203.0.113.7, 198.51.100.4', '198.51.100.4'],
      ['2', '203.0.113.7, 198.51.100.4, 192.0.2.1', '198.51.100.4'],
    ] as const) {
      const behind = await accountBench({ TRUST_PROXY: proxies });
      try {
        await behind.person('Ana');
        await behind.app.inject({
          method: 'POST',
          url: '/api/auth/sign-in/email',
          headers: { 'x-forwarded-for': forwarded },
          payload: { email: 'ana@example.org', password: PASSWORD },
        });
        const sql = 'SELECT ip_address AS ip FROM auth_sessions';
        expect(await behind.test.database.query(sql)).toEqual([{ ip: believed }]);
      } finally {
        await behind.close();
      }
    }
  });

  it('says nothing of TLS where there is none', async () => {
    const plain = await accountBench({ PUBLIC_URL: 'http://tracker.example.org' });
    try {
      const { headers } = await plain.app.inject({ url: '/health/live' });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    } finally {
      await plain.close();
    }
  });
});

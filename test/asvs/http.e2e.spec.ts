import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, DEMO_PASSWORD, type Stack, startStack } from '../harness/index.js';
import { onTheWire } from './wire.js';

const HOST = 'Host: 127.0.0.1';

/** What a client can do with HTTP itself, against the API as a process. Items of the ASVS name these tests. */
describe('on the wire', () => {
  let stack: Stack;
  let coordinator: Client;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    coordinator = await stack.signIn('coordinator.mx@mirps.example');
  });
  afterAll(() => stack.stop());

  it.each([
    [
      'a length and chunks',
      [
        ...['POST /api/auth/sign-out HTTP/1.1', HOST, 'Content-Type: application/json', 'Content-Length: 4'],
        ...['Transfer-Encoding: chunked', '', '0', '', 'GET /api/states HTTP/1.1', HOST, '', ''],
      ],
    ],
    [
      'two lengths',
      [
        ...['POST /api/auth/sign-out HTTP/1.1', HOST, 'Content-Length: 0', 'Content-Length: 30', ''],
        ...['GET /api/states HTTP/1.1', HOST, '', ''],
      ],
    ],
    [
      'an encoding that hides chunks',
      [
        ...['POST /api/auth/sign-out HTTP/1.1', HOST, 'Transfer-Encoding: xchunked', 'Content-Length: 0', ''],
        ...['GET /api/states HTTP/1.1', HOST, '', ''],
      ],
    ],
    ['a space before the colon', ['GET /api/states HTTP/1.1', HOST, 'Content-Length : 5', '', 'GET /']],
    ['a line that ends in the middle', ['GET /api/states HTTP/1.1', HOST, 'X: a\nGET: /x', 'Y:\0', '', '']],
  ])('one request is never taken for two: %s', async (_what, lines) => {
    const { statuses } = await onTheWire(stack.url, ...lines);
    expect(statuses).toEqual([400]);
  });

  it('TRACE and methods that no route has are refused and echo nothing', async () => {
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'DEBUG', 'TRACK']) {
      const target = method === 'CONNECT' ? 'example.org:443' : '/api/states';
      const { text, statuses } = await onTheWire(
        stack.url,
        ...[`${method} ${target} HTTP/1.1`, HOST, 'X-Echo: said-back', 'Connection: close', '', ''],
      );
      expect(statuses.filter((status) => status < 400)).toEqual([]);
      expect(text).not.toContain('said-back');
    }
    for (const [method, path] of [
      ['DELETE', '/api/states'],
      ['PUT', '/api/cycles'],
      ['PATCH', '/health/live'],
    ] as const)
      expect((await coordinator.ask(method, path, {})).status).toBe(404);
  });

  it('what is answered says what it is, in which characters, and that it is nothing else', async () => {
    for (const [path, type] of [
      ['/api/states', 'application/json; charset=utf-8'],
      ['/api/nothing', 'application/problem+json; charset=utf-8'],
      ['/api/openapi.json', 'application/json; charset=utf-8'],
      ['/api/updates/export.csv?year=2024', 'text/csv; charset=utf-8'],
      ['/health/live', 'application/json; charset=utf-8'],
      ['/metrics', 'text/plain; version=0.0.4; charset=utf-8'],
    ] as const) {
      const { headers } = await coordinator.ask('GET', path);
      expect([path, headers.get('content-type')]).toEqual([path, type]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('what a signed-in person is shown is kept nowhere, and what everybody is shown is asked for again', async () => {
    for (const path of ['/api/me', '/api/updates?limit=1', '/api/cycles', '/api/nothing']) {
      expect((await coordinator.ask('GET', path)).headers.get('cache-control')).toBe('no-store');
      const { headers } = await stack.stranger.ask('GET', path);
      expect([headers.get('cache-control'), headers.get('vary')]).toEqual([
        'no-cache',
        'accept-language, cookie, authorization',
      ]);
    }
    const program = { authorization: 'Bearer mirps_x' };
    expect(
      (await stack.stranger.ask('GET', '/api/states', undefined, program)).headers.get('cache-control'),
    ).toBe('no-store');
  });

  it('a parameter that comes twice is refused, and its place decides what it is', async () => {
    for (const query of ['state=MX&state=HN', 'limit=1&limit=500', 'state[]=MX', 'state[a]=MX'])
      expect([query, (await coordinator.ask('GET', `/api/updates?${query}`)).status]).toEqual([query, 422]);
    const body = await coordinator.ask('POST', '/api/auth/sign-in/email?email=admin@mirps.example', {
      password: DEMO_PASSWORD,
    });
    expect(body).toMatchObject({ status: 422, body: { errors: [{ field: 'email' }] } });
  });

  it('fields that an action does not take are refused, those of prototypes too', async () => {
    expect(
      await coordinator.ask('PATCH', '/api/me', { lang: 'en', email: 'x@example.org', roles: [] }),
    ).toMatchObject({ status: 422, body: { errors: [{ field: 'email' }, { field: 'roles' }] } });
    for (const body of [
      '{"lang":"en","__proto__":{"admin":true}}',
      '{"lang":"en","constructor":{"prototype":1}}',
    ]) {
      const answer = await fetch(`${stack.url}/api/me`, {
        method: 'PATCH',
        headers: { cookie: coordinator.cookie, origin: stack.url, 'content-type': 'application/json' },
        body,
      });
      expect([400, 422]).toContain(answer.status);
    }
    const me = await coordinator.json<Record<string, unknown>>('GET', '/api/me');
    expect(me['admin']).toBeUndefined();
  });

  it('an address that somebody gives leads to the web and runs nothing', async () => {
    const [owed] = await stack.sql<{ id: string; key: string }>(
      `SELECT co.id, c.key FROM commitments co, cycles c WHERE co.state_code = 'MX' AND c.state = 'open'
          AND NOT EXISTS (SELECT FROM updates u WHERE u.commitment_id = co.id AND u.cycle_id = c.id) LIMIT 1`,
    );
    const update = { commitmentId: owed?.id, cycleKey: owed?.key };
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x',
    ])
      expect(
        await coordinator.ask('POST', '/api/updates', {
          ...update,
          evidence: [{ titleEn: 'x', kind: 'link', url }],
        }),
      ).toMatchObject({ status: 422, body: { errors: [{ field: 'evidence[0].url' }] } });
  });

  it('a body of another kind is refused, XML with its entities above all', async () => {
    const xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>';
    for (const type of ['text/xml', 'application/xml', 'text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await fetch(`${stack.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin: stack.url, 'content-type': type },
        body: xml,
      });
      expect([type, answer.status]).toEqual([type, type.endsWith('xml') ? 415 : 422]);
      expect(await answer.text()).not.toContain(hostname());
    }
  });

  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/.git/config',
    '/.env',
    '/assets/',
    '/api/reports/..%2f..%2fetc%2fpasswd/file',
    '/package.json%00.html',
  ])('nothing outside of what is served is had by its path, and no list of it: %s', async (path) => {
    const { text } = await onTheWire(stack.url, `GET ${path} HTTP/1.1`, HOST, 'Connection: close', '', '');
    expect(text).toMatch(/^HTTP\/1\.1 (200|400|404) /);
    expect(text).not.toMatch(
      /root:|"dependencies"|repositoryformatversion|MIRPS_SECRET|Index of|\.js"?\n.*\.js/,
    );
    // What is there at all is the one page of the application.
    if (text.startsWith('HTTP/1.1 200')) expect(text).toContain('<div id="root">');
  });

  it('who calls is not told by headers of the caller', async () => {
    const forged = {
      'x-forwarded-for': '203.0.113.7',
      'x-real-ip': '203.0.113.7',
      forwarded: 'for=203.0.113.7',
      'x-caller-address': '203.0.113.7',
      'x-forwarded-host': 'evil.example',
    };
    const answer = await stack.stranger.ask(
      ...(['POST', '/api/auth/sign-in/email'] as const),
      { email: 'coordinator.mx@mirps.example', password: DEMO_PASSWORD },
      forged,
    );
    expect(answer.status).toBe(200);
    const rows = await stack.sql<{ ip_address: string }>(
      'SELECT ip_address FROM auth_sessions ORDER BY created_at DESC LIMIT 1',
    );
    expect(rows[0]?.ip_address).toBe('127.0.0.1');
  });

  it('a session has a random name, gives way to the next sign-in, and is nothing when altered', async () => {
    const tokenIn = (cookie: string): string => /session_token=([^.]+)\./.exec(cookie)?.[1] ?? '';
    const first = await stack.signIn('coordinator.hn@mirps.example');
    const answer = await first.request('POST', '/api/auth/sign-in/email', {
      email: 'coordinator.hn@mirps.example',
      password: DEMO_PASSWORD,
    });
    const second = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(tokenIn(second)).toMatch(/^[\w-]{32,}$/);
    expect(tokenIn(second)).not.toBe(tokenIn(first.cookie));
    expect((await first.ask('GET', '/api/me')).status).toBe(401);
    const with_ = (cookie: string) => stack.stranger.ask('GET', '/api/me', undefined, { cookie });
    expect((await with_(second)).status).toBe(200);
    expect((await with_(second.replace(/=(.)/, (_, c: string) => `=${c === 'a' ? 'b' : 'a'}`))).status).toBe(
      401,
    );
  });

  it('a session ends thirty days after the sign-in, however often it is used', async () => {
    const client = await stack.signIn('coordinator.gt@mirps.example');
    await stack.sql(`UPDATE auth_sessions SET created_at = now() - interval '31 days', expires_at = now() + interval '7 days'
                      WHERE user_id = (SELECT id FROM auth_users WHERE email = 'coordinator.gt@mirps.example')`);
    expect((await client.ask('GET', '/api/me')).status).toBe(401);
    expect(await client.json('GET', '/api/auth/get-session')).toEqual({ user: null, step: null });
  });

  it('nothing is redirected: not to TLS, and not to where a caller says', async () => {
    for (const path of [
      '/api/states',
      '//evil.example/',
      '/sign-in?next=https://evil.example',
      '/\\evil.example',
    ])
      expect(
        (await onTheWire(stack.url, `GET ${path} HTTP/1.1`, HOST, 'Connection: close', '', '')).text,
      ).not.toMatch(/^HTTP\/1\.1 3|\r\nlocation:/i);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UsersService } from '#features/identity';
import { loadConfig } from '#platform/config';
import { createLogger } from '#platform/log';
import { eventually, testDatabase, type TestDatabase } from '../../test/harness/index.js';
import { createApi } from './create-api.js';

const PASSWORD = 'four plain words';
const ONE_STATE = `
  INSERT INTO states (code, alpha3, name_en, name_es, time_zone, languages, position)
  VALUES ('MX', 'MEX', 'Mexico', 'México', 'America/Mexico_City', '{es}', 1), ('GT', 'GTM', 'Guatemala', 'Guatemala', 'America/Guatemala', '{es}', 2)`;

describe('the API', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    test = await testDatabase();
    const config = loadConfig({
      DATABASE_URL: test.url,
      MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'https://mirps.example.org',
    });
    app = await createApi(config, createLogger('silent', 'api'));
    await app.getHttpAdapter().getInstance().ready();
    await test.database.query(ONE_STATE);
    const users = app.get(UsersService);
    await users.create({
      name: 'Ana',
      email: 'ana@example.org',
      password: PASSWORD,
      lang: 'en',
      roles: [{ role: 'focal_point', stateCode: 'MX' }],
    });
    await users.create({
      name: 'Root',
      email: 'root@example.org',
      password: PASSWORD,
      roles: [{ role: 'administrator' }],
    });
    const gone = await users.create({ name: 'Gone', email: 'gone@example.org', password: PASSWORD });
    await users.setActive(gone.id, false);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'accept-language': 'en', ...headers },
      payload: { email, password },
    });
  const cookieOf = async (email: string): Promise<string> => {
    const answer = await signIn(email, PASSWORD);
    expect(answer.statusCode).toBe(200);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  };

  it('signs in with the right password and says who it is', async () => {
    const answer = await signIn('Ana@Example.org', PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      user: { id: expect.any(String), name: 'Ana', email: 'ana@example.org', lang: 'en' },
      step: null,
    });
  });

  it('gives a cookie that scripts cannot read, that stays on this site and on TLS', async () => {
    const cookie = String((await signIn('ana@example.org', PASSWORD)).headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-mirps\.session_token=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(attribute);
  });

  it('answers a wrong password, an unknown address and a deactivated person alike', async () => {
    const answers = await Promise.all([
      signIn('ana@example.org', 'wrong'),
      signIn('nobody@example.org', 'wrong'),
      signIn('gone@example.org', PASSWORD),
      signIn('no address', 'x'),
    ]);
    const bodies = answers.map((answer) => ({ ...answer.json<Record<string, unknown>>(), requestId: '' }));
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401, 401]);
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({
      code: 'unauthenticated',
      detail: 'E-mail address or password is wrong.',
    });
  });

  it('lets nobody register', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-up/email',
      payload: { name: 'Eve', email: 'eve@example.org', password: PASSWORD },
    });
    expect(answer.statusCode).toBe(404);
  });

  it('lets no other site sign people in or write for them', async () => {
    expect(
      (await signIn('ana@example.org', PASSWORD, { origin: 'https://evil.example.org' })).statusCode,
    ).toBe(403);
    const answer = await app.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie: await cookieOf('ana@example.org'), origin: 'https://evil.example.org' },
      payload: { lang: 'es' },
    });
    expect(answer.statusCode).toBe(403);
    expect(
      (await signIn('ana@example.org', PASSWORD, { origin: 'https://mirps.example.org' })).statusCode,
    ).toBe(200);
  });

  it('tells people who they are and what they may do', async () => {
    const answer = await app.inject({
      url: '/api/me',
      headers: { cookie: await cookieOf('ana@example.org') },
    });
    expect(answer.json()).toMatchObject({
      user: { name: 'Ana', email: 'ana@example.org' },
      roles: [{ role: 'focal_point', stateCode: 'MX', validTo: null }],
      lang: 'en',
      timeZone: 'America/Mexico_City',
    });
    expect(answer.json<{ permissions: unknown[] }>().permissions).toContainEqual({
      permission: 'update.write',
      scope: 'own_commitments',
      forPrograms: true,
      role: 'focal_point',
      stateCode: 'MX',
      institutionId: null,
      teamKey: null,
    });
  });

  it('lets people choose their language', async () => {
    const cookie = await cookieOf('root@example.org');
    const answer = await app.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie },
      payload: { lang: 'en' },
    });
    expect(answer.json()).toMatchObject({ lang: 'en' });
    const refused = await app.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie },
      payload: { lang: 'fr' },
    });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ field: 'lang' }] });
  });

  it('ends a session at once', async () => {
    const cookie = await cookieOf('ana@example.org');
    expect(
      (await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } })).statusCode,
    ).toBe(204);
    expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401);
  });

  it('denies what the role does not hold, and asks strangers to sign in', async () => {
    expect((await app.inject({ url: '/api/users' })).statusCode).toBe(401);
    expect(
      (await app.inject({ url: '/api/users', headers: { cookie: await cookieOf('ana@example.org') } }))
        .statusCode,
    ).toBe(403);
  });

  it('lets an administrator make people known and give them roles', async () => {
    const cookie = await cookieOf('root@example.org');
    const post = (url: string, payload: object) =>
      app.inject({ method: 'POST', url, headers: { cookie }, payload });
    const made = await post('/api/users', { name: 'Leo', email: 'leo@example.org', password: PASSWORD });
    expect(made.statusCode).toBe(201);
    const role = await post(`/api/users/${made.json<{ id: string }>().id}/roles`, {
      role: 'presidency',
      stateCode: 'GT',
      validTo: '2099-01-01T00:00:00Z',
    });
    expect(role.json()).toMatchObject({ role: 'presidency', stateCode: 'GT' });
    expect(
      (await post('/api/users/0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11/roles', { role: 'secretariat' }))
        .statusCode,
    ).toBe(404);
    const trail = await app.inject({
      url: '/api/audit?entity=user&action=role.grant&limit=1',
      headers: { cookie },
    });
    expect(trail.json()).toMatchObject({
      items: [
        { actorName: 'Root', changes: expect.arrayContaining([{ field: 'role', after: 'presidency' }]) },
      ],
    });
  });

  it('slows down who guesses', async () => {
    for (let guess = 0; guess < 10; guess += 1) await signIn('root@example.org', `guess ${guess}`);
    const answer = await signIn('root@example.org', PASSWORD);
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ detail: expect.stringContaining('Wait') });
  });

  it('counts for operators what waits in the outbox and in each queue', async () => {
    // A scrape leaves out what is not answered in time; the next one has it.
    const counted = async (line: RegExp) => line.test((await app.inject({ url: '/metrics' })).body);
    // No worker runs here: people wait to be told of the roles that they were given above.
    await eventually('news that waits', () => counted(/^outbox_rows\{state="waiting"\} [1-9]/m));
    await eventually('its age', () => counted(/^outbox_oldest_seconds \d/m));
    await eventually('jobs', () => counted(/^queue_jobs\{queue="mail",state="failed"\} 0$/m));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiTokens, UsersService } from '#features/identity';
import { loadConfig } from '#platform/config';
import { runAs, SYSTEM } from '#platform/http';
import { createLogger } from '#platform/log';
import { testDatabase, type TestDatabase } from '../../test/harness/index.js';
import { createApi } from './create-api.js';

const HOUR_MS = 60 * 60 * 1000;

describe('too many requests', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;
  let token: string;

  beforeAll(async () => {
    test = await testDatabase();
    app = await createApi(
      loadConfig({
        DATABASE_URL: test.url,
        MIRPS_SECRET: '7f3a9c0b5d1e8246a0c4e6f81b2d3957',
        REQUESTS_PER_MINUTE: '5',
      }),
      createLogger('silent', 'api'),
    );
    await app.getHttpAdapter().getInstance().ready();
    token = await runAs(SYSTEM, async () => {
      const { id, name } = await app.get(UsersService).create({
        name: 'Office',
        email: 'office@example.org',
        password: 'four plain words here',
        roles: [{ role: 'secretariat' }],
      });
      const actor = { userId: id, name, roles: [{ role: 'secretariat' }] };
      const expiresAt = new Date(Date.now() + HOUR_MS).toISOString();
      return (
        await app.get(ApiTokens).create(actor, { name: 'Script', permissions: ['cycle.read'], expiresAt })
      ).token;
    });
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  const ask = (url: string, remoteAddress: string, authorization?: string) =>
    app.inject({ url, remoteAddress, headers: authorization ? { authorization } : {} });

  it('from one address are refused, saying for how long, while others are served', async () => {
    for (let left = 4; left >= 0; left -= 1) {
      const { statusCode, headers } = await ask('/api/states', '10.1.0.1');
      expect([statusCode, headers['ratelimit-limit'], headers['ratelimit-remaining']]).toEqual([
        200,
        '5',
        String(left),
      ]);
    }
    const refused = await ask('/api/states', '10.1.0.1');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ code: 'too_many', detail: expect.stringMatching(/Espere \d+/) });
    expect((await ask('/api/states', '10.1.0.2')).statusCode).toBe(200);
  });

  it('are counted for a token by itself, wherever it is used', async () => {
    const bearer = `Bearer ${token}`;
    expect((await ask('/api/cycles', '10.2.0.1', bearer)).statusCode).toBe(200); // from here on it is known
    for (let n = 0; n < 5; n += 1)
      expect((await ask('/api/cycles', `10.2.0.${n}`, bearer)).statusCode).toBe(200);
    expect((await ask('/api/cycles', '10.2.0.9', bearer)).statusCode).toBe(429);
  });

  it('with made-up tokens count for their address', async () => {
    const bearer = (n: number) => `Bearer mirps_${String(n).padStart(43, 'A')}`;
    for (let n = 0; n < 5; n += 1) await ask('/api/cycles', '10.3.0.1', bearer(n));
    expect((await ask('/api/cycles', '10.3.0.1', bearer(9))).statusCode).toBe(429);
  });

  it('never keep anybody from asking whether the service lives', async () => {
    for (let n = 0; n < 8; n += 1) expect((await ask('/health/live', '10.4.0.1')).statusCode).toBe(200);
  });
});

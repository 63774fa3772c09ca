import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AccessService, type Permission, PERMISSIONS, readBehind } from '#features/identity';
import { type Database, newId } from '#platform/database';
import { openWorld, type Person, type World } from './open-world.js';
import { type Sample, samplesOf } from './samples.js';

interface Operation {
  method: 'GET';
  path: string;
  access: string;
  permission?: Permission;
  body?: unknown;
  query: string;
}

describe('who may do what', () => {
  let app: NestFastifyApplication;
  let database: Database;
  let world: World;
  let people: Person[];
  let operations: Operation[];

  beforeAll(async () => {
    world = await openWorld();
    ({ app, database, people } = world);
    operations = operationsOf((await app.inject({ url: '/api/openapi.json' })).json());
  });
  afterAll(() => world.close());

  it('is decided for every route', async () => {
    const undecided: string[] = [];
    for (const { method, path } of operations)
      if ((await samplesOf(database, method, path)) === undefined) undecided.push(`${method} ${path}`);
    expect(undecided).toEqual([]);
  });

  it('is what the policy says, for every route, everybody, at home and abroad, in every state of a cycle', async () => {
    const access = app.get(AccessService);
    const wrong: string[] = [];
    let [asked, hidden] = [0, 0];
    for (const operation of operations) {
      if (/^\/(api\/auth|account)\//.test(operation.path)) continue;
      const samples = (await samplesOf(database, operation.method, operation.path)) ?? [];
      for (const sample of samples.length > 0 ? samples : [undefined])
        for (const person of people) {
          const expected = expectedOf(access, person, operation, sample);
          // The stream of events lasts as long as somebody listens.
          if (expected === 'let in' && operation.path === '/api/events') continue;
          const { statusCode } = await app.inject(requestOf(operation, sample, person.cookie));

          asked += 1;
          if (expected === 404) hidden += 1;
          // What is named at random is nobody's: it is missing for everybody who is let in.
          const random = samples.length === 0 || operation.path.includes('{fingerprint}');
          if (!fits(statusCode, expected) && !(random && expected === 'let in' && statusCode === 404))
            wrong.push(
              `${operation.method} ${operation.path} [${sample?.name ?? ''}] ${person.name}: ${statusCode}, not ${expected}`,
            );
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(3000);
    expect(hidden).toBeGreaterThan(200);
  });

  // Not taken from the policy: who gets hold of a token must not become its owner.
  it('is never a program’s with the account, people or invitations, whatever its token says', async () => {
    const mine = operations.filter(({ access }) =>
      ['account.use', 'user.manage', 'user.invite', 'member.manage'].includes(access),
    );
    expect(mine.length).toBeGreaterThan(30);
    const letIn: string[] = [];
    for (const person of people.filter(({ actor }) => actor.userId !== null)) {
      const token = `mirps_${person.name.padEnd(43, 'x')}`;
      await database.execute(
        `INSERT INTO api_tokens (id, user_id, name, hash, hint, permissions, created_at, expires_at)
         VALUES ($1, $2, 'All', $3, 'xxxx', $4, now(), now() + interval '1 day')`,
        [newId(), person.actor.userId, createHash('sha256').update(token).digest('base64url'), PERMISSIONS],
      );
      const headers = { authorization: `Bearer ${token}` };
      expect((await app.inject({ url: '/api/updates?limit=1', headers })).statusCode).toBe(200);
      for (const operation of mine) {
        const request = requestOf(operation, undefined, '');
        const answer = await app.inject({ ...request, headers: { ...request.headers, ...headers } });
        if (answer.statusCode !== 403) letIn.push(`${operation.method} ${operation.path} ${person.name}`);
      }
    }
    expect(letIn).toEqual([]);
  });
});

type Expected = 401 | 403 | 404 | 'let in';

/** The answer that the policy gives, computed from its table and the thing alone. */
function expectedOf(
  access: AccessService,
  { actor }: Person,
  { access: route, permission, path }: Operation,
  sample?: Sample,
): Expected {
  if (route !== 'public') {
    if (actor.userId === null) return 401;
    if (!access.holds(actor, route as Permission)) return 403;
  }
  const asked = route === 'public' ? permission : (route as Permission);
  if (!asked || !sample?.object) return 'let in';
  // What somebody cannot read is missing for them, whatever else they may do with what they can.
  const reads = [
    readBehind(asked),
    ...(path.includes('/findings') ? (['update.read', 'submission.read'] as const) : []),
  ];
  if (reads.some((read) => read !== null && !access.may(actor, read, sample.object ?? {}))) return 404;
  return access.may(actor, asked, sample.object) ? 'let in' : 403;
}

const fits = (status: number, expected: Expected): boolean =>
  expected === 'let in' ? ![401, 403, 404].includes(status) && status < 500 : status === expected;

function requestOf({ method, path, body, query }: Operation, sample: Sample | undefined, cookie: string) {
  const values = sample?.values ?? {};
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11'),
  );
  const payload = body === undefined ? undefined : withValues(body, values);
  return {
    method,
    url: url + query,
    headers: { ...(cookie ? { cookie } : {}), 'if-match': '"1"' },
    ...(payload === undefined ? {} : { payload: payload as object }),
  };
}

/** What examples say that would be refused before anybody looks whose the thing is. */
const UNSAID: Record<string, readonly string[]> = {
  '/api/facts': ['section'],
  '/api/projects': ['commitments', 'executingEntity'],
  '/api/mechanisms': ['partOf'],
  '/api/team-activities': ['status', 'statusIllustrative'],
  '/api/quantification/contributions': ['project'],
};

/** An example body about the thing: fields that name it say its names. */
function withValues(body: unknown, values: Record<string, string>): unknown {
  if (Array.isArray(body)) return body.map((each) => withValues(each, values));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      typeof value === 'string' && key in values ? values[key] : withValues(value, values),
    ]),
  );
}

function operationsOf(document: OpenAPIObject): Operation[] {
  interface Described {
    parameters?: {
      in: string;
      name: string;
      required?: boolean;
      example?: unknown;
      schema?: { example?: unknown };
    }[];
    requestBody?: { content: Record<string, { example?: unknown }> };
    'x-access': string;
    'x-permission'?: Permission;
  }
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as unknown as Record<string, Described>).map(([method, described]) => {
      const required = (described.parameters ?? []).filter((each) => each.in === 'query' && each.required);
      const query = new URLSearchParams(
        required.map(({ name, example, schema }): [string, string] => [
          name,
          text(example ?? schema?.example),
        ]),
      ).toString();
      return {
        method: method.toUpperCase() as 'GET',
        path,
        access: described['x-access'],
        permission: described['x-permission'],
        body: without(
          described.requestBody?.content['application/json']?.example,
          UNSAID[path.replace(/\/\{.*/, '')] ?? [],
        ),
        query: query ? `?${query}` : '',
      };
    }),
  );
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function without(body: unknown, keys: readonly string[]): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

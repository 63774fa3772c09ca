import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { openWorld, type World } from '../permissions/open-world.js';
import { type Sample, samplesOf } from '../permissions/samples.js';
import { Random } from './random.js';
import { type Described, type Document, operationsOf, requestOf } from './requests.js';

/** Another run of draws: `FUZZ_SEED=7 npm test -- e2e`. */
const SEED = Number(process.env.FUZZ_SEED ?? 2024);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 20_000);
const AT_ONCE = 8;
/** No answer until then: it hangs. */
const PATIENCE_MS = 60_000;

/** What only our own code, the database or the runtime says. */
const INSIDES =
  /node_modules|\n\s+at |\.(ts|js):\d+|Error: |\b(TypeError|RangeError|QueryFailedError|PostgresError)\b|violates \w+ constraint|syntax error at|relation "|column "|pg_catalog|SQLSTATE|ECONNREFUSED/;

/** They end sessions, which the others still need. */
const ENDS_SESSIONS = /sign-out|\/sessions|\/me\/(password|erase)/;

describe(`20,000 requests that nobody means (seed ${SEED})`, () => {
  let world: World;
  let operations: { operation: Described; samples: Sample[] }[];

  beforeAll(async () => {
    world = await openWorld();
    const document = (await world.app.inject({ url: '/api/openapi.json' })).json<Document>();
    operations = [];
    for (const operation of operationsOf(document)) {
      // The stream of events lasts as long as somebody listens.
      if (operation.path === '/api/events') continue;
      const samples = await samplesOf(world.database, operation.method, operation.path);
      operations.push({ operation, samples: samples ?? [] });
    }
  });
  afterAll(() => world.close());

  it('are all answered, none with a failure of ours or a word about what is inside', async () => {
    const random = new Random(SEED);
    const wrong = new Set<string>();
    const statuses = new Map<number, number>();
    let sent = 0;
    const ask = async (): Promise<void> => {
      while (sent < REQUESTS) {
        const chosen = operations[sent % operations.length];
        sent += 1;
        if (!chosen) return;
        const { operation, samples } = chosen;
        const person = random.one(world.people);
        const cookie = ENDS_SESSIONS.test(operation.path) ? '' : person.cookie;
        const request = requestOf(random, operation, samples, cookie);
        const answer = await answerTo(request);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.problem)
          wrong.add(
            `${operation.method} ${operation.path}: ${answer.problem} as ${person.name}, asked ${shown(request)}`,
          );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    expect([...wrong].slice(0, 20)).toEqual([]);
    expect(sent).toBe(REQUESTS);
    // It does get through to where things are looked up, changed and refused, not to the door alone.
    for (const status of [200, 400, 401, 403, 404, 422])
      expect(statuses.get(status) ?? 0).toBeGreaterThan(100);
  }, 600_000);

  async function answerTo(request: InjectOptions): Promise<{ status: number; problem?: string }> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const answer = await Promise.race([world.app.inject(request), late]);
    clearTimeout(timer);
    if (!answer) return { status: 0, problem: 'no answer' };
    const { statusCode: status, body } = answer;
    if (status >= 500) return { status, problem: `${status} ${body.slice(0, 200)}` };
    if (status < 400) return { status };
    if (INSIDES.test(body)) return { status, problem: `${status} ${body.slice(0, 300)}` };
    return String(answer.headers['content-type']).startsWith('application/problem+json')
      ? { status }
      : { status, problem: `${status} ${String(answer.headers['content-type'])}` };
  }
});

const shown = ({ url, headers, payload }: InjectOptions): string =>
  JSON.stringify({
    url,
    headers: { ...headers, cookie: undefined },
    payload: Buffer.isBuffer(payload) ? payload.toString('base64') : payload,
  }).slice(0, 1500);

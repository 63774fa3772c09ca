import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Client, type Stack, startStack } from '../harness/index.js';
import { dueOf, FACTS, openCycleKey, type Receipt } from './reporting.js';

interface Document {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
}

const SOME_ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
const IN_PATHS = ['\u0000', 'not-an-id', '..', '💥', '-1', '99999999999999999999', 'x'.repeat(199)];
const IN_QUERIES = [
  '',
  '\u0000',
  '0',
  '-1',
  '1e308',
  '2024-02-31',
  '0000-01-01',
  '2024-13-45T99:99:99Z',
  SOME_ID,
  "';--",
];
const CURSORS = ['["x"]', '["x","y"]', '[1]', '[null,null]', '["\\u0000"]', '[1e300]', '{}', 'x'].map(
  (values) => Buffer.from(values).toString('base64url'),
);
const IN_BODIES: unknown[] = [
  ...[null, '', -1, 1e308, 2 ** 53, true, {}, [[]], [null], 'a\u0000b', '\ud800', '2024-02-31', '0000-01-01'],
  ...['x'.repeat(20_001), Array.from({ length: 600 }, () => ({}))],
];

describe('wrong input', () => {
  let stack: Stack;
  let coordinator: Client;
  let administrator: Client;
  let document: Document;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    coordinator = await stack.signIn('coordinator.mx@mirps.example');
    administrator = await stack.signIn('admin@mirps.example');
    document = await stack.stranger.json<Document>('GET', '/api/openapi.json');
  });
  afterAll(() => stack.stop());

  /** Asks in each language in turn; what the API says of a failure of its own is what is wrong. */
  const failures: string[] = [];
  let asked = 0;
  async function look(
    client: Client,
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<Answer<unknown>> {
    asked += 1;
    const answer = await client.ask<unknown>(method, path, body, {
      'accept-language': asked % 2 ? 'en' : 'es',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    });
    if (answer.status >= 500)
      failures.push(`${method} ${path} ${JSON.stringify(body)?.slice(0, 200)}: ${answer.status}`);
    return answer;
  }
  const expectNoFailures = (atLeast: number): void => {
    expect(failures.splice(0)).toEqual([]);
    expect(asked).toBeGreaterThan(atLeast);
    asked = 0;
  };

  it('in addresses never makes the API fail', async () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const method of Object.keys(item).filter((each) => path.includes('{') && each !== 'delete'))
        for (const wrong of IN_PATHS) {
          const address = path.replace(/\{\w+\}/, encodeURIComponent(wrong)).replace(/\{\w+\}/g, SOME_ID);
          // Two dots lead to the stream of what changes, which lasts as long as somebody listens.
          if (new URL(address, 'http://api').pathname === '/api/events') continue;
          await look(coordinator, method.toUpperCase(), address, method === 'get' ? undefined : {}, 1);
        }
    expectNoFailures(300);
  });

  it('in queries never makes the API fail', async () => {
    for (const [path, item] of Object.entries(document.paths))
      for (const { name } of (item.get?.parameters ?? []).filter((parameter) => parameter.in === 'query'))
        for (const wrong of [...IN_QUERIES, ...(name === 'cursor' ? CURSORS : [])]) {
          const address = path.replace(/\{\w+\}/g, SOME_ID);
          await look(administrator, 'GET', `${address}?${name}=${encodeURIComponent(wrong)}`);
        }
    expectNoFailures(300);
  });

  it('in a query is refused with the field that is wrong', async () => {
    for (const day of ['2024-02-31', '2024-13-01', '31/12/2024'])
      expect(await coordinator.ask('GET', `/api/updates?from=${encodeURIComponent(day)}`)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'from' }] },
      });
  });

  it('in any field of an update never makes the API fail, and leaves it readable', async () => {
    const focal = await stack.signIn('focal.comar.mx@mirps.example');
    const [owed, other] = (await dueOf(focal)).filter(({ updateId }) => updateId === null);
    const begun = { commitmentId: owed?.commitmentId, cycleKey: await openCycleKey(focal) };
    const { id } = await focal.json<Receipt>('POST', '/api/updates', begun);
    const commitments = [{ commitmentId: other?.commitmentId, match: 'direct' }];
    const evidence = [{ titleEn: 'COMAR', kind: 'link', url: 'https://www.gob.mx/comar' }];
    const [fact] = FACTS;
    const whole = {
      ...{
        stage: 'in_progress',
        outlook: 'on_track',
        percent: 10,
        narrativeEn: 'So it is.',
        illustrative: ['stage'],
      },
      facts: [
        { ...fact, figures: fact?.figures.filter((_, i) => i === 0 || i === 4), commitments, evidence },
      ],
      ...{ evidence, milestones: [] },
    };
    let version = 1;
    for (const place of placesIn(whole))
      for (const wrong of IN_BODIES) {
        const answer = await look(focal, 'PUT', `/api/updates/${id}`, changed(whole, place, wrong), version);
        expect([200, 404, 409, 422, 500]).toContain(answer.status);
        if (answer.status === 200) version = (answer.body as Receipt).version;
      }
    expect(await look(focal, 'GET', `/api/updates/${id}`)).toMatchObject({ status: 200, body: { version } });
    expectNoFailures(900);
  });

  it('that is no JSON, or no content of ours, is refused as such', async () => {
    const send = async (body: string, type = 'application/json'): Promise<number> => {
      const headers = { cookie: coordinator.cookie, origin: stack.url, 'content-type': type };
      return (await fetch(`${stack.url}/api/updates`, { method: 'POST', headers, body })).status;
    };
    for (const broken of ['{', '{"stage":', '\u0000', '"stage', '['.repeat(5000)])
      expect(await send(broken)).toBe(400);
    for (const other of ['[]', 'null', '1', '"text"', '{"__proto__":{"stage":1}}'])
      expect([400, 422]).toContain(await send(other));
    for (const type of ['text/csv', 'application/xml', 'multipart/form-data; boundary=x'])
      expect(await send('{}', type)).toBe(415);
    expect(await send(JSON.stringify({ narrativeEn: 'x'.repeat(1_100_000) }))).toBe(413);
  });

  it('is answered with a problem document, whoever notices it first', async () => {
    const paths = ['/api/states/%zz', `/api/states/${'x'.repeat(300)}`, '/api/nothing', '/api/states/%00'];
    const answers = await Promise.all(paths.map((path) => stack.stranger.ask('GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 404]);
    for (const { status, body, headers } of answers) {
      expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(body).toMatchObject({
        status,
        requestId: expect.any(String),
        detail: expect.stringMatching(/^(Not found|The request)/),
      });
    }
  });

  it('that would take another’s place is a conflict', async () => {
    const place = { cycleKey: await openCycleKey(coordinator), stateCode: 'MX' };
    const content = { kind: 'narrative', textEn: 'Told twice', areaKey: 'protection' };
    await coordinator.json('POST', '/api/facts', { ...content, ...place, code: 'MX-X1' });
    const second = await coordinator.json<Receipt>('POST', '/api/facts', { ...content, ...place });
    const take = (code: string): Promise<Answer<unknown>> =>
      coordinator.ask(
        'PUT',
        `/api/facts/${second.id}`,
        { ...content, code },
        { 'if-match': `"${second.version}"` },
      );
    expect(await take('MX-X1')).toMatchObject({
      status: 409,
      body: { detail: 'Another fact has this code already.' },
    });
    expect(await take('')).toMatchObject({ status: 200, body: { code: null } });
  });
});

type Place = (string | number)[];

/** Every place inside a value, by its keys. */
function* placesIn(value: unknown, place: Place = []): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [...place, key];
    yield* placesIn(inner, [...place, key]);
  }
}

function changed(whole: object, place: Place, value: unknown): object {
  const copy = structuredClone(whole);
  let inner = copy as Record<string | number, object>;
  for (const key of place.slice(0, -1)) inner = inner[key] as typeof inner;
  (inner as Record<string | number, unknown>)[place.at(-1) ?? ''] = value;
  return copy;
}

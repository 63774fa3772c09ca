import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import openapiTypes, { type OpenAPI3 } from 'openapi-typescript';
import { isPermission } from '#features/identity';
import { type Client, type Stack, startStack } from '../harness/index.js';
import { dueOf, openCycleKey } from './reporting.js';
import { type Schema, schemaProblems } from './schema-problems.js';

interface Media {
  schema?: Schema;
  example?: unknown;
}

interface Operation {
  name: string;
  method: string;
  path: string;
  summary?: string;
  security?: object[];
  parameters?: { name: string }[];
  'x-access'?: string;
  responses: Record<string, { content?: Record<string, Media> }>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const SOME_ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

describe('the description of the API', () => {
  let stack: Stack;
  let document: Document;
  let operations: Operation[];

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    document = await stack.stranger.json<Document>('GET', '/api/openapi.json');
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        ...operation,
        ...{ method: method.toUpperCase(), path, name: `${method.toUpperCase()} ${path}` },
      })),
    );
  });
  afterAll(() => stack.stop());

  const successOf = ({ responses }: Operation): [string, Media | undefined] => {
    const status = Object.keys(responses).find((code) => /^[23]/.test(code)) ?? '';
    return [status, Object.values(responses[status]?.content ?? {})[0]];
  };

  it('is OpenAPI 3.1 of which a typed client can be made', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const nodes = await openapiTypes(document as unknown as OpenAPI3);
    expect(nodes.length).toBeGreaterThan(0);
  });

  it('lets everything that is made be asked for again without being made twice, but where a reason says why not', () => {
    const without: Record<string, string> = {
      'POST /api/me/tokens': 'the answer shows a secret, which is kept nowhere',
      'POST /api/me/second-factor/totp':
        'the answer shows a secret; beginning again takes the place of the first',
      'POST /api/stories/{id}/photos': 'If-Match: it is written over one version of the story',
      'POST /api/commitments/{id}/evidence-files':
        'what no update names is nothing, and removed after 30 days',
    };
    const making = operations.filter(
      (operation) => operation.method === 'POST' && successOf(operation)[0] === '201',
    );
    expect(making.length).toBeGreaterThan(30);
    const unkeyed = making.filter(
      ({ parameters = [] }) => !parameters.some(({ name }) => name === 'Idempotency-Key'),
    );
    expect(unkeyed.map(({ name }) => name).sort()).toEqual(Object.keys(without).sort());
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, target]) => target,
    );
    expect(references.length).toBeGreaterThan(100);
    const names = new Set(
      Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
    );
    expect(references.filter((target) => !names.has(target ?? ''))).toEqual([]);
  });

  it('tells of each route what it does, what it answers and how it refuses', () => {
    expect(operations.length).toBeGreaterThan(90);
    const silent = operations.filter((operation) => {
      const [status, media] = successOf(operation);
      // Accepted, nothing to say, look elsewhere: no body.
      const told = ['202', '204', '302'].includes(status) || media?.example !== undefined;
      const refusals = ['401', '403', '422'].every(
        (code) => operation.responses[code]?.content?.['application/problem+json']?.schema?.$ref,
      );
      return !operation.summary || !told || !refusals;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('gives examples that are as the routes say', () => {
    const wrong = operations.flatMap((operation) => {
      const [, media] = successOf(operation);
      if (media?.example === undefined || !media.schema) return [];
      return schemaProblems(media.schema, media.example, document.components.schemas).map(
        (problem) => `${operation.name} ${problem}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  it('names the permission of each route that is not open to all', () => {
    const unclear = operations.filter(({ security = [], 'x-access': access = '' }) =>
      access === 'public' ? security.length > 0 : security.length === 0 || !isPermission(access),
    );
    expect(unclear.map(({ name }) => name)).toEqual([]);
  });

  it('says truly which routes ask strangers to sign in', async () => {
    const untrue: string[] = [];
    for (const { method, path, name, security = [] } of operations) {
      const { status } = await stack.stranger.ask(method, path.replace(/\{\w+\}/g, SOME_ID));
      const asked = status === 401;
      const ofSignIn = path.startsWith('/api/auth/'); // a wrong password is 401, too
      if (status >= 500 || (asked !== security.length > 0 && !ofSignIn)) untrue.push(`${name} ${status}`);
    }
    expect(untrue).toEqual([]);
  });

  it('says truly what each readable route answers', async () => {
    const readers: Client[] = [];
    for (const person of ['admin', 'secretariat.oas', 'coordinator.mx', 'focal.comar.mx', 'reader'])
      readers.push(await stack.signIn(`${person}@mirps.example`));
    const places = await placesOf(readers);
    const asked: string[] = [];
    const untrue = new Set<string>();
    for (const operation of operations) {
      const [status, media] = successOf(operation);
      if (operation.method !== 'GET' || !media?.schema || !status) continue;
      if (operation.path === '/api/events') continue; // a stream goes on and on
      for (const reader of readers) {
        const url = places(operation.path);
        const answer = await reader.ask<unknown>('GET', url);
        if (answer.status >= 500) untrue.add(`${operation.name} ${answer.status}`);
        if (answer.status !== 200 || !answer.headers.get('content-type')?.includes('/json')) continue;
        asked.push(operation.name);
        for (const problem of schemaProblems(media.schema, answer.body, document.components.schemas))
          untrue.add(`${operation.name} ${problem}`);
      }
    }
    expect([...untrue]).toEqual([]);
    expect(new Set(asked).size).toBeGreaterThan(35);
  });

  /** Addresses of things that the demo holds. */
  async function placesOf([admin, secretariat, coordinator, focal]: Client[]): Promise<
    (path: string) => string
  > {
    if (!admin || !secretariat || !coordinator || !focal) throw new Error('somebody is missing');
    const first = async (client: Client, path: string): Promise<string> => {
      const list = await client.json<{ id: string }[] | { items: { id: string }[] }>('GET', path);
      return (Array.isArray(list) ? list : list.items)[0]?.id ?? '';
    };
    const [owed] = await dueOf(focal);
    const ids: Record<string, string> = {
      users: await first(admin, '/api/users'),
      plans: await first(coordinator, '/api/plans?state=MX'),
      commitments: owed?.commitmentId ?? '',
      updates: await first(coordinator, '/api/updates?state=MX&cycle=2024-annual'),
      facts: await first(coordinator, '/api/facts?state=MX'),
      snapshots: await first(secretariat, '/api/snapshots'),
    };
    const cycle = await openCycleKey(focal);
    const names: Record<string, string> = { code: 'MX', state: 'MX', year: '2024', key: cycle };
    return (path) =>
      path
        .replace('/institutions/{key}', '/institutions/MX:COMAR')
        .replace('/plan-templates/{key}', '/plan-templates/regional-33')
        .replace(
          /\/([\w-]+)\/\{id\}/,
          (_, collection: string) => `/${collection}/${ids[collection] ?? SOME_ID}`,
        )
        .replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? SOME_ID);
  }
});

import type { InjectOptions } from 'fastify';
import type { Sample } from '../permissions/samples.js';
import { CONTENT_TYPES, HEADERS, RAW, TEXTS, VALUES } from './hostile.js';
import type { Random } from './random.js';

interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  example?: unknown;
  schema?: { example?: unknown };
}

/** One operation as the API describes it. */
export interface Described {
  method: string;
  path: string;
  parameters: Parameter[];
  /** An example body; absent when the operation takes none. */
  body?: unknown;
}

export interface Document {
  paths: Record<
    string,
    Record<
      string,
      { parameters?: Parameter[]; requestBody?: { content: Record<string, { example?: unknown }> } }
    >
  >;
}

export const operationsOf = ({ paths }: Document): Described[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      ...(requestBody ? { body: requestBody.content['application/json']?.example ?? {} } : {}),
    })),
  );

/** A request that is right in some places and wrong in others. */
export function requestOf(
  random: Random,
  { method, path, parameters, body }: Described,
  samples: readonly Sample[],
  cookie: string,
): InjectOptions {
  const values = samples.length > 0 ? random.one(samples).values : {};
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encoded(random.chance(0.6) ? (values[name] ?? random.one(TEXTS)) : random.one(TEXTS)),
  );
  const headers: Record<string, string> = { ...(cookie ? { cookie } : {}), 'if-match': '"1"' };
  for (const [name, of] of Object.entries(HEADERS)) if (random.chance(0.04)) headers[name] = random.one(of);
  const payload = body === undefined ? undefined : bodyOf(random, body, values);
  if (payload !== undefined) headers['content-type'] = 'application/json';
  if (random.chance(0.05)) headers['content-type'] = random.one(CONTENT_TYPES);
  return {
    method: method,
    url: url + queryOf(random, parameters),
    headers,
    ...(payload === undefined ? {} : { payload }),
  };
}

function queryOf(random: Random, parameters: readonly Parameter[]): string {
  const pairs: string[] = [];
  for (const { in: place, name, required, example, schema } of parameters) {
    if (place !== 'query' || !random.chance(required ? 0.9 : 0.4)) continue;
    const known = example ?? schema?.example;
    const value = known !== undefined && random.chance(0.5) ? written(known) : random.one(TEXTS);
    pairs.push(`${encoded(name)}=${encoded(value)}`);
    if (random.chance(0.1))
      pairs.push(`${encoded(name)}${random.one(['', '[]', '[a]'])}=${encoded(random.one(TEXTS))}`);
  }
  if (random.chance(0.05)) pairs.push(`${encoded(random.one(TEXTS))}=${encoded(random.one(TEXTS))}`);
  if (random.chance(0.02)) pairs.push(random.one(['%', '%ff', '&&=', '%00=%00', '?']));
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function bodyOf(random: Random, example: unknown, values: Record<string, string>): string | Buffer {
  if (random.chance(0.12)) return random.one(RAW);
  let body = structuredClone(example);
  for (let times = random.below(4); times > 0; times -= 1) body = spoiled(random, body, values);
  return JSON.stringify(body) ?? 'null';
}

/** The value with one place of it, at any depth, replaced, taken away or added to. */
function spoiled(random: Random, value: unknown, values: Record<string, string>): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.15)) return random.one(VALUES);
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2)) return [...(value as unknown[]), random.one(VALUES)];
    const at = random.below(value.length);
    return value.map((each: unknown, i) => (i === at ? spoiled(random, each, values) : each));
  }
  const entries = Object.entries(value);
  const [key] = entries.length > 0 ? random.one(entries) : ['x'];
  const drawn = random.next();
  if (drawn < 0.1) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (drawn < 0.2) return { ...value, [random.one(TEXTS)]: random.one(VALUES) };
  if (drawn < 0.4 && values[key] !== undefined) return { ...value, [key]: values[key] };
  return { ...value, [key]: spoiled(random, (value as Record<string, unknown>)[key], values) };
}

/** As an address carries it; half of a surrogate pair as it is. */
const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
};

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

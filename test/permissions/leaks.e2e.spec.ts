import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workOf } from '../harness/work.js';
import { changeWhatIsHidden, SECRET_WORD } from './hidden-changes.js';
import { openWorld, type Person, type World } from './open-world.js';
import { ABROAD, keyOf, OTHER_TEAM } from './world.js';

interface Described {
  parameters?: { in: string; name: string; schema?: { enum?: string[]; items?: { enum?: string[] } } }[];
}

const MISSING = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
const OPEN = keyOf('open');
/** They work at home, with another team, or not at all: nothing of it is theirs. */
const READERS = ['public', 'focal_point', 'national_coordinator', 'team_lead', 'support_platform'];
/** Filters that name whose the hidden things are, where they belong and what they say. */
const NAMED: Record<string, string[]> = {
  state: [ABROAD],
  cycle: [OPEN],
  team: [OTHER_TEAM],
  q: [SECRET_WORD],
  year: ['2061', '2024'],
  limit: ['1', '200'],
};
const IN_PATHS: Record<string, string> = {
  key: OPEN,
  state: ABROAD,
  code: ABROAD,
  cycle: OPEN,
  cycleKey: OPEN,
};
/** What changes by itself, or is a person's own. */
const OTHERS = /^\/(metrics|health|account)|\/api\/(me|auth|demo|openapi|docs|imports)|\/events$|\.xlsx$/;
const ROOMS = /^\/api\/(updates|facts|stories|team-updates|search)(\?|$)|\/submissions|\/findings/;
const EVERYWHERE = new Set(['public', 'national_coordinator']);

describe('what is hidden', () => {
  let world: World;
  let urls: string[];

  beforeAll(async () => {
    world = await openWorld();
    const { paths } = (await world.app.inject({ url: '/api/openapi.json' })).json<{
      paths: Record<string, { get?: Described }>;
    }>();
    urls = Object.entries(paths).flatMap(([path, { get }]) => (get ? urlsOf(path, get) : []));
  });
  afterAll(() => world.close());

  const reader = (name: string): Person => world.people.find((person) => person.name === name) as Person;
  const get = (url: string, { cookie }: Person) =>
    world.app.inject({ url, headers: { 'accept-language': 'en', ...(cookie ? { cookie } : {}) } });
  /** Everything that an answer tells, but for the number of its request and the time. */
  async function told(url: string, person: Person): Promise<string> {
    const { statusCode, headers, body } = await get(url, person);
    const { etag, 'content-length': length, 'last-modified': modified } = headers;
    const text = body.replace(/"(requestId|asOf)":"[^"]*"/g, '');
    return JSON.stringify([statusCode, etag, statusCode < 400 ? length : '', modified, text]);
  }
  const tellAll = async (person: Person): Promise<Map<string, string>> => {
    const all = new Map<string, string>();
    // What is no list of these rooms is asked as two kinds of readers alone, for the time that it takes.
    const asked = EVERYWHERE.has(person.name) ? urls : urls.filter((url) => ROOMS.test(url));
    for (const url of asked) all.set(url, await told(url, person));
    return all;
  };

  it('changes no list, count, filter, order, search, refusal or ETag of who may not see it', async () => {
    const people = [...READERS, 'administrator'].map(reader);
    const before = new Map<Person, Map<string, string>>();
    for (const person of people) before.set(person, await tellAll(person));
    await changeWhatIsHidden(world.database);
    const changed: string[] = [];
    const seen = new Set<string>();
    for (const person of people)
      for (const [url, after] of await tellAll(person)) {
        if (after === before.get(person)?.get(url)) continue;
        if (person.name === 'administrator') seen.add(url);
        else changed.push(`${person.name}: ${url}`);
      }
    expect(changed).toEqual([]);
    expect(urls.length).toBeGreaterThan(200);
    // An administrator sees it in all of these, by more than one filter: the test can fail.
    for (const room of [
      'updates?',
      'facts?',
      'stories?',
      'team-updates?',
      'search?',
      '/submissions',
      '/findings',
    ])
      expect([room, [...seen].filter((url) => url.includes(room)).length > 0]).toEqual([room, true]);
  });

  it('answers by its id like what does not exist, in every word, and is as much work', async () => {
    const id = async (sql: string): Promise<string> =>
      (await world.database.query<{ id: string }>(`${sql} LIMIT 1`))[0]?.id ?? '';
    const update = await id(
      `SELECT id FROM updates WHERE state_code = '${ABROAD}' AND review_state = 'draft'`,
    );
    const fact = await id(`SELECT id FROM facts WHERE state_code = '${ABROAD}' AND review_state = 'draft'`);
    const story = await id(`SELECT id FROM stories WHERE state_code = '${ABROAD}' AND status = 'draft'`);
    const ofTeam = await id(
      `SELECT id FROM team_updates WHERE team_key = '${OTHER_TEAM}' AND review_state = 'draft'`,
    );
    const places = [
      [`/api/updates/`, update, ''],
      [`/api/updates/`, update, '/findings'],
      [`/api/facts/`, fact, ''],
      [`/api/stories/`, story, ''],
      [`/api/team-updates/`, ofTeam, ''],
    ] as const;
    const differing: string[] = [];
    const harder: string[] = [];
    for (const name of ['public', 'national_coordinator', 'team_lead'])
      for (const [path, hidden, rest] of places) {
        const person = reader(name);
        const [there, none] = [`${path}${hidden}${rest}`, `${path}${MISSING}${rest}`];
        if ((await told(there, person)) !== (await told(none, person))) differing.push(`${name}: ${there}`);
        if ((await questions(there, person)) !== (await questions(none, person)))
          harder.push(`${name}: ${there}`);
      }
    expect(differing).toEqual([]);
    expect(harder).toEqual([]);
  });

  /** What PostgreSQL is asked on the way to an answer. */
  const questions = async (url: string, person: Person): Promise<string> =>
    (await workOf(() => get(url, person))).work.statements.join('\n');
});

/** The addresses of a list: bare, by each filter with each word it takes, and all of it of the hidden State. */
function urlsOf(path: string, { parameters = [] }: Described): string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (OTHERS.test(path) || names.some((name) => !(name in IN_PATHS))) return [];
  const base = path.replace(/\{(\w+)\}/g, (_, name: string) => IN_PATHS[name] ?? '');
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const pairs = queries.flatMap(({ name, schema }) => {
    const words = NAMED[name] ?? schema?.enum ?? schema?.items?.enum ?? [];
    return words.slice(0, 6).map((word) => `${name}=${word}`);
  });
  const abroad = queries.some(({ name }) => name === 'state') ? `state=${ABROAD}&` : '';
  const searches = ['', ...pairs, ...(abroad && ROOMS.test(path) ? pairs.map((pair) => abroad + pair) : [])];
  return [...new Set(searches.map((search) => (search ? `${base}?${search}` : base)))];
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { openPublicApi, type PublicApi, SITE_URL } from './public-api.js';

const SECRET_WORD = 'zacatecoluca';

/** Every public address of the States' progress, by each filter. */
const ADDRESSES = [
  '/api/public/editions',
  '/api/public/region',
  '/api/public/region?cycle=2024-mid-year',
  '/api/public/region?cycle=2026-annual',
  '/api/public/states/MX',
  '/api/public/states/GT?cycle=2024-mid-year',
  '/api/public/states/GT?cycle=2026-annual',
  ...['commitments', 'facts'].flatMap((table) =>
    ['', '?state=MX', '?area=protection', '?format=csv', '?cycle=2026-annual', '?state=GT&format=csv'].map(
      (search) => `/api/public/${table}${search}`,
    ),
  ),
];

/** What people do after an edition was frozen, and in a cycle that nobody published. */
const AFTERWARDS = [
  `UPDATE updates SET narrative_en = '${SECRET_WORD}', narrative_es = '${SECRET_WORD}', percent = 99, percent_source = 'reported', stage = 'fulfilled', updated_at = now()`,
  `UPDATE facts SET text_en = '${SECRET_WORD}', text_es = '${SECRET_WORD}'`,
  `UPDATE figures SET value = 4711 WHERE value IS NOT NULL`,
  `UPDATE rollups SET reported = 0, mean_percent = 99, computed_at = now()`,
  `UPDATE states SET name_en = '${SECRET_WORD}', name_es = '${SECRET_WORD}', mechanism_en = '${SECRET_WORD}'`,
  `UPDATE institutions SET name_en = '${SECRET_WORD}', name_es = '${SECRET_WORD}'`,
  `INSERT INTO facts (id, cycle_id, state_code, area_key, kind, text_en, review_state)
   SELECT gen_random_uuid(), id, 'MX', 'protection', 'milestone', '${SECRET_WORD}', 'approved' FROM cycles`,
  `INSERT INTO snapshots (id, cycle_id, number, sha256, canonical, summary)
   SELECT gen_random_uuid(), c.id, 1, repeat('a', 64), replace(s.canonical, '2024-annual', '2026-annual'), '{}'
     FROM cycles c, snapshots s JOIN cycles d ON d.id = s.cycle_id WHERE c.key = '2026-annual' AND d.key = '2024-annual'`,
];

describe('what is published of the States’ progress', () => {
  let api: PublicApi;
  beforeAll(async () => {
    api = await openPublicApi();
  });
  afterAll(() => api.close());

  const json = async <T>(url: string): Promise<T> => JSON.parse((await api.get(url)).body) as T;
  const status = async (url: string): Promise<number> => (await api.get(url)).status;

  it('names its editions, how to cite them and the terms of use', async () => {
    const { licence, editions } = await json<{
      licence: { key: string };
      editions: { cycleKey: string; sha256: string; citeEs: string }[];
    }>('/api/public/editions');
    expect(editions.map(({ cycleKey }) => cycleKey)).toEqual(['2024-annual', '2024-mid-year']);
    expect(editions[0]?.citeEs).toContain(editions[0]?.sha256.slice(0, 16));
    expect(editions[0]?.citeEs).toContain(`${SITE_URL}/es/region?cycle=2024-annual`);
    expect(licence.key).toBe('CC-BY-3.0-IGO');
  });

  it('is the newest published cycle, unless another is asked for', async () => {
    const region = await json<{ edition: { cycleKey: string }; cells: unknown[] }>('/api/public/region');
    expect(region.edition.cycleKey).toBe('2024-annual');
    expect(region.cells.length).toBeGreaterThan(40);
    const state = await json<{
      commitments: { code: string; standing: string; facts: { figures: unknown[] }[] }[];
    }>('/api/public/states/MX');
    expect(state.commitments).toHaveLength(33);
    expect(state.commitments.some(({ facts }) => facts.some(({ figures }) => figures.length > 0))).toBe(true);
    expect(await status('/api/public/region?cycle=2024-mid-year')).toBe(200);
  });

  it('tells nothing of people', async () => {
    const people = await api.database.query<{ id: string; name: string }>('SELECT id, name FROM auth_users');
    const said = (await Promise.all(ADDRESSES.map(async (url) => (await api.get(url)).body))).join();
    expect(people.length).toBeGreaterThan(50);
    expect(people.filter(({ id, name }) => said.includes(id) || said.includes(name))).toEqual([]);
  });

  it('comes along as CSV, JSON and a workbook, of one State or area', async () => {
    const all = await json<{ rows: { state: string; area: string }[] }>('/api/public/commitments');
    expect(all.rows).toHaveLength(231);
    const some = await json<typeof all>('/api/public/commitments?state=MX&area=protection');
    expect(some.rows).toHaveLength(17);
    const facts = await json<{ rows: { fact: string; value: number | null }[] }>('/api/public/facts');
    expect(new Set(facts.rows.map(({ fact }) => fact)).size).toBe(199);
    expect(facts.rows.filter(({ value }) => typeof value === 'number').length).toBeGreaterThan(100);
    const csv = await api.get('/api/public/facts?state=MX&format=csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="mirps-2024-annual-MX-facts.csv"');
    expect(csv.body).toMatch(/^cycle,state,area,section,commitment,fact,/);
    const { rawPayload } = await api.app.inject({ url: '/api/public/commitments?format=xlsx' });
    const { sheets } = await readXlsx(rawPayload);
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['commitments', 232],
      ['about', 4],
    ]);
  });

  it('is sent once: whoever has it gets 304, and proxies may keep it', async () => {
    for (const url of ['/api/public/region', '/api/public/facts?format=csv']) {
      const { headers } = await api.get(url);
      const tag = String(headers.etag);
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(headers.vary).toBeUndefined();
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const again = await api.get(url, { 'if-none-match': known });
        expect([again.status, again.body, again.headers.etag]).toEqual([304, '', tag]);
      }
      expect((await api.get(url, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it('is the same with a session, whoever it is', async () => {
    const cookie = 'mirps.session_token=anything';
    for (const url of ADDRESSES) {
      const [without, withOne] = [await api.get(url), await api.get(url, { cookie })];
      expect([url, withOne.status, withOne.body, withOne.headers['cache-control']]).toEqual([
        url,
        without.status,
        without.status === 404 ? expect.any(String) : without.body,
        without.status === 404 ? 'no-store' : without.headers['cache-control'],
      ]);
    }
  });

  it('answers an unpublished cycle as one that does not exist', async () => {
    for (const path of ['region', 'states/MX', 'commitments', 'facts']) {
      const told = async (cycle: string): Promise<unknown[]> => {
        const { status: code, body, headers } = await api.get(`/api/public/${path}?cycle=${cycle}`);
        return [code, body.replace(/"requestId":"[^"]*"/, ''), headers.etag];
      };
      expect(await told('2026-annual')).toEqual(await told('1999-annual'));
      expect((await told('2026-annual'))[0]).toBe(404);
    }
    expect(await status('/api/public/states/XX')).toBe(404);
  });

  it('stays as it was frozen, whatever is written afterwards, and shows nothing of a cycle that is not published', async () => {
    const tell = async (by: PublicApi): Promise<string[]> =>
      Promise.all(
        ADDRESSES.map(async (url) => {
          const { status: code, headers, body } = await by.get(url);
          return JSON.stringify([url, code, headers.etag, body.replace(/"requestId":"[^"]*"/, '')]);
        }),
      );
    const before = await tell(api);
    for (const change of AFTERWARDS) expect(await api.database.execute(change)).toBeGreaterThan(0);
    expect(await tell(api)).toEqual(before);
    const fresh = await api.again();
    expect(await tell(fresh)).toEqual(before);
    await fresh.close();
    expect(before.join()).not.toContain(SECRET_WORD);
  });

  it('is gone once its cycle is not published any more', async () => {
    await api.database.execute(`UPDATE cycles SET state = 'endorsed' WHERE key = '2024-annual'`);
    expect(await status('/api/public/states/MX?cycle=2024-annual')).toBe(404);
    const region = await json<{ edition: { cycleKey: string } }>('/api/public/region');
    expect(region.edition.cycleKey).toBe('2024-mid-year');
    await api.database.execute(`UPDATE cycles SET state = 'endorsed'`);
    expect(await status('/api/public/region')).toBe(404);
    expect(await json('/api/public/editions')).toMatchObject({ editions: [] });
  });
});

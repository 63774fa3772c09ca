import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../harness/index.js';

describe('charts for other sites', () => {
  let stack: Stack;
  let series: string;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    const [row] = await stack.sql<{ id: string }>(
      `SELECT series_id AS id FROM observations WHERE role = 'actual' AND part = 'year' AND dimension = '' AND value > 0
        GROUP BY series_id ORDER BY count(*) DESC, series_id LIMIT 1`,
    );
    series = row?.id ?? '';
  });
  afterAll(() => stack.stop());

  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${stack.url}/embed/${path}`, { headers });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  it('tell title, numbers, source, link and date in both languages', async () => {
    const es = await open('es/stages-by-state?cycle=2024-annual');
    expect(es.body).toContain('<h1>Compromisos por etapa y Estado</h1>');
    expect(es.body).toContain('<th scope="row">México</th>');
    expect(es.body).toContain(`href="${stack.url}/es/region?cycle=2024-annual"`);
    expect(es.body).toMatch(/MIRPS, Ciclo anual 2024, publicado el \d+ de \w+ de 20\d\d/);
    const en = await open('en/stages-by-area?state=GT');
    expect(en.body).toContain('<h1>Guatemala: commitments by stage and area</h1>');
    const pledges = await open('en/pledges');
    expect(pledges.body).toContain('All pledges');
    expect(pledges.body).toMatch(/>MIRPS, numbers as of \d+ \w+ 20\d\d</);
    expect((await open(`es/indicator?series=${series}`)).body).toMatch(
      /href="[^"]*\/es\/indicators\/[0-9a-f-]{36}"/,
    );
  });

  it('show what a series was to reach as a line, named in the legend, and say since when the numbers stand', async () => {
    const values = (role: string) =>
      `(SELECT value FROM observations WHERE series_id = '${series}' AND role = '${role}' LIMIT 1)`;
    const [{ year, source } = { year: 0, source: '' }] = await stack.sql<{ year: number; source: string }>(
      `SELECT year, source FROM observations WHERE series_id = $1 AND role = 'actual' AND dimension = '' AND part = 'year' LIMIT 1`,
      [series],
    );
    await stack.sql(`DELETE FROM observations WHERE series_id = $1 AND role = 'target'`, [series]);
    expect((await open(`en/indicator?series=${series}`)).body).not.toContain('Target');
    await stack.sql(
      `INSERT INTO observations (id, series_id, year, part, role, dimension, category, source, value_state, value, updated_at)
       SELECT gen_random_uuid(), $1, $2, 'year', 'target', '', '', $3, 'reported', 2 * ${values('actual')}, '2031-05-06T12:00:00Z'`,
      [series, year, source],
    );
    const { body, headers } = await open(`en/indicator?series=${series}`);
    expect(body).toContain('<li><i class="target"></i>Target</li>');
    expect(body).toMatch(/<s class="m[\d_]+"><\/s>/);
    expect(body).toMatch(/\.m[\d_]+\{left:100%\}/);
    expect(body).toContain('<th scope="col">Target</th>');
    expect(body).toContain('>MIRPS, numbers as of 6 May 2031; ');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
    expect(headers.get('content-security-policy')).toContain(hash(style));
    expect((await open(`es/indicator?series=${series}`)).body).toMatch(
      /Meta<\/li>[\s\S]*cifras al 6 de mayo de 2031; /,
    );
  });

  it('may be framed by anybody, run one known script, load nothing and set no cookie', async () => {
    for (const path of ['en/stages-by-state', 'es/pledges', `en/indicator?series=${series}`]) {
      const { headers, body } = await open(path);
      const policy = (headers.get('content-security-policy') ?? '').split('; ');
      expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", 'frame-ancestors *']));
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
      const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(body) ?? [];
      expect(policy).toEqual(
        expect.arrayContaining([`style-src ${hash(style)}`, `script-src ${hash(script)}`]),
      );
      expect(headers.get('x-frame-options')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
      expect(body).not.toMatch(/ style=|src=/);
      expect(body.length).toBeLessThan(20_000);
    }
    const region = await fetch(`${stack.url}/es/region`);
    expect(region.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  it('are also a map: coloured by what was asked for, each State a link, the same as a table', async () => {
    const { status, headers, body } = await open('es/map?cycle=2024-annual&show=coverage');
    expect([status, headers.get('x-frame-options')]).toEqual([200, null]);
    expect(body).toContain('<h1>Compromisos informados por Estado</h1>');
    expect(body).toContain(
      `<a href="${stack.url}/es/states/MX?cycle=2024-annual" target="_blank" rel="noopener" aria-label="México: 18 de 33">`,
    );
    expect(body).toContain('<tr><th scope="row">México</th><td>18 de 33</td></tr>');
    expect(body).toContain(`href="${stack.url}/es/region?show=coverage&amp;cycle=2024-annual"`);
    expect(body).toMatch(/MIRPS, Ciclo anual 2024, publicado el \d+ de \w+ de 20\d\d/);
    expect([...body.matchAll(/<a href="[^"]*\/states\/[A-Z]{2}/g)]).toHaveLength(7);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(body) ?? [];
    expect(headers.get('content-security-policy')).toContain(`style-src ${hash(style)}`);
    expect(body).not.toMatch(/ style=|src=/);
    // One that nobody knows is the mean, which says what it rests on.
    const mean = await open('en/map?show=nothing');
    expect(mean.body).toContain('<h1>Mean progress by State</h1>');
    expect(mean.body).toMatch(/7 of 7 States with a value\. \d+ assessments are illustrative/);
  });

  it('are kept by proxies and asked for by their tag', async () => {
    const { headers } = await open('en/pledges');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect((await open('en/pledges', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it.each([
    ...[
      'en/nothing',
      'fr/pledges',
      'es/stages-by-state?cycle=2026-annual',
      'es/stages-by-area?cycle=1999-annual',
      'es/map?cycle=2026-annual',
    ],
    ...['en/stages-by-area?state=XX', 'en/indicator', 'en/indicator?series=1', 'es/pledges?forum=nowhere'],
    'en/indicator?series=0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  ])('are not there where there is nothing public: %s', async (path) => {
    const { status, body } = await open(path);
    expect(status).toBe(404);
    expect(body).not.toContain('<figure');
  });

  it('change with nothing that is not published', async () => {
    const paths = [
      'es/stages-by-state',
      'en/stages-by-area?state=MX',
      'es/stages-by-area?cycle=2024-mid-year',
      'es/map',
    ];
    const tags = () => Promise.all(paths.map(async (path) => (await open(path)).headers.get('etag')));
    const before = await tags();
    await stack.sql(`UPDATE updates SET stage = 'fulfilled'`);
    await stack.sql(`UPDATE rollups SET reported = 0, stages = '{}'`);
    expect(await tags()).toEqual(before);
    expect(new Set(before).size).toBe(4);
  });
});

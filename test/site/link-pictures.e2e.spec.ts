import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../harness/index.js';

describe('the pictures that links to public pages show', () => {
  let stack: Stack;
  let indicator: string;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    const [row] = await stack.sql<{ id: string }>(
      `SELECT s.indicator_id AS id FROM observations o JOIN indicator_series s ON s.id = o.series_id
        WHERE o.role = 'actual' AND o.part = 'year' AND o.dimension = '' AND o.value > 0 ORDER BY s.indicator_id LIMIT 1`,
    );
    indicator = row?.id ?? '';
  }, 60_000);
  afterAll(() => stack.stop());

  const fetched = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${stack.url}${path}`, { headers, redirect: 'manual' });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  /** What the page says of its picture. */
  const told = async (path: string) => {
    const html = (await fetched(path)).body.toString();
    const of = (name: string): string =>
      (new RegExp(`(?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll(
        '&amp;',
        '&',
      );
    return { path: of('og:image').replace(stack.url, ''), alt: of('og:image:alt'), of };
  };

  it('are drawn from what each page shows, in its language', async () => {
    const seen = new Map<string, string>();
    const pages = [
      ...[
        '/es/region',
        '/en/region',
        '/es/region?cycle=2024-mid-year',
        '/es/states/MX',
        '/es/states/MX?area=health',
      ],
      ...['/es/pledges', '/en/pledges', `/es/indicators/${indicator}`, `/en/indicators/${indicator}`],
    ];
    for (const page of pages) {
      const { path, alt, of } = await told(page);
      expect([of('og:image:width'), of('og:image:height'), of('twitter:card')]).toEqual([
        '1200',
        '630',
        'summary_large_image',
      ]);
      const { status, headers, body } = await fetched(path);
      expect([page, status, headers.get('content-type')]).toEqual([page, 200, 'image/png']);
      expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
      seen.set(body.toString('base64'), page);
      expect(alt.length).toBeGreaterThan(20);
    }
    expect([...seen.values()]).toEqual(pages);
    expect((await told('/es/states/MX?area=health')).alt).toMatch(
      /^México · Salud, Ciclo anual 2024 · .*\d+ de \d+ compromisos informados.*publicado el \d+ de \w+ de 20\d\d$/,
    );
    expect((await told('/en/data')).path).toBe('/card.en.png');
    expect((await fetched('/card.en.png')).headers.get('content-type')).toBe('image/png');
  });

  it('are kept by proxies, asked for by their tag, may be shown elsewhere and set no cookie', async () => {
    const { path } = await told('/en/states/GT');
    const { headers } = await fetched(path);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('set-cookie')).toBeNull();
    expect((await fetched(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('are those of a published report: of the snapshot that it was made from, at its own address', async () => {
    const edition = '/en/reports/2024-annual/1';
    expect((await fetched('/picture/en/reports/2024-annual/1.png')).status).toBe(404);
    await stack.sql(
      `INSERT INTO editions (id, cycle_id, number, snapshot_id, texts, texts_sha256, state, presidency_by, presidency_at, secretariat_by, secretariat_at, created_at, published_at)
       SELECT gen_random_uuid(), c.id, 1, s.id, '[]', repeat('0', 64), 'published', p.id, now(), t.id, now(), now(), '2024-12-02T12:00:00Z'
         FROM cycles c JOIN snapshots s ON s.cycle_id = c.id, (SELECT id FROM auth_users ORDER BY id LIMIT 1) p, (SELECT id FROM auth_users ORDER BY id DESC LIMIT 1) t
        WHERE c.key = '2024-annual' LIMIT 1`,
    );
    const { path, alt } = await told(edition);
    expect(alt).toMatch(
      /^Annual Report 2024, edition 1, .*82 of 231 commitments reported.*published on 2 December 2024$/,
    );
    expect((await fetched(path)).status).toBe(200);
  });

  it('change with nothing that is not published, and with their address when something is', async () => {
    const before = [await told('/es/region'), await told('/es/states/MX')].map(({ path }) => path);
    await stack.sql(`UPDATE updates SET stage = 'fulfilled'`);
    await stack.sql(`UPDATE rollups SET reported = 0, stages = '{}'`);
    expect([await told('/es/region'), await told('/es/states/MX')].map(({ path }) => path)).toEqual(before);
    const pledges = await told('/es/pledges');
    await stack.sql(`DELETE FROM pledges WHERE id = (SELECT id FROM pledges ORDER BY id LIMIT 1)`);
    expect((await told('/es/pledges')).path).not.toBe(pledges.path);
  });

  it.each([
    ...['es/region.png?cycle=2026-annual', 'fr/region.png', 'es/region.svg', 'es/region', 'en/states/XX.png'],
    ...[
      'en/my-updates.png',
      'es/commitments/MX-04.png',
      'en/indicators/0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11.png',
    ],
    ...[
      'es/pledges.png?forum=nowhere',
      'en/reports/2026-annual/1.png',
      'es/data.png',
      'es/..%2f..%2fetc.png',
    ],
  ])('are not there where nothing is public: %s', async (path) => {
    const { status, headers } = await fetched(`/picture/${path}`);
    expect(status).toBe(404);
    expect(headers.get('content-type')).not.toBe('image/png');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../harness/index.js';

describe('the pictures that links to public pages show', () => {
  let stack: Stack;
  let indicator: string;
  let pledge: string;
  let story: string;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    const [row] = await stack.sql<{ id: string }>(
      `SELECT s.indicator_id AS id FROM observations o JOIN indicator_series s ON s.id = o.series_id
        WHERE o.role = 'actual' AND o.part = 'year' AND o.dimension = '' AND o.value > 0 ORDER BY s.indicator_id LIMIT 1`,
    );
    indicator = row?.id ?? '';
    const [things] = await stack.sql<{ pledge: string; story: string }>(
      `SELECT (SELECT id FROM pledges ORDER BY key LIMIT 1) AS pledge,
              (SELECT id FROM stories WHERE status = 'published' ORDER BY id LIMIT 1) AS story`,
    );
    pledge = things?.pledge ?? '';
    story = things?.story ?? '';
    await stack.sql(
      `INSERT INTO pledge_commitments (pledge_id, commitment_id) SELECT $1, id FROM commitments WHERE code IN ('MX-03', 'MX-04', 'GT-01')`,
      [pledge],
    );
  });
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
      ...[`/es/pledges/${pledge}`, `/en/pledges/${pledge}`, `/es/stories/${story}`, `/en/stories/${story}`],
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

  it('are those of single pledges and stories, which say how they stand and begin', async () => {
    const { alt, of } = await told(`/en/pledges/${pledge}`);
    expect(alt).toMatch(/Global Refugee Forum 2023 · .*\d of 3 commitments reported\. .*numbers as of/);
    expect(of('description')).toMatch(/^Pledge · Global Refugee Forum/);
    await stack.sql(
      `UPDATE pledges SET description_en = 'A **strong** promise', description_es = 'x' WHERE id = $1`,
      [pledge],
    );
    expect((await told(`/en/pledges/${pledge}`)).of('og:description')).toBe('A strong promise');

    const [row] = await stack.sql<{ title: string; text: string }>(
      `SELECT title_es AS title, text_es AS text FROM stories WHERE id = $1`,
      [story],
    );
    const page = await told(`/es/stories/${story}`);
    expect(page.alt.startsWith(`${row?.title}, `)).toBe(true);
    expect(page.alt).toMatch(/publicado el \d+ de \w+ de 20\d\d$/);
    expect(page.of('description').slice(0, 60)).toBe(row?.text.slice(0, 60));
    const { path } = page;
    await stack.sql(`UPDATE stories SET status = 'draft' WHERE id = $1`, [story]);
    expect((await fetched(path)).status).toBe(404);
    expect((await told(`/es/stories/${story}`)).of('description')).not.toContain(row?.text.slice(0, 20));
  });

  it('are those of short papers: of their State or area, and of what the others tell', async () => {
    const papers = [
      ...[
        ['state', 'MX', 'state-mx'],
        ['area', 'health', 'area-health'],
      ],
      ...[
        ['team', 'RTT-RA', 'team-rtt-ra'],
        ['pledges', '', 'pledges'],
      ],
    ];
    const alts: string[] = [];
    for (const [kind, subject, which] of papers) {
      await stack.sql(
        `INSERT INTO reports (id, run, snapshot_id, cycle_id, kind, subject, lang, format, template, state, storage_key, sha256, bytes, read_at)
         SELECT gen_random_uuid(), gen_random_uuid(), s.id, c.id, $1, $2, 'es', 'html', 1, 'done', 'k', repeat('0', 64), 1, now()
           FROM cycles c JOIN snapshots s ON s.cycle_id = c.id WHERE c.key = '2024-annual' LIMIT 1`,
        [kind, subject],
      );
      const { path, alt } = await told(`/es/reports/2024-annual/${which}`);
      expect([which, (await fetched(path)).status, path.includes(`/${which}.png?`)]).toEqual([
        which,
        200,
        true,
      ]);
      alts.push(alt);
    }
    const counted = /Ciclo anual 2024 .*\d+ de \d+ compromisos informados/;
    expect(alts.map((alt) => [alt.split(',')[0], counted.test(alt)])).toEqual([
      ['Ficha de Estado: México', true],
      ['Salud en la región', true],
      ['Ficha del equipo: Recepción', false],
      ['Promesas regionales', false],
    ]);
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

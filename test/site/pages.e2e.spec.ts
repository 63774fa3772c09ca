import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Stack, startStack } from '../harness/index.js';

const SECRET_WORD = 'zacatecoluca';
const MISSING = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

describe('the pages of the public site, as they are sent', () => {
  let stack: Stack;
  let things: Record<'pledge' | 'indicator' | 'story' | 'commitment' | 'update' | 'openUpdate', string>;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    await stack.sql(
      `INSERT INTO stories (id, state_code, year, title_en, title_es, text_en, text_es, name_changed, status, updated_at, consent_on, consent_ref, published_at)
       VALUES (gen_random_uuid(), 'MX', 2024, 'A studio of her own', 'Un estudio propio', 't', 't', true, 'published', now(), '2024-05-01', 'Folder 1', now())`,
    );
    const [row] = await stack.sql<typeof things>(`
      SELECT (SELECT id FROM pledges ORDER BY key LIMIT 1) AS pledge, (SELECT id FROM indicators ORDER BY code LIMIT 1) AS indicator,
             (SELECT id FROM stories WHERE status = 'published' ORDER BY id LIMIT 1) AS story,
             (SELECT id FROM commitments WHERE code = 'MX-04') AS commitment,
             (SELECT u.id FROM updates u JOIN commitments c ON c.id = u.commitment_id JOIN cycles y ON y.id = u.cycle_id
               WHERE c.code = 'MX-04' AND y.key = '2024-annual') AS update,
             (SELECT u.id FROM updates u JOIN cycles y ON y.id = u.cycle_id WHERE y.state = 'open' LIMIT 1) AS "openUpdate"`);
    things = row as typeof things;
    await stack.sql(
      `INSERT INTO stories (id, state_code, year, title_en, title_es, text_en, text_es, name_changed, status, updated_at)
       VALUES ($1, 'MX', 2024, $2, $2, 't', 't', true, 'draft', now())`,
      ['0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12', SECRET_WORD],
    );
  });
  afterAll(() => stack.stop());

  const open = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${stack.url}${path}`, { redirect: 'manual', headers });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const head = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';

  it('tell what they are in their language, so that links to them preview', async () => {
    const { status, body } = await open('/es/states/MX?cycle=2024-annual&area=health');
    expect(status).toBe(200);
    expect(body).toContain('<html lang="es">');
    expect(head(body, /<title>(.*)<\/title>/)).toBe('México · MIRPS');
    expect(head(body, /name="description" content="([^"]*)"/)).toMatch(
      /^Ciclo anual 2024: \d+ de 33 compromisos informados/,
    );
    const canonical = `${stack.url}/es/states/MX?cycle=2024-annual`;
    expect(head(body, /rel="canonical" href="([^"]*)"/)).toBe(canonical);
    expect(head(body, /property="og:url" content="([^"]*)"/)).toBe(canonical);
    expect(head(body, /hreflang="en" href="([^"]*)"/)).toBe(canonical.replace('/es/', '/en/'));
    expect(head(body, /hreflang="es" href="([^"]*)"/)).toBe(canonical);
    expect(head(body, /property="og:title" content="([^"]*)"/)).toBe('México');
    expect(head(body, /name="twitter:card" content="([^"]*)"/)).toBe('summary_large_image');
    expect((await open('/en/states/MX')).body).toContain('<title>Mexico · MIRPS</title>');
  });

  it('say of an indicator what it measures, where and when', async () => {
    const [named] = await stack.sql<{ en: string; es: string }>(
      'SELECT name_en AS en, name_es AS es FROM indicators WHERE id = $1',
      [things.indicator],
    );
    const told = async (lang: string): Promise<string> =>
      head(
        (await open(`/${lang}/indicators/${things.indicator}`)).body,
        /name="description" content="([^"]*)"/,
      );
    expect(await told('en')).toBe(`${named?.en} (percent) · Mexico · 2024`);
    expect(await told('es')).toBe(`${named?.es} (por ciento) · México · 2024`);
  });

  it('escape what people called their things', async () => {
    await stack.sql('UPDATE pledges SET title_en = $2 WHERE id = $1', [
      things.pledge,
      '"><script>x</script>$&',
    ]);
    const { body } = await open(`/en/pledges/${things.pledge}`);
    expect(body).toContain('<title>&quot;&gt;&lt;script&gt;x&lt;/script&gt;$&amp; · MIRPS</title>');
    expect(body).not.toContain('<script>x');
  });

  it.each([
    ...['/en/nothing', '/es/region/more', '/es/states/XX', '/es/states/mx', '/en/region?cycle=2026-annual'],
    ...[
      '/en/states/MX?cycle=2026-annual',
      '/es/region?cycle=1999-annual',
      '/en/my-updates',
      '/es/pledges/new',
    ],
    ...[`/en/pledges/${MISSING}`, `/en/indicators/${MISSING}`, `/en/commitments/${MISSING}`],
    ...[
      `/en/stories/${MISSING}`,
      '/en/stories/0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
      `/en/reports/${MISSING}`,
      '/en/reports/2024-annual/1',
      '/en/reports/2024-annual/state-mx',
      '/en/reports/2024-annual/annual',
      '/es/reports/2024-annual/state-mx/more',
    ],
  ])('answer 404 for what is not public: %s', async (path) => {
    const { status, body } = await open(path);
    expect(status).toBe(404);
    expect(body).toContain('<meta name="robots" content="noindex" />');
    expect(body).not.toContain('rel="canonical"');
    expect(body).not.toContain(SECRET_WORD);
  });

  it('are kept by proxies for a minute and asked for by their tag then, the same for everybody', async () => {
    for (const path of [
      '/es/region',
      '/en/data',
      `/en/stories/${things.story}`,
      '/sitemap.xml',
      '/robots.txt',
    ]) {
      const first = await open(path);
      const tag = first.headers.get('etag') ?? '';
      expect([path, first.status, first.headers.get('cache-control')]).toEqual([
        path,
        200,
        'public, max-age=60',
      ]);
      expect(first.headers.get('vary')).toBeNull();
      expect(first.headers.get('set-cookie')).toBeNull();
      const again = await open(path, { 'if-none-match': `W/${tag}` });
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
      const signedIn = await open(path, { cookie: 'mirps.session_token=x', 'accept-language': 'en' });
      expect([signedIn.body, signedIn.headers.get('etag')]).toEqual([first.body, tag]);
    }
  });

  it('allow nothing inline and bear no nonce', async () => {
    const { headers, body } = await open('/es/region');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'self'",
      ]),
    );
    expect(policy).not.toMatch(/nonce|unsafe|\*/);
    expect(body).not.toMatch(/nonce|<style|<script>|style="/);
  });

  it('are where strangers are led who follow a link of the application, if there is something to read', async () => {
    const led = async (path: string, headers: Record<string, string>) =>
      (await open(path, headers)).headers.get('location');
    const english = { 'accept-language': 'en-GB,en' };
    expect(await led('/region?show=coverage', english)).toBe('/en/region?show=coverage');
    expect(await led('/states/MX?area=health', {})).toBe('/es/states/MX?area=health');
    expect(await led(`/stories/${things.story}`, english)).toBe(`/en/stories/${things.story}`);
    expect(await led(`/en/commitments/${things.commitment}`, {})).toBe('/en/states/MX#MX-04');
    expect(await led(`/updates/${things.update}`, english)).toBe('/en/states/MX?cycle=2024-annual#MX-04');
    expect(await led(`/es/updates/${things.update}`, english)).toBe('/es/states/MX?cycle=2024-annual#MX-04');
    expect(await led('/es', english)).toBe('/es/region');
    // Not public, or somebody is signed in: the application asks who it is.
    for (const path of [
      '/',
      '/my-updates',
      '/region?cycle=2026-annual',
      '/states',
      '/pledges/new',
      `/updates/${things.openUpdate}`,
    ])
      expect([path, await led(path, english)]).toEqual([path, null]);
    for (const path of ['/region', `/updates/${things.update}`])
      expect(await led(path, { cookie: 'mirps.session_token=x' })).toBeNull();
  });

  it('are those of short papers, too: the newest to read, of published cycles, at an address that can be said', async () => {
    const paper = '/reports/2024-annual/state-mx';
    const made = (cycle: string, format: string, readAt: string | null, lang: string) =>
      stack.sql(
        `INSERT INTO reports (id, run, snapshot_id, cycle_id, kind, subject, lang, format, template, state, storage_key, sha256, bytes, read_at)
         SELECT gen_random_uuid(), gen_random_uuid(), s.id, c.id, 'state', 'MX', $2, $3, 1, 'done', 'k', repeat('0', 64), 1, $4::timestamptz
           FROM cycles c, snapshots s JOIN cycles of ON of.id = s.cycle_id WHERE c.key = $1 AND of.key = '2024-annual' LIMIT 1`,
        [cycle, lang, format, readAt],
      );
    const at = '2024-12-02T12:00:00Z';
    await made('2024-annual', 'pdf', at, 'es');
    await made('2024-annual', 'html', null, 'es');
    await made('2026-annual', 'html', at, 'en');
    for (const path of [`/es${paper}`, '/en/reports/2026-annual/state-mx'])
      expect([path, (await open(path)).status]).toEqual([path, 404]);
    expect((await open('/sitemap.xml')).body).not.toContain('state-mx');

    await stack.sql(
      `UPDATE reports SET read_at = $1 WHERE subject = 'MX' AND lang = 'es' AND format = 'html'`,
      [at],
    );
    for (const [lang, title] of [
      ['es', 'Ficha de Estado: México · Ciclo anual 2024'],
      ['en', 'State fact sheet: Mexico · Annual cycle 2024'],
    ] as const) {
      const { status, body, headers } = await open(`/${lang}${paper}`);
      expect([status, head(body, /<title>(.*)<\/title>/)]).toEqual([200, `${title} · MIRPS`]);
      expect(head(body, /rel="canonical" href="([^"]*)"/)).toBe(`${stack.url}/${lang}${paper}`);
      expect(head(body, /hreflang="en" href="([^"]*)"/)).toBe(`${stack.url}/en${paper}`);
      expect(head(body, /property="og:image" content="([^"]*)"/)).toContain(`/picture/${lang}${paper}.png?`);
      expect(head(body, /property="og:image:alt" content="([^"]*)"/)).toMatch(
        /^(Ficha de Estado: México|State fact sheet: Mexico)/,
      );
      const again = await open(`/${lang}${paper}`, { 'if-none-match': headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
    const map = (await open('/sitemap.xml')).body;
    expect(map.split(`<loc>${stack.url}/es${paper}</loc>`)).toHaveLength(2);
    expect(map).not.toContain('2026-annual/state-mx');
    expect((await open(paper, { 'accept-language': 'en' })).headers.get('location')).toBe(`/en${paper}`);

    // The addresses of single files go on opening, and name the one that stays.
    for (const format of ['html', 'pdf']) {
      const [file] = await stack.sql<{ id: string }>(
        `SELECT id FROM reports WHERE subject = 'MX' AND lang = 'es' AND format = $1`,
        [format],
      );
      const { status, body } = await open(`/es/reports/${file?.id}`);
      expect([status, head(body, /rel="canonical" href="([^"]*)"/)]).toEqual([
        200,
        `${stack.url}/es${paper}`,
      ]);
    }
  });

  it('are found by search engines, in both languages, and drafts are not', async () => {
    const robots = await open('/robots.txt');
    expect(robots.body).toContain(`Sitemap: ${stack.url}/sitemap.xml`);
    const { body, headers } = await open('/sitemap.xml');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const places = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place = '']) =>
      place.replace(stack.url, ''),
    );
    expect(places).toEqual(
      expect.arrayContaining([
        '/es/region',
        '/en/states/MX',
        `/en/pledges/${things.pledge}`,
        `/es/stories/${things.story}`,
      ]),
    );
    expect(places.some((place) => place.includes('0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12'))).toBe(false);
    const answers = await Promise.all(places.map(async (place) => [place, (await open(place)).status]));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    expect((await open('/')).body).toContain('<meta name="robots" content="noindex" />');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { ProgressAccess } from '#features/progress';
import { TeamAccess } from '#features/teams';
import type { Actor } from '#platform/http';
import { content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { workOf } from '../../../test/harness/work.js';
import type { SearchHitDto, SearchQuery, SearchResultDto } from './search.dto.js';
import { SearchService } from './search.service.js';
import { SearchWords } from './search-words.service.js';

describe('Search', () => {
  let region: Region;
  let search: SearchService;

  beforeAll(async () => {
    region = await regionWithPlan();
    const { database } = region.db;
    const access = new AccessService();
    const progress = new ProgressAccess(access, region.rooms.clock);
    search = new SearchService(database, access, progress, new TeamAccess(access));
    await database.execute(
      `INSERT INTO acronyms (place, acronym, term_en, term_es, kind, source) VALUES
         ('MX', 'COMAR', 'Mexican Commission for Refugee Aid', 'Comisión Mexicana de Ayuda a Refugiados', 'government', 'test')`,
    );
    await database.execute(
      `INSERT INTO alliance_events (id, kind, year, held_precision, name_en, name_es, sources) SELECT gen_random_uuid(), kind, 2024, 'year', en, es, '{test}'
         FROM (VALUES ('oas', 'Protection of <b>children</b>', 'Protección de <b>niñez</b>'), ('oas', 'A meal', 'La comida'),
                      ('oas', 'The Mexican Commission for Refugee Aid met', 'La COMAR sesionó'),
                      ('learning', 'Populations on the move', 'Poblaciones en movimiento'), ('learning', 'People', 'Hombres/mujeres')) e(kind, en, es)`,
    );
  });
  afterAll(() => region.db.close());

  const find = (
    q: string,
    more: Partial<SearchQuery> = {},
    actor: Actor = PUBLIC,
  ): Promise<SearchResultDto> => search.find(actor, { q, limit: 50, ...more });
  const titles = async (q: string, more: Partial<SearchQuery> = {}): Promise<(string | null)[]> =>
    (await find(q, more)).items.map(({ titleEs }) => titleEs);
  const ids = ({ items }: SearchResultDto): string[] => items.map(({ id }: SearchHitDto) => id);

  it.each([
    ['without accents', 'proteccion', 'Protección de <b>niñez</b>'],
    ['in the other language', 'children', 'Protección de <b>niñez</b>'],
    ['while it is being typed', 'poblacio', 'Poblaciones en movimiento'],
    ['in its plural', 'población', 'Poblaciones en movimiento'],
    ['behind a stroke', 'mujeres', 'Hombres/mujeres'],
    ['of two words, in any order', 'niñez protec', 'Protección de <b>niñez</b>'],
    ['whatever small words stand between', 'las poblaciones y el movimiento', 'Poblaciones en movimiento'],
  ])('finds a word %s', async (_how, q, title) => {
    expect(await titles(q, { kind: 'alliance' })).toEqual([title]);
  });

  it('knows an acronym by its name and a name by its acronym, and takes neither for another word', async () => {
    const [byAcronym, byName] = await Promise.all(
      ['comar', 'Comisión Mexicana de Ayuda a Refugiados'].map((q) => titles(q)),
    );
    expect(byAcronym).toContain('La COMAR sesionó');
    expect(byAcronym).not.toContain('La comida');
    expect(byName).toContain('La COMAR sesionó');
  });

  it('shows the thing with that code before all others', async () => {
    await region.db.database.execute(
      `INSERT INTO alliance_events (id, kind, year, held_precision, name_en, name_es, sources)
       VALUES (gen_random_uuid(), 'oas', 2024, 'year', 'MX-03 and MX-03 again', 'MX-03', '{test}')`,
    );
    for (const q of ['MX-03', 'mx 03', 'mx03'])
      expect((await find(q)).items[0]).toMatchObject({ kind: 'commitment', code: 'MX-03' });
    expect((await find('MX-0')).counts).toContainEqual({ kind: 'commitment', count: 4 });
  });

  it('asks PostgreSQL one thing, which reads words, codes and names from their indexes', async () => {
    const { work } = await workOf(() => find('protección niñez'));
    expect(work.statements).toHaveLength(1);
    const { database } = region.db;
    const plan = await database.transaction(async () => {
      await database.execute('SET LOCAL enable_seqscan = off');
      return database.query(`EXPLAIN (GENERIC_PLAN) ${work.statements[0]}`);
    });
    const read = JSON.stringify(plan);
    for (const index of [
      'search_texts_document',
      ...['acronyms', 'institutions'].flatMap((table) =>
        ['code', 'en', 'es'].map((what) => `${table}_search_${what}`),
      ),
    ])
      expect(read).toContain(`Bitmap Index Scan on ${index}`);
  });

  it('shows a draft to its author alone, then home, the region and everybody, as it goes', async () => {
    const { cast, rooms } = region;
    const seen = async (): Promise<string[]> => {
      const all = { ...cast, everybody: PUBLIC };
      const found = await Promise.all(
        Object.entries(all).map(
          async ([who, actor]) => [who, (await find('quetzalcóatl', {}, actor)).total] as const,
        ),
      );
      return found.filter(([, total]) => total > 0).map(([who]) => who);
    };
    const { id, version } = await rooms.progress.createDraft(
      cast.focal,
      content(region.commitment(1), { narrativeEs: 'Quetzalcoatl abrió **la oficina**.' }),
    );
    expect(await seen()).toEqual(['focal', 'coordinator', 'administrator']);
    expect((await find('quetzalcóatl', {}, cast.focal)).items).toMatchObject([
      {
        kind: 'update',
        id,
        code: 'MX-01',
        cycleKey: '2024-annual',
        year: 2024,
        excerptEs: [
          { text: 'Quetzalcoatl', hit: true },
          { text: ' abrió la oficina.', hit: false },
        ],
      },
    ]);
    expect(version).toBeGreaterThan(0);
    await rooms.progress.submit(cast.focal, id);
    expect(await seen()).toEqual([
      'focal',
      'otherFocal',
      'coordinator',
      'presidency',
      'secretariat',
      'administrator',
    ]);
    await rooms.progress.approve(cast.coordinator, id);
    await region.db.database.execute(`UPDATE updates SET review_state = 'published' WHERE id = $1`, [id]);
    expect(await seen()).toHaveLength(8);
  });

  it('follows what is written, within the same transaction, and forgets what is gone', async () => {
    const { database } = region.db;
    const count = (): Promise<number> => find('xochimilco').then(({ total }) => total);
    await database.transaction(async () => {
      await database.execute(
        `UPDATE alliance_events SET detail_es = 'En Xochimilco' WHERE name_es = 'La comida'`,
      );
      expect(await count()).toBe(1);
    });
    await database.execute(`UPDATE alliance_events SET detail_es = NULL WHERE name_es = 'La comida'`);
    expect(await count()).toBe(0);
    await database.execute(`DELETE FROM alliance_events WHERE name_es = 'La comida'`);
    expect(
      await database.query(
        `SELECT FROM search_texts s WHERE source = 'alliance_events' AND NOT EXISTS (SELECT FROM alliance_events e WHERE e.id = s.row_id)`,
      ),
    ).toEqual([]);
  });

  it('finds what was just written, before its words are made as after, and never what it said before', async () => {
    const { cast, rooms, db } = region;
    const words = new SearchWords(db.database);
    await words.settle();
    const body = content(region.commitment(2), { narrativeEs: 'Sobre Tlaxcala.' });
    const { id, version } = await rooms.progress.createDraft(cast.focal, body);
    const seen = async (): Promise<number[]> =>
      Promise.all(['tlaxcala', 'mazatlan'].map(async (q) => (await find(q, {}, cast.focal)).total));
    expect(await seen()).toEqual([1, 0]);
    expect(await words.settle()).toBe(1);
    expect(await seen()).toEqual([1, 0]);
    const { commitmentId: _commitment, cycleKey: _cycle, ...rest } = body;
    await rooms.progress.save(cast.focal, id, version, { ...rest, narrativeEs: 'Sobre Mazatlán.' });
    expect(await seen()).toEqual([0, 1]);
    expect(await words.settle()).toBe(1);
    expect(await seen()).toEqual([0, 1]);
  });

  it('makes no words of a row that somebody is changing, nor loses what they write', async () => {
    const { cast, db } = region;
    const words = new SearchWords(db.database);
    await words.settle();
    const write = (text: string): Promise<number> =>
      db.database.execute(`UPDATE updates SET narrative_es = $1 WHERE narrative_es LIKE 'Sobre%'`, [text]);
    await write('Sobre Jalapa');
    let open: () => void = () => undefined;
    let written: () => void = () => undefined;
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const writing = db.database.transaction(async () => {
      await write('Sobre Colima');
      written();
      await new Promise<void>((resolve) => (open = resolve));
    });
    await isWritten;
    expect(await words.settle()).toBe(0);
    open();
    await writing;
    expect(await words.settle()).toBe(1);
    expect((await find('colima', {}, cast.focal)).total).toBe(1);
    expect((await find('jalapa', {}, cast.focal)).total).toBe(0);
  });

  it('finds the commitments that an institution leads by its acronym or name, behind those that say it', async () => {
    const { database } = region.db;
    // The plan is in force.
    for (const table of ['commitment_versions', 'commitment_institutions'])
      await database.execute(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_keep_adopted`);
    await database.execute(`UPDATE commitment_versions SET summary_es = 'Con el Inmujeres' WHERE number = 3`);
    await database.execute(
      `INSERT INTO institutions (id, state_code, key, acronym, name_en, name_es) VALUES
         (gen_random_uuid(), 'MX', 'MX:INMUJERES', 'INMUJERES', 'National Institute for Women', 'Instituto Nacional de las Mujeres')`,
    );
    await database.execute(
      `INSERT INTO commitment_institutions (commitment_version_id, institution_id, role, position)
       SELECT v.id, i.id, CASE v.number WHEN 4 THEN 'partner' ELSE 'lead' END, 9 FROM commitment_versions v, institutions i
        WHERE i.key = 'MX:INMUJERES' AND v.number IN (2, 3, 4)`,
    );
    for (const q of ['inmujeres', 'Instituto Nacional de las Mujeres']) {
      const { items } = await find(q, { kind: 'commitment' });
      expect(items.map(({ code }) => code)).toEqual(['MX-03', 'MX-02']);
      expect(items[1]?.excerptEs.filter(({ hit }) => hit)).not.toEqual([]);
    }
  });

  it('narrows to a State and a year, and counts the same', async () => {
    const all = await find('compromiso');
    expect(all.counts).toEqual([{ kind: 'commitment', count: 4 }]);
    expect((await find('compromiso', { state: 'GT' })).total).toBe(0);
    expect((await find('protección', { year: 2024 })).total).toBe(1);
    expect((await find('protección', { year: 2023 })).total).toBe(0);
  });

  it('gives one kind page by page, each thing once', async () => {
    const whole = ids(await find('compromiso', { kind: 'commitment' }));
    const first = await find('compromiso', { kind: 'commitment', limit: 3 });
    const rest = await find('compromiso', { kind: 'commitment', limit: 3, cursor: first.nextCursor ?? '' });
    expect([...ids(first), ...ids(rest)]).toEqual(whole);
    expect(rest.nextCursor).toBeNull();
    await expect(find('compromiso', { cursor: 'bm8' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it.each(["'", ':* & | !', '\\', '<->', '()', '%_', 'a:*b', '🙂🙂', '&&&&'])(
    'takes %s for words',
    async (q) => {
      await expect(find(`${q} protección`)).resolves.toMatchObject({ items: expect.any(Array) });
      await expect(find(q)).resolves.toMatchObject({ items: expect.any(Array) });
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { ProgressAccess } from '#features/progress';
import type { Actor } from '#platform/http';
import { content, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { workOf } from '../../../test/harness/work.js';
import type { SearchHitDto, SearchQuery, SearchResultDto } from './search.dto.js';
import { SearchService } from './search.service.js';

describe('Search', () => {
  let region: Region;
  let search: SearchService;

  beforeAll(async () => {
    region = await regionWithPlan();
    const { database } = region.db;
    const access = new AccessService();
    search = new SearchService(database, access, new ProgressAccess(access, region.rooms.clock));
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

  it('asks PostgreSQL one thing', async () => {
    const { work } = await workOf(() => find('protección niñez'));
    expect(work.statements).toHaveLength(1);
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

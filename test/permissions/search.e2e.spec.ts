import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Person, type World } from './open-world.js';

/** A word that stands in every update, fact, story and team update of the world, seen or not. */
const WORD = 'tepoztlan';

interface Answer {
  items: { id: string }[];
  nextCursor: string | null;
}

describe('what search finds', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
    for (const sql of [
      `UPDATE updates SET narrative_en = concat(narrative_en, ' ${WORD}')`,
      `UPDATE facts SET text_en = concat(text_en, ' ${WORD}')`,
      `UPDATE team_updates SET summary_en = concat(summary_en, ' ${WORD}')`,
      `UPDATE stories SET text_en = concat(text_en, ' ${WORD}')`,
    ])
      await world.database.execute(sql);
  });
  afterAll(() => world.close());

  async function all(path: string, { cookie }: Person): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const url: string = `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${cursor}`}`;
      const answer = await world.app.inject({ url, headers: cookie ? { cookie } : {} });
      expect([url, answer.statusCode]).toEqual([url, 200]);
      const { items, nextCursor }: Answer = answer.json();
      ids.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    return ids.sort();
  }

  it.each([
    ['updates', 'update'],
    ['facts', 'fact'],
    ['stories', 'story'],
    ['team-updates', 'team_update'],
  ])(
    'of %s is what their list shows, for everybody, at home and abroad, in every state of a cycle',
    async (list, kind) => {
      const sizes = new Set<number>();
      for (const person of world.people) {
        const listed = await all(`/api/${list}`, person);
        expect([person.name, await all(`/api/search?q=${WORD}&kind=${kind}`, person)]).toEqual([
          person.name,
          listed,
        ]);
        const { counts } = (
          await world.app.inject({
            url: `/api/search?q=${WORD}`,
            headers: person.cookie ? { cookie: person.cookie } : {},
          })
        ).json<{ counts: { kind: string; count: number }[] }>();
        expect(counts.find((each) => each.kind === kind)?.count ?? 0).toBe(listed.length);
        sizes.add(listed.length);
      }
      expect(sizes.size).toBeGreaterThan(1);
    },
    60_000,
  );
});

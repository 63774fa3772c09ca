import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Stack, startStack } from '../harness/index.js';

interface Plan {
  id: string;
  stateCode: string;
  status: string;
  basis: string;
  noteEn: string | null;
  noteEs: string | null;
  publishedCommitments: number | null;
  publishedSource: string | null;
  publishedSourceUrl: string | null;
  commitmentCount: number;
}

interface Fact {
  code: string;
  updateId: string | null;
  figures: { valueState: string; value: number | null }[];
  textEn: string | null;
  textEs: string | null;
}

interface Update {
  code: string;
  cycleKey: string;
  illustrative: string[];
  percent: number | null;
}

const CYCLES_2024 = ['2024-mid-year', '2024-annual'];

describe('the demo of 2024', () => {
  let stack: Stack;
  let reader: Client;

  beforeAll(async () => {
    stack = await startStack({ workers: 0 });
    reader = await stack.signIn('reader@mirps.example');
  });
  afterAll(() => stack.stop());

  /** All pages of a list. */
  async function all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page: { items: T[]; nextCursor: string | null } = await reader.json('GET', `${path}${more}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  it('holds the 33 commitments of Mexico: 17, 1, 2, 5 and 8 by area', async () => {
    const [plan] = await reader.json<Plan[]>('GET', '/api/plans?state=MX');
    const { commitments } = await reader.json<{ commitments: { areaKey: string; code: string }[] }>(
      'GET',
      `/api/plans/${plan?.id}`,
    );
    expect(commitments.map(({ code }) => code)).toEqual(
      Array.from({ length: 33 }, (_, i) => `MX-${String(i + 1).padStart(2, '0')}`),
    );
    const counts = Map.groupBy(commitments, ({ areaKey }) => areaKey);
    expect([...counts].map(([area, { length }]) => `${area} ${length}`)).toEqual([
      'protection 17',
      'education 1',
      'health 2',
      'jobs_and_livelihoods 5',
      'social_protection 8',
    ]);
  });

  it('marks the plans that are not a State’s own words, and keeps the published number with its source', async () => {
    const plans = await reader.json<Plan[]>('GET', '/api/plans');
    const published = plans.map(
      ({ stateCode, publishedCommitments }) => `${stateCode} ${publishedCommitments}`,
    );
    expect(published.sort()).toEqual(['BZ 8', 'CR 23', 'GT 27', 'HN 26', 'MX 33', 'PA 20', 'SV 43']);
    for (const plan of plans) {
      expect(plan).toMatchObject({ status: 'adopted', commitmentCount: 33 });
      expect(plan.publishedSource).toBeTruthy();
      if (plan.stateCode === 'MX') expect(plan.basis).toBe('own');
      else {
        expect(plan.basis).toBe('regional_template');
        expect(plan.publishedSourceUrl).toMatch(/^https:\/\//);
        expect(plan.noteEn).toContain("not the State's own wording");
        expect(plan.noteEs).toContain('no es la redacción propia del Estado');
      }
    }
  });

  it('tells every one of the 199 facts with its 171 figures to everybody, in both languages', async () => {
    const facts = (
      await Promise.all(CYCLES_2024.map((key) => all<Fact>(`/api/facts?cycle=${key}&limit=200`)))
    ).flat();
    expect(new Set(facts.map(({ code }) => code)).size).toBe(199);
    expect(facts.flatMap(({ figures }) => figures)).toHaveLength(171);
    expect(facts.filter(({ textEn, textEs }) => !textEn || !textEs)).toEqual([]);
    expect(facts.filter(({ updateId }) => updateId === null)).toHaveLength(58);
    const rows = await stack.sql<{ facts: number; figures: number }>(
      'SELECT (SELECT count(*)::int FROM facts) AS facts, (SELECT count(*)::int FROM figures) AS figures',
    );
    expect(rows).toEqual([{ facts: 199, figures: 171 }]);
  });

  it('marks every assessment as illustrative, whatever it says', async () => {
    const updates = (
      await Promise.all(CYCLES_2024.map((key) => all<Update>(`/api/updates?cycle=${key}`)))
    ).flat();
    expect(updates).toHaveLength(123);
    const unmarked = updates.filter(({ illustrative, percent }) =>
      ['stage', 'outlook', ...(percent === null ? [] : ['percent'])].some(
        (field) => !illustrative.includes(field),
      ),
    );
    expect(unmarked).toEqual([]);
  });

  it('shows nothing of the cycle that is still open', async () => {
    const states = (await all<Update & { reviewState: string }>('/api/updates?limit=200')).map(
      ({ cycleKey, reviewState }) => `${cycleKey} ${reviewState}`,
    );
    expect([...new Set(states)].sort()).toEqual(['2024-annual published', '2024-mid-year published']);
  });

  it('has two snapshots that anybody can verify', async () => {
    const snapshots = await reader.json<{ id: string; cycleKey: string; summary: object }[]>(
      'GET',
      '/api/snapshots',
    );
    expect(snapshots.map(({ cycleKey }) => cycleKey).sort()).toEqual([...CYCLES_2024].sort());
    expect(snapshots.find(({ cycleKey }) => cycleKey === '2024-annual')?.summary).toMatchObject({
      commitments: 231,
      facts: 199,
      figures: 171,
    });
    for (const { id } of snapshots)
      expect(await reader.json('GET', `/api/snapshots/${id}/verify`)).toMatchObject({
        intact: true,
        recomputed: true,
        differences: [],
      });
  });

  it('lists people of every role whose password works, in demo mode', async () => {
    const people = await stack.stranger.json<{ email: string; role: string }[]>('GET', '/api/demo-sign-ins');
    const roles = [...Map.groupBy(people, ({ role }) => role).values()];
    expect(roles.length).toBeGreaterThanOrEqual(8);
    for (const [person] of roles) expect(await stack.signIn(person?.email ?? '')).toHaveProperty('cookie');
  });
});

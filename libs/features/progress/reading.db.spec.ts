import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, cursorOf, type RawJson } from '#platform/http';
import { PUBLIC } from '../../../test/factories/rooms.js';
import {
  annualDays,
  approved,
  content,
  type Region,
  regionWithPlan,
} from '../../../test/factories/progress.js';
import type { UpdatesQuery } from './update.dto.js';
import type { DueUpdate, PlanProgressDto, UpdateSummary } from './update.views.js';

let region: Region;
let draft: string;
let submitted: string;
let old: string;

/** MX-01: approved in 2023, submitted in 2024; MX-02: a draft in 2024. */
beforeAll(async () => {
  region = await regionWithPlan();
  const { rooms, cast, commitment } = region;
  old = await approved(region, 1, { cycleKey: '2023-annual', percent: 10 });
  ({ id: submitted } = await rooms.progress.createDraft(cast.focal, content(commitment(1), { percent: 20 })));
  await rooms.progress.submit(cast.focal, submitted);
  ({ id: draft } = await rooms.progress.createDraft(cast.focal, content(commitment(2), { percent: 30 })));
});
afterAll(() => region.db.close());

const parsed = <T>(json: RawJson): T => JSON.parse(json.text) as T;
const list = async (actor: Actor, query: Partial<UpdatesQuery> = {}) =>
  parsed<{ items: UpdateSummary[]; nextCursor: string | null }>(
    await region.rooms.updates.list(actor, { limit: 50, ...query }),
  );
const ids = async (actor: Actor, query: Partial<UpdatesQuery> = {}): Promise<string[]> =>
  (await list(actor, query)).items.map(({ id }) => id).sort();

describe('who sees which updates', () => {
  it('shows drafts to their author, the focal points of the commitment and the State’s coordinator only', async () => {
    const { cast } = region;
    const everything = [old, submitted, draft].sort();
    expect(await ids(cast.focal)).toEqual(everything);
    expect(await ids(cast.coordinator)).toEqual(everything);
    expect(await ids(cast.otherFocal)).toEqual([old, submitted].sort());
  });

  it('shows what is submitted to the Presidency and the Secretariat, everywhere', async () => {
    const { cast } = region;
    for (const actor of [cast.presidency, cast.secretariat])
      expect(await ids(actor)).toEqual([old, submitted].sort());
  });

  it('shows nothing unpublished to neighbours and to the public, whatever they filter for', async () => {
    const { cast } = region;
    for (const actor of [cast.neighbour, PUBLIC]) {
      expect(await ids(actor)).toEqual([]);
      for (const reviewState of ['draft', 'submitted', 'approved'] as const)
        expect(await ids(actor, { state: 'MX', reviewState })).toEqual([]);
    }
  });

  it('answers alike for one update: not found to whom it does not show', async () => {
    const { rooms, cast } = region;
    for (const actor of [cast.neighbour, PUBLIC, cast.presidency])
      await expect(rooms.details.get(actor, draft)).rejects.toMatchObject({ code: 'not_found' });
    expect((await rooms.details.get(cast.presidency, submitted)).history.length).toBeGreaterThan(0);
  });
});

describe('the list', () => {
  it.each([
    [{ state: 'MX' }, 3],
    [{ state: 'GT' }, 0],
    [{ reviewState: 'submitted' as const }, 1],
    [{ reviewState: 'draft' as const, state: 'MX' }, 1],
    [{ area: 'protection' }, 2],
    [{ area: 'health', reviewState: 'draft' as const }, 1],
    [{ cycle: '2023-annual' }, 1],
    [{ cycle: '1999-annual' }, 0],
    [{ from: '2024-01-01' }, 2],
    [{ to: '2023-12-31' }, 1],
    [
      {
        state: 'MX',
        reviewState: 'approved' as const,
        area: 'protection',
        from: '2023-01-01',
        to: '2023-12-31',
      },
      1,
    ],
    [{ latest: true }, 3],
  ])('filters by %j', async (query, found) => {
    expect((await list(region.cast.coordinator, query)).items).toHaveLength(found);
  });

  it('gives every update exactly once, page after page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(region.cast.coordinator, { limit: 1, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(3);
    expect(seen[2]).toBe(old);
    expect([...seen].sort()).toEqual([old, submitted, draft].sort());
  });

  it('says whose each update is, in both languages', async () => {
    const [item] = (await list(region.cast.coordinator, { cycle: '2023-annual' })).items;
    expect(item).toMatchObject({
      code: 'MX-01',
      titleEn: 'Commitment 1',
      titleEs: 'Compromiso 1',
      cycleKey: '2023-annual',
      percent: 10,
      narrativeEs: 'La oficina abrió en marzo.',
    });
  });

  it('refuses a cursor that is not its own', async () => {
    const foreign = [cursorOf(['x', 'y']), cursorOf(['2024-12-31', 'y']), cursorOf([1]), 'abc'];
    for (const cursor of foreign)
      await expect(list(PUBLIC, { cursor })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a plan’s progress', () => {
  const progress = async (actor: Actor, cycle?: string) =>
    parsed<PlanProgressDto>(await region.rooms.plans.of(actor, region.plan.id, cycle));

  it('has every commitment with the latest update that shows', async () => {
    const { cast } = region;
    const own = await progress(cast.focal);
    expect(own.commitments.map(({ code, latest }) => [code, latest?.id ?? null])).toEqual([
      ['MX-01', submitted],
      ['MX-02', draft],
      ['MX-03', null],
      ['MX-04', null],
    ]);
    expect((await progress(cast.presidency)).commitments[1]?.latest).toBeNull();
    expect((await progress(PUBLIC)).commitments[0]?.latest).toBeNull();
  });

  it('carries an earlier value forward for a cycle without one, and says so', async () => {
    const { cast, rooms } = region;
    await rooms.cycles.create(cast.secretariat, annualDays(2025));
    const [first] = (await progress(cast.coordinator, '2025-annual')).commitments;
    expect(first).toMatchObject({ cycleKey: '2023-annual', latest: { id: old, carriedForward: true } });
    expect((await progress(cast.coordinator, '2024-annual')).commitments[0]?.latest).toMatchObject({
      id: submitted,
      carriedForward: false,
    });
  });

  it('tells the whole story of a commitment', async () => {
    const story = parsed<UpdateSummary[]>(
      await region.rooms.updates.timeline(region.cast.coordinator, region.commitment(1)),
    );
    expect(story.map(({ id }) => id)).toEqual([submitted, old]);
  });
});

describe('what is due', () => {
  const due = async (actor: Actor) => parsed<DueUpdate[]>(await region.rooms.due.of(actor));

  it('is what nobody submitted yet, with the days left in the State’s time zone and the last word', async () => {
    const { rooms, cast } = region;
    // 05:30 UTC of the 16th is still the 15th in Mexico City.
    rooms.clock.set(new Date('2024-11-16T05:30:00Z'));
    const mine = (await due(cast.focal)).filter(({ cycleKey }) => cycleKey === '2024-annual');
    expect(
      mine.map(({ code, daysLeft, reviewState, updateId }) => [code, daysLeft, reviewState, updateId]),
    ).toEqual([
      ['MX-02', 0, 'draft', draft],
      ['MX-03', 0, null, null],
    ]);
    expect(mine.map(({ closesAt }) => Date.parse(closesAt))).toEqual(
      mine.map(() => Date.parse('2024-11-16T06:00:00Z')),
    );
    rooms.clock.set(new Date('2024-11-16T06:30:00Z'));
    expect((await due(cast.focal)).find(({ updateId }) => updateId === draft)?.daysLeft).toBe(-1);
  });

  it('says what was said last', async () => {
    const { rooms, cast } = region;
    await rooms.progress.returnForChanges(cast.coordinator, submitted, 'Which window?');
    const back = (await due(cast.focal)).find(({ updateId }) => updateId === submitted);
    expect(back).toMatchObject({
      returnReason: 'Which window?',
      last: { id: old, percent: 10, cycleKey: '2023-annual' },
    });
  });

  it('belongs to each person alone', async () => {
    expect((await due(region.cast.otherFocal)).every(({ code }) => code === 'MX-04')).toBe(true);
    expect(await due(region.cast.coordinator)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, runAs } from '#platform/http';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { openPlanRooms } from '../../../test/factories/rooms.js';
import {
  annualDays,
  approved,
  content,
  type Region,
  regionWithPlan,
} from '../../../test/factories/progress.js';
import type { TimelineEvent } from './timeline.views.js';

let region: Region;
let returned: string;

/** MX-01: approved in 2023, returned once and submitted again in 2024, reworded by the second version of the plan. */
beforeAll(async () => {
  region = await regionWithPlan();
  const { rooms, cast, commitment, plan, db } = region;
  const minutes = (n: number) => rooms.clock.advance(n * 60_000);
  await approved(region, 1, { cycleKey: '2023-annual', percent: 10 });
  minutes(1);
  const [first] = plan.commitments[0]?.milestones ?? [];
  const milestones = [{ milestoneId: first?.id ?? '', percent: 40 }];
  ({ id: returned } = await rooms.progress.createDraft(cast.focal, content(commitment(1), { milestones })));
  await runAs(cast.focal, () => rooms.progress.submit(cast.focal, returned));
  minutes(1);
  await runAs(cast.coordinator, () =>
    rooms.progress.returnForChanges(cast.coordinator, returned, 'Which period?'),
  );
  minutes(1);
  await runAs(cast.focal, () => rooms.progress.submit(cast.focal, returned));
  await rooms.explanations.explain(cast.coordinator, '2024-annual', commitment(2), {
    kind: 'not_assessed',
    textEs: 'Sin información.',
  });
  const { plans, commitments } = openPlanRooms(db.database);
  const draft = await plans.revise(cast.coordinator, plan.id);
  const [one, two] = draft.commitments;
  await commitments.change(cast.coordinator, one?.versionId ?? '', draft.version, { titleEs: 'Otro título' });
  await commitments.remove(cast.coordinator, two?.versionId ?? '', draft.version + 1);
  await plans.adopt(cast.coordinator, draft.id, draft.version + 2, { adoptedOn: '2024-06-30' });
});
afterAll(() => region.db.close());

const events = async (actor: Actor, n: number): Promise<TimelineEvent[]> =>
  JSON.parse((await region.rooms.timelines.of(actor, region.commitment(n))).text) as TimelineEvent[];
const kinds = (list: TimelineEvent[]): string[] => list.map(({ kind }) => kind);

describe('the timeline of a commitment', () => {
  it('does not tell outsiders of a commitment that no adopted plan holds yet', async () => {
    const { rooms, cast, db } = region;
    const { plans, commitments } = openPlanRooms(db.database);
    const [inForce] = await db.database.query<{ id: string }>(
      `SELECT id FROM plans WHERE state_code = 'MX' AND status = 'adopted'`,
    );
    const draft = await plans.revise(cast.coordinator, inForce?.id ?? '');
    await commitments.add(cast.coordinator, draft.id, draft.version, {
      areaKey: 'protection',
      titleEn: 'Not adopted yet',
      titleEs: 'Aún sin adoptar',
    });
    const [fresh] = await db.database.query<{ id: string }>(
      `SELECT commitment_id AS id FROM commitment_versions WHERE plan_id = $1 AND title_en = 'Not adopted yet'`,
      [draft.id],
    );
    const id = fresh?.id ?? '';
    expect(JSON.parse((await rooms.timelines.of(cast.coordinator, id)).text)).toEqual([]);
    for (const outsider of [cast.neighbour, { userId: null, name: 'public', roles: [{ role: 'public' }] }]) {
      await expect(rooms.timelines.of(outsider, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(rooms.updates.timeline(outsider, id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('tells every step of its updates with who, when and why, and each plan version with what it words anew', async () => {
    const list = await events(region.cast.coordinator, 1);
    const moves = list.filter(({ updateId, kind }) => updateId === returned && kind !== 'milestones');
    expect(moves).toMatchObject([
      { kind: 'submitted', actorName: 'Fabiola', cycleKey: '2024-annual', update: { id: returned } },
      { kind: 'returned', actorName: 'Carla', reason: 'Which period?', update: null },
      { kind: 'submitted', actorName: 'Fabiola', update: null },
    ]);
    expect(list.filter(({ kind }) => kind === 'milestones')).toMatchObject([
      { updateId: returned, milestones: [{ titleEn: 'First step', percent: 40, before: null }] },
    ]);
    expect(list.filter(({ kind }) => kind === 'plan')).toMatchObject([
      { planVersion: 1, planStep: 'added' },
      { planVersion: 2, planStep: 'changed', changed: ['titleEs'], day: '2024-06-30' },
    ]);
    const instants = list.flatMap(({ at }) => (at ? [Date.parse(at)] : []));
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
  });

  it('tells what was explained instead, and that a plan version no longer holds it', async () => {
    expect(await events(region.cast.focal, 2)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'explained',
          explanation: 'not_assessed',
          textEs: 'Sin información.',
        }),
        expect.objectContaining({ kind: 'plan', planVersion: 2, planStep: 'removed' }),
      ]),
    );
  });

  it('tells whose value stands in where nothing was reported', async () => {
    const { rooms, cast, db } = region;
    await rooms.cycles.create(cast.secretariat, annualDays(2025));
    await db.database.execute(`UPDATE cycles SET state = 'endorsed' WHERE key = '2025-annual'`);
    expect((await events(cast.coordinator, 1)).filter(({ kind }) => kind === 'carried')).toMatchObject([
      { cycleKey: '2025-annual', carriedFrom: '2023-annual', day: '2025-12-31' },
    ]);
  });

  it('shows outsiders what was published alone, without names, returns, explanations and cycles that are not published', async () => {
    for (const actor of [PUBLIC, region.cast.neighbour]) {
      expect(kinds(await events(actor, 1))).toEqual(['plan', 'plan']);
      expect(kinds(await events(actor, 2))).not.toContain('explained');
    }
    await region.db.database.execute(
      `UPDATE updates SET review_state = 'published' WHERE review_state = 'approved'`,
    );
    const [published] = (await events(PUBLIC, 1)).filter(({ kind }) => kind === 'approved');
    expect(published).toMatchObject({ cycleKey: '2023-annual', actorName: null, reason: null });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import {
  annualDays,
  approved,
  content,
  type Region,
  regionWithPlan,
} from '../../../test/factories/progress.js';
import { auditedActions } from '../../../test/factories/plans.js';
import { PUBLIC } from '../../../test/factories/rooms.js';

let region: Region;

beforeAll(async () => {
  region = await regionWithPlan();
});
afterAll(() => region.db.close());

const KEY = '2024-annual';
const topics = async (): Promise<string[]> =>
  (await region.db.database.query<{ topic: string }>('SELECT topic FROM outbox ORDER BY id')).map(
    ({ topic }) => topic,
  );

describe('planning a cycle', () => {
  it('refuses days in a wrong order, naming each', async () => {
    const { rooms, cast } = region;
    await expect(
      rooms.cycles.create(cast.secretariat, { ...annualDays(2026), dueOn: '2026-12-20' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'reviewByOn' }] });
  });

  it('takes one cycle of a kind a year', async () => {
    const { rooms, cast } = region;
    await expect(rooms.cycles.create(cast.secretariat, annualDays(2024))).rejects.toMatchObject({
      code: 'conflict',
      detail: { es: 'El ciclo anual 2024 ya existe.' },
    });
  });

  it('is for the Secretariat and administrators', async () => {
    const { rooms, cast } = region;
    for (const actor of [cast.focal, cast.coordinator, cast.presidency, PUBLIC])
      await expect(rooms.cycles.create(actor, annualDays(2027))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('moves its days while it is planned or open, and over the version that was seen', async () => {
    const { rooms, cast } = region;
    const { version } = await rooms.cycles.get(KEY);
    const days = { ...annualDays(2024), dueOn: '2024-11-16', reminderOffsets: [3, -7, 3, 0] };
    const moved = await rooms.cycles.setDates(cast.secretariat, KEY, version, days);
    expect(moved).toMatchObject({ dueOn: '2024-11-16', reminderOffsets: [-7, 0, 3], version: version + 1 });
    await expect(rooms.cycles.setDates(cast.secretariat, KEY, version, days)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: version + 1 } },
    });
  });

  it('opens once, with a contribution for every State', async () => {
    const { rooms, cast } = region;
    const cycle = await rooms.cycles.create(cast.secretariat, annualDays(2026));
    const attempts = await Promise.allSettled(
      [1, 2].map(() => rooms.cycles.open(cast.secretariat, cycle.key)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rooms.submissions.list(cast.secretariat, cycle.key)).map(({ state }) => state)).toEqual(
      Array(7).fill('open'),
    );
    expect(await auditedActions(region.db, cycle.id)).toEqual(['cycle.create', 'cycle.open']);
    expect((await topics()).at(-1)).toBe('cycle.opened');
  });

  it('shows each State its own contribution, the Presidency all', async () => {
    const { rooms, cast } = region;
    expect((await rooms.submissions.list(cast.coordinator, KEY)).map(({ stateCode }) => stateCode)).toEqual([
      'MX',
    ]);
    expect(await rooms.submissions.list(cast.presidency, KEY)).toHaveLength(7);
    await expect(rooms.submissions.get(cast.neighbour, KEY, 'MX')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a State’s contribution', () => {
  const standing = async () =>
    JSON.parse((await region.rooms.completeness.of(region.cast.coordinator, KEY, 'MX')).text) as Record<
      string,
      never
    >;

  it('cannot be handed in while something is missing, and names it', async () => {
    const { rooms, cast, commitment } = region;
    await approved(region, 1);
    await approved(region, 2, { cycleKey: '2023-annual' });
    const { id } = await rooms.progress.createDraft(cast.focal, content(commitment(3)));
    await expect(rooms.submissions.submit(cast.coordinator, KEY, 'MX')).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'MX-02' },
        { field: 'MX-03', detail: { en: expect.stringContaining('draft') } },
        { field: 'MX-04' },
      ],
    });
    expect(await standing()).toMatchObject({
      total: { commitments: 4, approved: 1, draft: 1, missing: 2, explained: 0 },
    });
    await rooms.progress.submit(cast.focal, id);
    await rooms.progress.approve(cast.coordinator, id);
  });

  it('can be explained instead of reported, in words', async () => {
    const { rooms, cast, commitment } = region;
    await expect(
      rooms.explanations.explain(cast.coordinator, KEY, commitment(2), { kind: 'no_change' }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      rooms.explanations.explain(cast.focal, KEY, commitment(2), { kind: 'no_change', textEs: 'Igual' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await rooms.explanations.explain(cast.coordinator, KEY, commitment(2), {
      kind: 'no_change',
      textEs: 'Sin cambios desde 2023.',
    });
    await rooms.explanations.explain(cast.coordinator, KEY, commitment(4), {
      kind: 'no_change',
      textEs: 'Igual que antes.',
    });
    await expect(rooms.submissions.submit(cast.coordinator, KEY, 'MX')).rejects.toMatchObject({
      fields: [{ field: 'MX-04' }],
    });
    await rooms.explanations.explain(cast.coordinator, KEY, commitment(4), {
      kind: 'not_assessed',
      textEn: 'The register was rebuilt.',
    });
    expect(await standing()).toMatchObject({
      total: { approved: 2, explained: 2, missing: 0 },
      areas: [
        { areaKey: 'protection', approved: 2 },
        { areaKey: 'health', explained: 2 },
      ],
    });
    expect(
      (await rooms.explanations.list(cast.presidency, KEY)).map(({ code, kind }) => [code, kind]),
    ).toEqual([
      ['MX-02', 'no_change'],
      ['MX-04', 'not_assessed'],
    ]);
  });

  it('locks the State’s updates once it is handed in', async () => {
    const { rooms, cast, commitment } = region;
    expect(await rooms.submissions.submit(cast.coordinator, KEY, 'MX', 'All done')).toMatchObject({
      state: 'submitted',
      note: 'All done',
    });
    await expect(rooms.progress.createDraft(cast.focal, content(commitment(2)))).rejects.toMatchObject({
      code: 'conflict',
      detail: { en: expect.stringContaining('Submitted'), es: expect.stringContaining('Presentado') },
    });
    await expect(rooms.explanations.withdraw(cast.coordinator, KEY, commitment(4))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(rooms.submissions.submit(cast.coordinator, KEY, 'MX')).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('comes back with questions, is answered and accepted; one of two deciders wins', async () => {
    const { rooms, cast } = region;
    await expect(rooms.submissions.returnForAnswers(cast.presidency, KEY, 'MX', '')).rejects.toMatchObject({
      code: 'invalid',
    });
    await rooms.submissions.returnForAnswers(cast.presidency, KEY, 'MX', 'Which window?');
    await rooms.submissions.say(cast.coordinator, KEY, 'MX', {
      kind: 'answer',
      text: 'January to September.',
    });
    const again = await rooms.submissions.submit(cast.coordinator, KEY, 'MX');
    expect(again.messages.map(({ kind, text, authorName }) => [kind, text, authorName])).toEqual([
      ['return', 'Which window?', 'Pedro'],
      ['answer', 'January to September.', 'Carla'],
    ]);
    const outcomes = await Promise.allSettled([
      rooms.submissions.accept(cast.presidency, KEY, 'MX'),
      rooms.submissions.returnForAnswers(cast.presidency, KEY, 'MX', 'No'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    if ((await rooms.submissions.get(cast.presidency, KEY, 'MX')).state === 'returned') {
      await rooms.submissions.submit(cast.coordinator, KEY, 'MX');
      await rooms.submissions.accept(cast.presidency, KEY, 'MX');
    }
  });

  it('is the Presidency’s to decide, not the State’s', async () => {
    const { rooms, cast } = region;
    await expect(rooms.submissions.accept(cast.coordinator, KEY, 'MX')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(rooms.submissions.submit(cast.neighbour, KEY, 'MX')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('does not take a cycle that is not there for an empty one', async () => {
    const { rooms, cast } = region;
    for (const { list } of [
      { list: () => rooms.submissions.list(cast.secretariat, '2031-annual') },
      { list: () => rooms.explanations.list(cast.secretariat, '2031-annual') },
    ])
      await expect(list()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('reopens one commitment by exception, and only that, until its correction is approved', async () => {
    const { rooms, cast, commitment } = region;
    await rooms.explanations.reopen(cast.presidency, KEY, commitment(2), 'COMAR corrected its figure');
    await expect(
      rooms.explanations.reopen(cast.coordinator, KEY, commitment(3), 'Me too'),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rooms.progress.createDraft(cast.otherFocal, content(commitment(4)))).rejects.toMatchObject({
      code: 'conflict',
    });
    await approved(region, 2);
    expect(await rooms.explanations.list(cast.presidency, KEY)).toHaveLength(1);
    const due = JSON.parse((await rooms.due.of(cast.focal)).text) as { cycleKey: string }[];
    expect(due.filter(({ cycleKey }) => cycleKey === KEY)).toEqual([]);
    expect(await auditedActions(region.db, commitment(2))).toEqual(
      expect.arrayContaining(['cycle.reopen_commitment', 'cycle.end_exception']),
    );
  });
});

describe('the end of a cycle', () => {
  it('comes step by step', async () => {
    const { rooms, cast } = region;
    const { id } = await rooms.cycles.get(KEY);
    await expect(rooms.cycles.markEndorsed(id)).rejects.toMatchObject({ code: 'conflict' });
    await rooms.cycles.startReview(cast.secretariat, KEY);
    await expect(rooms.cycles.publish(cast.secretariat, KEY)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rooms.cycles.markEndorsed(id)).rejects.toMatchObject({
      code: 'conflict',
      extra: { states: ['BZ', 'CR', 'GT', 'HN', 'PA', 'SV'] },
    });
    await region.db.database.execute(
      `UPDATE state_submissions SET state = 'accepted', submitted_at = now(), decided_at = now() WHERE cycle_id = $1 AND state = 'open'`,
      [id],
    );
    expect(await rooms.cycles.markEndorsed(id)).toMatchObject({
      state: 'endorsed',
      endorsedAt: expect.any(Date),
    });
  });

  it('publishes every approved update, and a later correction at once', async () => {
    const { rooms, cast, commitment } = region;
    expect(
      (JSON.parse((await rooms.updates.list(PUBLIC, { limit: 50 })).text) as { items: [] }).items,
    ).toEqual([]);
    await rooms.cycles.publish(cast.secretariat, KEY);
    const { items } = JSON.parse((await rooms.updates.list(PUBLIC, { limit: 50 })).text) as {
      items: { code: string; id: string }[];
    };
    expect(items.map(({ code }) => code).sort()).toEqual(['MX-01', 'MX-02', 'MX-03']);
    const first = items.find(({ code }) => code === 'MX-01')?.id ?? newId();
    await expect(rooms.progress.startRevision(cast.focal, first, 'Typing error')).rejects.toMatchObject({
      code: 'conflict',
    });
    await rooms.explanations.reopen(cast.presidency, KEY, commitment(1), 'Typing error');
    const revision = await rooms.progress.startRevision(cast.focal, first, 'Typing error');
    await rooms.progress.submit(cast.focal, revision.id);
    expect(await rooms.progress.approve(cast.coordinator, revision.id)).toMatchObject({
      reviewState: 'published',
    });
  });

  it('has told of every step', async () => {
    const told = await topics();
    for (const topic of [
      'cycle.review_started',
      'cycle.endorsed',
      'cycle.published',
      'submission.submitted',
      'submission.returned',
      'submission.accepted',
      'cycle.commitment_explained',
      'cycle.commitment_reopened',
    ])
      expect(told).toContain(topic);
  });
});

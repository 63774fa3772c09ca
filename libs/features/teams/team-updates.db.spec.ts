import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { type Actor, cursorOf } from '#platform/http';
import { auditedActions } from '../../../test/factories/plans.js';
import { person } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { regionWithTeam, TEAM } from '../../../test/factories/teams.js';

const CYCLE = '2024-annual';

describe('the update of a team', () => {
  let region: Awaited<ReturnType<typeof regionWithTeam>>;
  beforeEach(async () => {
    region = await regionWithTeam();
  });
  afterEach(() => region.db.close());

  const body = () => ({
    summaryEn: 'One of two is done.',
    activities: [{ activityId: region.activities[0].id, status: 'done' as const, percent: 100 }],
  });
  const draft = () =>
    region.teams.updates.createDraft(region.lead, { teamKey: TEAM.key, cycleKey: CYCLE, ...body() });

  async function approved(): Promise<string> {
    const { teams, lead, cast } = region;
    const { id } = await draft();
    await teams.updates.submit(lead, id);
    await teams.updates.approve(cast.secretariat, id);
    return id;
  }
  const statuses = async (reader: Actor): Promise<string[]> => {
    const { text } = await region.teams.work.activities(reader, { team: TEAM.key, limit: 50 });
    return (JSON.parse(text) as { items: { status: string }[] }).items.map(({ status }) => status);
  };

  it('goes from draft to submitted, back with a reason, and to approved; only then the workplan shows it', async () => {
    const { teams, lead, cast } = region;
    const { id } = await draft();
    await teams.updates.submit(lead, id);
    expect(await statuses(cast.secretariat)).toEqual(['planned', 'planned']);
    await expect(teams.updates.returnForChanges(cast.secretariat, id, ' ')).rejects.toMatchObject({
      code: 'invalid',
    });
    const returned = await teams.updates.returnForChanges(cast.secretariat, id, 'Say where.');
    expect(returned).toMatchObject({ reviewState: 'returned', returnReason: 'Say where.' });
    await teams.updates.save(lead, id, returned.version, { ...body(), summaryEn: 'Done in Panama.' });
    await teams.updates.submit(lead, id);
    const done = await teams.updates.approve(cast.presidency, id);
    expect(done).toMatchObject({ reviewState: 'approved', summaryEn: 'Done in Panama.', returnReason: null });
    expect(await statuses(cast.secretariat)).toEqual(['done', 'planned']);
    expect(await auditedActions(region.db, id)).toEqual(
      ['create', 'submit', 'return', 'save', 'submit', 'approve'].map((verb) => `team_update.${verb}`),
    );
    const news = await region.db.database.query<{ topic: string }>(
      `SELECT topic FROM outbox WHERE topic LIKE 'team_update.%' ORDER BY id`,
    );
    expect(news.map(({ topic }) => topic)).toEqual([
      'team_update.submitted',
      'team_update.returned',
      'team_update.submitted',
      'team_update.approved',
    ]);
  });

  it('is approved by nobody who wrote it, whatever else the person is', async () => {
    const { teams, db } = region;
    const both = await person(
      db.database,
      'Ambos',
      { role: 'team_lead', teamKey: TEAM.key },
      { role: 'secretariat' },
    );
    const { id, actions } = await teams.updates.createDraft(both, {
      teamKey: TEAM.key,
      cycleKey: CYCLE,
      ...body(),
    });
    expect(actions).toEqual(['save', 'submit']);
    const submitted = await teams.updates.submit(both, id);
    expect(submitted.actions).not.toContain('approve');
    await expect(teams.updates.approve(both, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is approved by nobody who saved it on the way, though others began and submitted it', async () => {
    const { teams, lead, cast, db } = region;
    const both = await person(
      db.database,
      'Ambos',
      { role: 'team_lead', teamKey: TEAM.key },
      { role: 'secretariat' },
    );
    const { id, version } = await draft();
    await teams.updates.save(both, id, version, { ...body(), summaryEn: 'Two of two are done.' });
    await teams.updates.save(lead, id, version + 1, body());
    await teams.updates.submit(lead, id);
    expect((await teams.updatesQueries.get(both, id)).actions).not.toContain('approve');
    await expect(teams.updates.approve(both, id)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await teams.updates.approve(cast.secretariat, id)).toMatchObject({ reviewState: 'approved' });
  });

  it('keeps its place in the list while others are saved', async () => {
    const { teams, lead, db } = region;
    const ids = [];
    for (const revision of [1, 2, 3]) {
      const id = newId();
      ids.unshift(id);
      await db.database.execute(
        `INSERT INTO team_updates (id, team_key, cycle_id, revision, revision_reason, is_latest)
         SELECT $1, $2, id, $3, 'x', $3 = 3 FROM cycles WHERE key = $4`,
        [id, TEAM.key, revision, CYCLE],
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { text } = await teams.updatesQueries.list(lead, { limit: 1, cursor });
      const page = JSON.parse(text) as { items: { id: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      await db.database.execute('UPDATE team_updates SET updated_at = now() WHERE id = $1', [ids[2]]);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('is one for a team and cycle, and belongs to who leads that team', async () => {
    const { teams, otherLead, cast, lead } = region;
    await draft();
    await expect(draft()).rejects.toMatchObject({ code: 'conflict' });
    const input = { teamKey: TEAM.key, cycleKey: CYCLE, ...body() };
    await expect(teams.updates.createDraft(otherLead, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(teams.updates.createDraft(cast.secretariat, input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(teams.updates.createDraft(lead, { ...input, teamKey: 'RTT-NO' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'teamKey' }],
    });
  });

  it('does not exist for who may not read it: a draft for the reviewer, a submission for other teams and the public', async () => {
    const { teams, lead, otherLead, cast } = region;
    const { id } = await draft();
    await expect(teams.updatesQueries.get(cast.secretariat, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(teams.updates.approve(cast.secretariat, id)).rejects.toMatchObject({ code: 'not_found' });
    await teams.updates.submit(lead, id);
    expect(await teams.updatesQueries.get(cast.secretariat, id)).toMatchObject({ id });
    for (const stranger of [otherLead, cast.focal, PUBLIC]) {
      await expect(teams.updatesQueries.get(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
      expect(JSON.parse((await teams.updatesQueries.list(stranger, { limit: 50 })).text)).toMatchObject({
        items: [],
      });
    }
    const cursor = cursorOf(['0192f3a0-5c1e']);
    await expect(teams.updatesQueries.list(lead, { limit: 50, cursor })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(JSON.parse((await teams.updatesQueries.list(lead, { limit: 50 })).text)).toMatchObject({
      items: [{ id }],
    });
  });

  it('tells both versions when two people saved', async () => {
    const { teams, lead } = region;
    const { id, version } = await draft();
    await teams.updates.save(lead, id, version, { ...body(), summaryEn: 'First.' });
    await expect(
      teams.updates.save(lead, id, version, { ...body(), summaryEn: 'Second.' }),
    ).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { summaryEn: 'First.' }, yours: { summaryEn: 'Second.' } },
    });
  });

  it('of two people who decide at once lets one through', async () => {
    const { teams, lead, cast } = region;
    const { id } = await draft();
    await teams.updates.submit(lead, id);
    const outcomes = await Promise.allSettled([
      teams.updates.approve(cast.secretariat, id),
      teams.updates.returnForChanges(cast.presidency, id, 'Not yet.'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('names activities of the own workplan of the year, each once', async () => {
    const { teams, lead, activities } = region;
    const { id, version } = await draft();
    const twice = { activityId: activities[0].id, status: 'done' as const };
    const strange = { activityId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', status: 'done' as const };
    await expect(
      teams.updates.save(lead, id, version, { activities: [twice, twice, strange] }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'activities[1].activityId' }, { field: 'activities[2].activityId' }],
    });
  });

  it('is corrected by a revision with its reason; the approved one counts until then', async () => {
    const { teams, lead, cast, activities } = region;
    const id = await approved();
    const next = await teams.updates.startRevision(lead, id, 'Wrong activity.');
    expect(next).toMatchObject({ revision: 2, reviewState: 'draft', revisionReason: 'Wrong activity.' });
    const { id: cycleId } = await region.rooms.cycles.get(CYCLE);
    await teams.rollups.recompute(cycleId, TEAM.key);
    expect((await teams.rollups.ofCycle(CYCLE)).total).toMatchObject({ done: 1, reported: 1 });
    expect((await teams.rollups.seenBy(cast.secretariat, CYCLE)).teamsReported).toBe(1);
    expect(await teams.rollups.seenBy(cast.focal, CYCLE)).toMatchObject({ teams: [], teamsReported: 0 });
    await teams.updates.save(lead, next.id, next.version, {
      summaryEn: 'Corrected.',
      activities: activities.map(({ id: activityId }) => ({ activityId, status: 'postponed' as const })),
    });
    await teams.updates.submit(lead, next.id);
    await teams.updates.approve(cast.secretariat, next.id);
    await teams.rollups.recompute(cycleId, TEAM.key);
    expect((await teams.rollups.ofCycle(CYCLE)).total).toMatchObject({ done: 0, postponed: 2, reported: 2 });
    expect(await statuses(lead)).toEqual(['postponed', 'postponed']);
  });

  it('rolls up as stored rows: nothing reported is not planned, and counting again changes nothing', async () => {
    const { teams } = region;
    const { id: cycleId } = await region.rooms.cycles.get(CYCLE);
    await teams.rollups.recomputeCycle(cycleId);
    const empty = await teams.rollups.ofCycle(CYCLE);
    expect(empty.teams).toMatchObject([
      { teamKey: TEAM.key, activities: 2, reported: 0, notReported: 2, planned: 0, updateId: null },
    ]);
    expect(empty.teamsReported).toBe(0);
    const id = await approved();
    await teams.rollups.recompute(cycleId, TEAM.key);
    const once = await teams.rollups.ofCycle(CYCLE);
    expect(once.teams).toMatchObject([{ done: 1, reported: 1, notReported: 1, updateId: id }]);
    expect(once.teamsReported).toBe(1);
    region.rooms.clock.set(new Date('2024-11-02T12:00:00Z'));
    await teams.rollups.recompute(cycleId, TEAM.key);
    expect(await teams.rollups.ofCycle(CYCLE)).toEqual(once);
  });

  it('becomes public with its cycle, and only then shows to everybody', async () => {
    const { teams } = region;
    const id = await approved();
    const { id: cycleId } = await region.rooms.cycles.get(CYCLE);
    expect(await teams.updates.publish(cycleId)).toBe(1);
    expect(await teams.updates.publish(cycleId)).toBe(0);
    expect(await teams.updatesQueries.get(PUBLIC, id)).toMatchObject({
      reviewState: 'published',
      actions: [],
    });
  });

  it('enters the regional layer once approved, and no sooner', async () => {
    const { teams, lead } = region;
    const { id } = await draft();
    await teams.updates.submit(lead, id);
    const workplan = async (): Promise<unknown> => {
      const [section] = await teams.sections.sectionsOf(2024, CYCLE);
      return (section?.content as { workplan: unknown }[])[0]?.workplan;
    };
    expect(await workplan()).toBeNull();
    await teams.updates.approve(region.cast.secretariat, id);
    expect(await workplan()).toMatchObject({ cycleKey: CYCLE, activities: 2, done: 1, reported: 1 });
    const [told] = await teams.sections.sectionsOf(2024, CYCLE);
    expect(told?.content).toMatchObject([{ activities2024: [{ status: 'done' }, { status: 'planned' }] }]);
    const [, leads] = await teams.sections.sectionsOf(2024, CYCLE);
    expect(leads?.content).toEqual([
      {
        teamKey: TEAM.key,
        fromYear: 2022,
        toYear: 2024,
        lead: { en: 'Mexico', es: 'México' },
        stateCode: 'MX',
        sources: ['MIRPS Annual Report 2024'],
      },
    ]);
    expect(await teams.sections.sectionsOf(2019, CYCLE)).toEqual([]);
  });
});

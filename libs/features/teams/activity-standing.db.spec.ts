import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#platform/http';
import { person } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { regionWithTeam, TEAM } from '../../../test/factories/teams.js';
import type { TeamActivityDto } from './team-work.dto.js';

const CYCLE = '2024-annual';

describe('where an activity stands', () => {
  let region: Awaited<ReturnType<typeof regionWithTeam>>;
  beforeEach(async () => {
    region = await regionWithTeam();
  });
  afterEach(() => region.db.close());

  /** An update that calls the first activity done, approved by the Secretariat. */
  async function approved(): Promise<void> {
    const { teams, lead, cast, activities } = region;
    const { id } = await teams.updates.createDraft(lead, {
      ...{ teamKey: TEAM.key, cycleKey: CYCLE, summaryEn: 'One of two is done.' },
      activities: [{ activityId: activities[0].id, status: 'done', percent: 100 }],
    });
    await teams.updates.submit(lead, id);
    await teams.updates.approve(cast.secretariat, id);
  }
  const workplan = async (reader: Actor, status?: 'done' | 'planned'): Promise<TeamActivityDto[]> => {
    const { text } = await region.teams.work.activities(reader, { team: TEAM.key, status, limit: 50 });
    return (JSON.parse(text) as { items: TeamActivityDto[] }).items;
  };
  const statuses = async (reader: Actor): Promise<string[]> =>
    (await workplan(reader)).map(({ status }) => status);

  it('is as approved for who reads drafts of the team, and for nobody else before the cycle is published', async () => {
    const { teams, lead, otherLead, cast, db, activities } = region;
    const [{ id: activityId }] = activities;
    const admin = await person(db.database, 'Ada', { role: 'administrator' });
    const count = async (reader: Actor): Promise<unknown> =>
      (JSON.parse((await teams.teamsQueries.list(reader, 2024)).text) as object[])[0];
    const before = await teams.work.activity(PUBLIC, activityId);
    await approved();
    for (const reader of [lead, cast.secretariat, cast.presidency, admin]) {
      expect((await workplan(reader))[0]).toMatchObject({
        ...{ status: 'done', percent: 100, statusCycle: CYCLE, statusPublished: false },
      });
      expect(await workplan(reader, 'done')).toHaveLength(1);
      expect(await teams.work.activity(reader, activityId)).toMatchObject({ status: 'done' });
      expect(await count(reader)).toMatchObject({ done: 1, planned: 1 });
    }
    for (const reader of [PUBLIC, otherLead, cast.focal, cast.coordinator]) {
      expect(await statuses(reader)).toEqual(['planned', 'planned']);
      expect(await workplan(reader, 'done')).toEqual([]);
      expect(await workplan(reader, 'planned')).toHaveLength(2);
      expect(await teams.work.activity(reader, activityId)).toEqual(before);
      expect(await count(reader)).toMatchObject({ done: 0, planned: 2 });
    }
    await db.database.execute(`UPDATE cycles SET state = 'published' WHERE key = $1`, [CYCLE]);
    expect((await workplan(PUBLIC))[0]).toMatchObject({
      ...{ status: 'done', percent: 100, statusCycle: CYCLE, statusPublished: true, version: before.version },
    });
    expect(await workplan(PUBLIC, 'done')).toHaveLength(1);
    expect(await count(PUBLIC)).toMatchObject({ done: 1, planned: 1 });
  });

  it('is told by updates alone, once one is approved', async () => {
    const { teams, cast, activities } = region;
    const [{ id, version }] = activities;
    await approved();
    const { textEn, textEs } = activities[0];
    const content = { textEn, textEs, datePrecision: 'not_stated' as const };
    await expect(
      teams.workplans.changeActivity(cast.secretariat, id, version, { ...content, status: 'cancelled' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'status' }] });
    await teams.workplans.changeActivity(cast.secretariat, id, version, { ...content, status: 'done' });
    expect(await statuses(PUBLIC)).toEqual(['planned', 'planned']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TeamRecordsService, TeamsQueries, TeamsService, WorkplansService } from '#features/teams';
import { seededRegion } from '../../test/factories/plans.js';
import { openProgressRooms } from '../../test/factories/progress.js';
import { PUBLIC } from '../../test/factories/rooms.js';
import { openTeamRooms } from '../../test/factories/teams.js';
import type { SeedServices } from './seed.js';
import { seedTeams } from './teams.js';

type Region = Awaited<ReturnType<typeof seededRegion>>;

let region: Region;
let teams: ReturnType<typeof openTeamRooms>;

beforeAll(async () => {
  region = await seededRegion();
  teams = openTeamRooms(region.db, openProgressRooms(region.db.database));
  const services = new Map<unknown, unknown>([
    [TeamsService, teams.teams],
    [TeamsQueries, teams.teamsQueries],
    [WorkplansService, teams.workplans],
    [TeamRecordsService, teams.records],
  ]);
  const seed = () => seedTeams({ get: (type: unknown) => services.get(type) } as SeedServices);
  await seed();
  await seed();
});
afterAll(() => region.db.close());

describe('the seeded teams', () => {
  it('name the source of every row', async () => {
    for (const table of [
      ...['teams', 'team_leads', 'team_years', 'team_activities', 'team_sessions', 'team_products'],
    ]) {
      const [counts] = await region.db.database.query<{ all: number; without: number }>(
        `SELECT count(*)::int AS "all", count(*) FILTER (WHERE cardinality(sources) = 0)::int AS without FROM ${table}`,
      );
      expect([table, counts]).toEqual([table, { all: expect.any(Number), without: 0 }]);
      expect(counts?.all).toBeGreaterThan(0);
    }
  });

  it('have as advisors who the report names, each in its role and from its year', async () => {
    const advisors = async (key: string): Promise<unknown[]> =>
      (await teams.teamsQueries.get(key)).advisors.map(({ institutionKey, role, sinceYear }) => [
        ...[institutionKey, role, sinceYear],
      ]);
    expect(await advisors('RTT-JL')).toEqual([['REG:ILO', 'panel', null]]);
    expect(await advisors('RTT-ID')).toEqual([
      ['REG:UNHCR', 'expert', null],
      ['REG:PDD', 'expert', null],
      ['REG:UNDP', 'expert', null],
      ['REG:ICRC', 'expert', 2025],
    ]);
  });

  it('count five States and seventeen cities in local governance', async () => {
    const { members } = await teams.teamsQueries.get('RTT-LG');
    expect(
      members.filter(({ kind }) => kind === 'state').map((each) => [each.stateCode, each.sinceYear]),
    ).toEqual([
      ['BZ', 2024],
      ['GT', 2024],
      ['HN', 2024],
      ['PA', null],
      ['MX', null],
    ]);
    expect(members.filter(({ kind }) => kind === 'city')).toHaveLength(17);
  });

  it('claim no place and no attendance that the report does not tell', async () => {
    const { text } = await teams.work.sessions({ year: 2024 });
    const sessions = JSON.parse(text) as {
      titleEn: string;
      placeEn: string | null;
      attendance: { institutionKey: string | null; stateCode: string | null; nameEn: string | null }[];
    }[];
    expect(sessions.find(({ titleEn }) => titleEn.startsWith('First in-person'))?.placeEn).toBeNull();
    const came = sessions.flatMap(({ attendance }) => attendance);
    expect(came.filter(({ institutionKey, stateCode }) => institutionKey ?? stateCode)).toEqual([]);
    expect(came.map(({ nameEn }) => nameEn)).toEqual([
      'Refugee commissions of the Americas',
      'Montevideo',
      'UN rapporteur on internally displaced people',
    ]);
  });

  it('are seeded once, and show to everybody where the report says that activities stand', async () => {
    const rows = JSON.parse((await teams.teamsQueries.list(PUBLIC, 2024)).text) as {
      key: string;
      activities: number;
      done: number;
    }[];
    expect(rows.map(({ key, activities, done }) => [key, activities, done])).toEqual([
      ['RTT-RA', 4, 3],
      ['RTT-ID', 7, 7],
      ['RTT-JL', 5, 3],
      ['RTT-LG', 5, 4],
    ]);
  });
});

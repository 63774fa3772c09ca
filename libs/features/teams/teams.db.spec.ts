import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { auditedActions } from '../../../test/factories/plans.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { activity, regionWithTeam, TEAM } from '../../../test/factories/teams.js';

const page = { limit: 50 };

/** What a change of it takes: without the team and year, which stay. */
function contentOf<T extends { teamKey?: string; year?: number }>(input: T): Omit<T, 'teamKey' | 'year'> {
  const content = { ...input };
  delete content.teamKey;
  delete content.year;
  return content;
}

describe('teams on a database', () => {
  let region: Awaited<ReturnType<typeof regionWithTeam>>;
  beforeAll(async () => {
    region = await regionWithTeam();
  });
  afterAll(() => region.db.close());

  const read = async (filters: object): Promise<{ textEn: string }[]> =>
    (
      JSON.parse((await region.teams.work.activities(PUBLIC, { ...page, ...filters })).text) as {
        items: { textEn: string }[];
      }
    ).items;

  it('come back as they were given, with who leads them and who advises', async () => {
    const team = await region.teams.teamsQueries.get(TEAM.key);
    expect(team).toMatchObject({
      ...TEAM,
      members: [
        { kind: 'state', stateCode: 'MX', nameEn: null },
        { kind: 'city', stateCode: 'PA', nameEn: 'Chepo', sinceYear: 2024 },
      ],
    });
    const [row] = JSON.parse((await region.teams.teamsQueries.list(PUBLIC, 2024)).text) as object[];
    expect(row).toMatchObject({
      key: TEAM.key,
      leads: [{ nameEn: 'Mexico' }],
      activities: 2,
      planned: 2,
      states: 1,
      cities: 1,
    });
    const [later] = JSON.parse((await region.teams.teamsQueries.list(PUBLIC, 2025)).text) as object[];
    expect(later).toMatchObject({ leads: [], activities: 0 });
  });

  it('are added and replaced by the Secretariat alone, against the version that it saw', async () => {
    const { teams, cast, lead } = region;
    const input = { ...TEAM, key: 'RTT-XY', advisors: [], leads: [], members: [] };
    expect(() => teams.teams.create(lead, input)).toThrow(expect.objectContaining({ code: 'forbidden' }));
    const made = await teams.teams.create(cast.secretariat, input);
    await expect(teams.teams.create(cast.secretariat, input)).rejects.toMatchObject({ code: 'conflict' });
    const { key, ...body } = input;
    const changed = await teams.teams.replace(cast.secretariat, key, made.version, {
      ...body,
      nameEn: 'New name',
      members: [{ kind: 'state', stateCode: 'MX', nameEn: '' }],
    });
    expect(changed).toMatchObject({ nameEn: 'New name', version: 2 });
    await expect(teams.teams.replace(cast.secretariat, key, 1, body)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 2 } },
    });
    expect(await auditedActions(region.db, key)).toEqual(['team.create', 'team.replace']);
  });

  it('refuse institutions and States that nobody knows, each by its place', async () => {
    const { teams, cast } = region;
    const wrong = {
      ...TEAM,
      key: 'RTT-ZZ',
      advisors: [
        { institutionKey: 'REG:UNHCR', role: 'panel' as const, sinceYear: 2025 },
        { institutionKey: 'REG:NOBODY', role: 'expert' as const },
      ],
    };
    await expect(teams.teams.create(cast.secretariat, wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'advisors[1].institutionKey' }],
    });
    const nowhere = {
      ...wrong,
      members: [...TEAM.members, { kind: 'city' as const, stateCode: 'XX', nameEn: 'A', nameEs: 'A' }],
    };
    await expect(teams.teams.create(cast.secretariat, nowhere)).rejects.toMatchObject({
      fields: [{ field: 'members[2].stateCode' }],
    });
    const noTeam = activity({ teamKey: 'RTT-NO' });
    await expect(teams.workplans.createActivity(cast.secretariat, noTeam)).rejects.toMatchObject({
      fields: [{ field: 'teamKey' }],
    });
  });

  it('find the activities that serve a commitment, and page through the others', async () => {
    expect(await read({ commitment: region.commitment(1) })).toHaveLength(1);
    expect(await read({ commitment: region.commitment(2) })).toEqual([]);
    const first = JSON.parse(
      (await region.teams.work.activities(PUBLIC, { limit: 1, team: TEAM.key })).text,
    ) as {
      items: { id: string }[];
      nextCursor: string;
    };
    const second = JSON.parse(
      (
        await region.teams.work.activities(PUBLIC, {
          limit: 1,
          team: TEAM.key,
          cursor: first.nextCursor,
        })
      ).text,
    ) as { items: { id: string }[]; nextCursor: string | null };
    expect([first.items[0]?.id, second.items[0]?.id]).toEqual(region.activities.map(({ id }) => id));
    expect(second.nextCursor).toBeNull();
  });

  it('let a lead write the workplan of the own team only, and no status', async () => {
    const { teams, lead, otherLead, activities } = region;
    expect(() => teams.workplans.createActivity(otherLead, activity())).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    expect(() => teams.workplans.createActivity(lead, activity({ status: 'done' }))).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    expect(() => teams.workplans.createActivity(lead, activity({ endsOn: '2024-01-01' }))).toThrow(
      expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ field: 'endsOn' })] }),
    );
    const body = contentOf(activity({ textEn: 'Meeting of all commissions' }));
    const changed = await teams.workplans.changeActivity(lead, activities[0].id, 1, body);
    expect(changed).toMatchObject({ textEn: 'Meeting of all commissions', version: 2, status: 'planned' });
    await expect(teams.workplans.changeActivity(lead, activities[0].id, 1, body)).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('name the pledges that activities serve, both ways, and refuse those that nobody made', async () => {
    const { teams, lead, db } = region;
    const pledgeId = newId();
    await db.database.execute(
      `INSERT INTO pledge_forums (key, kind, year, name_en, name_es) VALUES ('grf-2023', 'global_refugee_forum', 2023, 'Forum', 'Foro')`,
    );
    await db.database.execute(
      `INSERT INTO pledges (id, key, forum_key, form, title_en, title_es) VALUES ($1, 'GRF-1', 'grf-2023', 'joint', 'Asylum', 'Asilo')`,
      [pledgeId],
    );
    const made = await teams.workplans.createActivity(
      lead,
      activity({ textEn: 'For a pledge', year: 2029, pledges: ['GRF-1'] }),
    );
    expect(made.pledges).toEqual([{ id: pledgeId, key: 'GRF-1', titleEn: 'Asylum', titleEs: 'Asilo' }]);
    expect(await read({ pledge: pledgeId })).toMatchObject([{ textEn: 'For a pledge' }]);
    expect(await read({ pledge: newId() })).toEqual([]);
    const body = contentOf(activity({ textEn: 'For a pledge', pledges: ['GRF-2'] }));
    await expect(teams.workplans.changeActivity(lead, made.id, 1, body)).rejects.toMatchObject({
      fields: [{ field: 'pledges' }],
    });
    await teams.workplans.changeActivity(lead, made.id, 1, { ...body, pledges: [] });
    expect(await read({ pledge: pledgeId })).toEqual([]);
  });

  it('keep what they set out for a year, from version 0 on', async () => {
    const { teams, lead } = region;
    const year = { nextSteps: [{ en: 'Repeat it', es: 'Repetirla' }], notes: [] };
    expect(await teams.teamsQueries.year(TEAM.key, 2025)).toMatchObject({ version: 0, nextSteps: [] });
    expect(await teams.workplans.putYear(lead, TEAM.key, 2025, 0, year)).toMatchObject({
      version: 1,
      ...year,
    });
    await expect(teams.workplans.putYear(lead, TEAM.key, 2025, 0, year)).rejects.toMatchObject({
      code: 'stale',
    });
    expect(await teams.workplans.putYear(lead, TEAM.key, 2025, 1, year)).toMatchObject({ version: 2 });
  });

  it('keep sessions with agenda and attendance, and products', async () => {
    const { teams, lead } = region;
    const { startsOn, datePrecision, endsOn, year } = activity();
    const session = await teams.records.createSession(lead, {
      ...{ teamKey: TEAM.key, year, startsOn, datePrecision, endsOn, titleEn: 'Meeting', titleEs: 'Reunión' },
      agenda: [{ en: 'Backlogs', es: 'Rezago' }],
      attendance: [
        { stateCode: 'MX', people: 4 },
        { institutionKey: 'REG:UNHCR', nameEn: '' },
        { nameEn: 'Lima', nameEs: 'Lima' },
      ],
    });
    expect(session).toMatchObject({
      agenda: [{ en: 'Backlogs' }],
      attendance: [
        { stateCode: 'MX', people: 4 },
        { institutionKey: 'REG:UNHCR', people: null },
        { nameEn: 'Lima' },
      ],
    });
    const { id, version, ...rest } = session;
    const body = contentOf(rest);
    await expect(
      teams.records.changeSession(lead, id, version, { ...body, attendance: [{ nameEn: 'Lima' }] }),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'attendance[0].nameEn' }] });
    const product = await teams.records.createProduct(lead, {
      teamKey: TEAM.key,
      year,
      titleEn: 'Guide',
      titleEs: 'Guía',
    });
    const products = JSON.parse((await teams.work.products({ team: TEAM.key })).text) as { id: string }[];
    expect(products.map((each) => each.id)).toEqual([product.id]);
  });

  it('take workplans from a file, and tell every problem with its row and column', async () => {
    const { teams, cast } = region;
    const file = (...lines: string[]) => ({
      format: 'csv' as const,
      bytes: Buffer.from(
        [
          'Equipo,Año,Fecha,Precisión,Actividad en inglés,Actividad en español,Compromisos,Estado',
          ...lines,
        ].join('\n'),
      ),
    });
    const wrong = file(
      'RTT-RA,2026,2026-03-01,mes,Course,Curso,MX-01; MX-02,Programada',
      'RTT-RA,2026,2026-03-02,mes,Second,Segundo,,',
      'RTT-NO,2026,,no consta,Third,Tercero,,',
      'RTT-RA,2026,,no consta,Fourth,Cuarto,XX-99,',
    );
    const refused = await teams.imports.importFile(cast.secretariat, wrong, 'check');
    expect(refused.problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Fecha'],
      [4, 'Equipo'],
      [5, 'Compromisos'],
    ]);
    expect(await read({ year: 2026 })).toEqual([]);
    await expect(teams.imports.importFile(cast.secretariat, wrong, 'all')).rejects.toMatchObject({
      code: 'invalid',
    });
    const good = file('RTT-RA,2026,2026-03-01,mes,Course,Curso,MX-01; MX-02,Programada');
    for (let time = 0; time < 2; time += 1)
      expect(await teams.imports.importFile(cast.secretariat, good, 'all')).toMatchObject({ imported: 1 });
    expect(await read({ year: 2026 })).toMatchObject([
      { textEn: 'Course', datePrecision: 'month', status: 'planned' },
    ]);
  });

  it('show drafts to nobody outside: their list is empty to the public', async () => {
    const list = await region.teams.updatesQueries.list(PUBLIC, page);
    expect(JSON.parse(list.text)).toEqual({ items: [], nextCursor: null });
  });
});

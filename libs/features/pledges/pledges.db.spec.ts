import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { type Stage, STAGES } from '#features/progress';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import { auditedActions } from '../../../test/factories/plans.js';
import { approved, person, type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import type { PledgeDto } from './pledge.dto.js';
import type { PledgeInput, PledgesQuery } from './pledge.input.js';
import { PledgeForumsService } from './pledge-forums.service.js';
import { PledgeRecords } from './pledge-records.js';
import { derivedStage, derivedStageSql } from './pledge.rules.js';
import { PledgeSection } from './pledge-section.service.js';
import { PledgesReading } from './pledges-reading.js';
import { PledgesService } from './pledges.service.js';
import { auditService } from '../../../test/harness/index.js';

let region: Region;
let pledges: PledgesService;
let reading: PledgesReading;
let lead: Actor;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const { clock } = region.rooms;
  const access = new AccessService();
  const audit = auditService(database, clock);
  reading = new PledgesReading(database, access);
  pledges = new PledgesService(database, clock, audit, access, new PledgeRecords(database), reading);
  const forums = new PledgeForumsService(database, audit, access);
  for (const year of [2019, 2023])
    await runAs(SYSTEM, () =>
      forums.put(SYSTEM, {
        key: `grf-${year}`,
        kind: 'global_refugee_forum',
        year,
        name: { en: `Forum ${year}`, es: `Foro ${year}` },
        sources: ['A page'],
      }),
    );
  for (const key of ['RTT-RA', 'RTT-LG'])
    await database.execute(
      `INSERT INTO teams (key, name_en, name_es, position) VALUES ($1, $1, $1, 1) ON CONFLICT DO NOTHING`,
      [key],
    );
  lead = await person(database, 'Lea', { role: 'team_lead', teamKey: 'RTT-RA' });
});
afterAll(() => region.db.close());

const input = (key: string, change: Partial<PledgeInput> = {}): PledgeInput => ({
  key,
  forum: 'grf-2023',
  form: 'single',
  titleEn: `Pledge ${key}`,
  titleEs: `Promesa ${key}`,
  submitterState: 'MX',
  areas: ['protection'],
  ...change,
});
const create = (key: string, change: Partial<PledgeInput> = {}): Promise<PledgeDto> =>
  pledges.create(region.cast.secretariat, input(key, change));
const keys = async (query: Partial<PledgesQuery>, actor: Actor = PUBLIC): Promise<string[]> =>
  (await reading.list(actor, { limit: 50, ...query })).items.map(({ key }) => key);

describe('the stage rule in SQL', () => {
  it('gives what the pure rule gives, for every set of up to three commitments', async () => {
    const words: (Stage | null)[] = [...STAGES, null];
    const sets: (Stage | null)[][] = [[]];
    for (const a of words)
      for (const b of [undefined, ...words])
        for (const c of [undefined, ...words])
          sets.push([a, b, c].filter((word): word is Stage | null => word !== undefined));
    const rows = await region.db.database.query<{ stage: string | null }>(
      `SELECT (SELECT ${derivedStageSql('v.stage')} FROM jsonb_array_elements_text(s.value) AS v(stage)) AS stage
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS s(value, place) ORDER BY place`,
      [JSON.stringify(sets)],
    );
    expect(rows.map(({ stage }) => stage)).toEqual(sets.map(derivedStage));
  });
});

describe('entering a pledge', () => {
  it('names every key that stands for nothing in one go', async () => {
    const wrong = {
      forum: 'grf-1999',
      submitterState: 'ZZ',
      team: 'RTT-NOPE',
      areas: ['protection', 'cooking'],
      commitments: ['MX-01', 'MX-99'],
    };
    await expect(create('W1', wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'forum' },
        { field: 'submitterState' },
        { field: 'team' },
        { field: 'areas[1]' },
        { field: 'commitments[1]' },
      ],
    });
  });

  it('is for the submitting State, the team that carries it, and the Secretariat', async () => {
    const { coordinator, neighbour, presidency } = region.cast;
    await pledges.create(coordinator, input('A1'));
    await pledges.create(
      coordinator,
      input('A2', { submitterState: null, submitterInstitution: 'MX:COMAR' }),
    );
    await pledges.create(lead, input('A3', { submitterState: null, team: 'RTT-RA' }));
    for (const actor of [neighbour, presidency, PUBLIC])
      await expect(pledges.create(actor, input('A4'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(pledges.create(lead, input('A4', { team: 'RTT-LG' }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(create('A1')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is replaced over the version that was seen, with its links', async () => {
    const pledge = await create('B1', { commitments: ['MX-01', 'MX-02'] });
    const change = input('B1', { titleEn: 'Other words', commitments: ['MX-02'], areas: [] });
    const after = await pledges.replace(region.cast.coordinator, pledge.id, pledge.version, change);
    expect(after).toMatchObject({ titleEn: 'Other words', commitments: 1, areas: [], version: 2 });
    await expect(
      pledges.replace(region.cast.coordinator, pledge.id, pledge.version, change),
    ).rejects.toMatchObject({ code: 'stale', extra: { current: { version: 2 } } });
    await expect(pledges.replace(region.cast.neighbour, pledge.id, 2, change)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a pledge and its commitments', () => {
  it('has no stage until one of them has an approved update, and shows it to the public once it is published', async () => {
    const { id } = await create('C1', { commitments: ['MX-01', 'MX-02'] });
    expect(await reading.get(PUBLIC, id)).toMatchObject({
      stage: null,
      stageBasis: 'no_update',
      reported: 0,
    });
    await approved(region, 1, { stage: 'in_progress' });
    const { coordinator, neighbour } = region.cast;
    expect(await reading.get(coordinator, id)).toMatchObject({ stage: 'in_progress', stageBasis: 'derived' });
    expect(await reading.get(neighbour, id)).toMatchObject({ stage: null });
    expect(await reading.get(PUBLIC, id)).toMatchObject({ stage: null, reported: 0 });
    await region.db.database.execute(`UPDATE updates SET review_state = 'published'`);
    expect(await reading.get(PUBLIC, id)).toMatchObject({
      stage: 'in_progress',
      reported: 1,
      commitments: 2,
    });
  });

  it('is found from its commitments, its State, its area, its forum and its stage', async () => {
    const { commitment } = region;
    expect(await keys({ commitment: commitment(1) })).toEqual(['C1']);
    expect(await keys({ state: 'MX', q: 'Pledge A' })).toEqual(['A1', 'A2']);
    expect(await keys({ state: 'GT' })).toEqual([]);
    expect(await keys({ stage: 'in_progress' })).toEqual(['C1']);
    expect(await keys({ stage: 'no_update', area: 'protection' })).toEqual(['A1', 'A2', 'A3']);
    expect(await keys({ forum: 'grf-2019' })).toEqual([]);
    const first = await reading.list(PUBLIC, { limit: 2 });
    expect(await keys({ limit: 50, cursor: first.nextCursor ?? '' })).toEqual(['A3', 'B1', 'C1']);
  });
});

describe('the update of a pledge', () => {
  it('follows the commitments, or says otherwise with a reason that everybody sees', async () => {
    const { coordinator } = region.cast;
    const { id } = await create('D1', { commitments: ['MX-01'] });
    const follows = await pledges.report(coordinator, id, { stage: 'in_progress', accountEn: 'On the way.' });
    expect(follows.updates).toMatchObject([{ number: 1, statedStage: null, derivedStage: 'in_progress' }]);
    await expect(pledges.report(coordinator, id, { stage: 'fulfilled' })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'reason' }],
    });
    const stated = await pledges.report(coordinator, id, {
      stage: 'fulfilled',
      reason: 'The law is in force.',
    });
    expect(stated).toMatchObject({ stage: 'fulfilled', stageBasis: 'stated', derivedStage: 'in_progress' });
    expect(stated.updates.map(({ number, supersededAt }) => [number, supersededAt === null])).toEqual([
      [2, true],
      [1, false],
    ]);
    const seen = await reading.get(PUBLIC, id);
    expect(seen.updates[0]).toMatchObject({ reason: 'The law is in force.', author: null });
    expect(await auditedActions(region.db, id)).toEqual([
      'pledge.create',
      'pledge.report',
      'pledge.override_stage',
    ]);
    const again = await pledges.report(coordinator, id, {});
    expect(again).toMatchObject({ stage: 'in_progress', stageBasis: 'derived' });
  });

  it('needs a stage from somewhere', async () => {
    const { id } = await create('D2');
    await expect(pledges.report(region.cast.coordinator, id, { accountEn: 'Words' })).rejects.toMatchObject({
      fields: [{ field: 'stage' }],
    });
    await expect(
      pledges.report(region.cast.neighbour, id, { stage: 'planning', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells nobody what another State has approved but not published', async () => {
    const { coordinator, neighbour } = region.cast;
    await approved(region, 2, { stage: 'fulfilled', percent: 100 });
    const { id } = await pledges.create(
      neighbour,
      input('D4', { submitterState: 'GT', commitments: ['MX-02'] }),
    );
    for (const stage of [undefined, 'fulfilled'] as const)
      await expect(pledges.report(neighbour, id, { stage })).rejects.toMatchObject({ code: 'invalid' });
    const own = await create('D5', { commitments: ['MX-02'] });
    expect(await pledges.report(coordinator, own.id, {})).toMatchObject({ stage: 'fulfilled' });
  });

  it('is one at any time, also when two people write at once', async () => {
    const { id } = await create('D3');
    await Promise.all(
      ['planning', 'fulfilled'].map((stage) =>
        pledges.report(region.cast.secretariat, id, { stage: stage as 'planning', reason: 'Known' }),
      ),
    );
    const { updates } = await reading.get(PUBLIC, id);
    expect(updates.filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1);
    expect(updates).toHaveLength(2);
  });
});

describe('the dashboard', () => {
  it('counts over all pledges, with those without an update as a part of their own', async () => {
    await create('E1', { forum: 'grf-2019', areas: ['protection', 'health'] });
    const stated = await create('E2', { forum: 'grf-2019', areas: [] });
    await pledges.report(region.cast.secretariat, stated.id, {
      stage: 'planning',
      reason: 'Said at the Forum',
      asOf: '2019-12-17',
    });
    const rows = await reading.dashboard(PUBLIC, 'grf-2019');
    expect(rows).toEqual([
      {
        ...{ scope: 'all', areaKey: null, total: 2, planning: 1, inProgress: 0, fulfilled: 0, noUpdate: 1 },
        shares: { planning: 50, inProgress: 0, fulfilled: 0, noUpdate: 50 },
      },
      expect.objectContaining({ scope: 'area', areaKey: 'protection', total: 1, noUpdate: 1 }),
      expect.objectContaining({ scope: 'area', areaKey: 'health', total: 1, noUpdate: 1 }),
      expect.objectContaining({ scope: 'no_area', areaKey: null, total: 1, planning: 1 }),
    ]);
    expect(await reading.dashboard(PUBLIC, 'grf-1951')).toEqual([]);
  });
});

describe('the section of a year’s report', () => {
  it('holds the pledges made until then, with their stage', async () => {
    const sections = new PledgeSection(region.db.database);
    expect(await sections.sectionsOf(2018)).toEqual([]);
    const [section] = await sections.sectionsOf(2019);
    expect(section).toMatchObject({
      id: 'pledges',
      content: {
        pledges: [
          {
            key: 'E1',
            stage: null,
            areas: ['health', 'protection'],
            updatedAsOf: null,
            account: { en: null },
          },
          {
            ...{ key: 'E2', stage: 'planning', stageBasis: 'stated', forumName: { en: 'Forum 2019' } },
            ...{ updatedAsOf: '2019-12-17', areas: [] },
          },
        ],
      },
    });
  });

  it('tells the update that was in force at the end of the year, not a later one', async () => {
    const sections = new PledgeSection(region.db.database);
    const id = (await reading.list(PUBLIC, { limit: 1, q: 'E2' })).items[0]?.id ?? '';
    await pledges.report(region.cast.secretariat, id, {
      stage: 'fulfilled',
      reason: 'Done',
      asOf: '2020-05-01',
    });
    const stageOf = async (year: number) => {
      const [section] = await sections.sectionsOf(year);
      const { pledges: told } = section?.content as { pledges: { key: string; stage: string | null }[] };
      return told.find(({ key }) => key === 'E2')?.stage;
    };
    expect([await stageOf(2019), await stageOf(2020)]).toEqual(['planning', 'fulfilled']);
  });
});

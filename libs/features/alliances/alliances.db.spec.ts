import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import type { CreateDialogue, DialogueBody, EventBody, PlatformBody } from './alliance.dto.js';
import { AllianceSections } from './alliance-sections.js';
import { AlliancesService } from './alliances.service.js';
import type { CreateGoodPractice, GoodPracticeBody } from './good-practice.dto.js';
import { GoodPracticesService } from './good-practices.service.js';
import { auditService } from '../../../test/harness/index.js';

let region: Region;
let alliances: AlliancesService;
let practices: GoodPracticesService;
let sections: AllianceSections;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const audit = auditService(database, region.rooms.clock);
  alliances = new AlliancesService(database, new AccessService(), audit);
  practices = new GoodPracticesService(database, new AccessService(), audit);
  sections = new AllianceSections(database);
});
afterAll(() => region.db.close());

const sources = ['MIRPS Annual Report 2024'];
const dialogue = (changes: Partial<CreateDialogue> = {}): CreateDialogue => ({
  year: 2024,
  kind: 'civil_society',
  nameEn: 'Civil society',
  nameEs: 'Sociedad civil',
  leadEn: 'Casa Frida',
  leadEs: 'Casa Frida',
  steps: [{ en: 'Forum', es: 'Foro' }],
  areas: [],
  sources,
  ...changes,
});
const event = (changes: Partial<EventBody> = {}): EventBody => ({
  kind: 'oas',
  year: 2024,
  heldOn: '2024-10-11',
  heldPrecision: 'day',
  nameEn: 'Statelessness',
  nameEs: 'Apatridia',
  sources,
  ...changes,
});
const platform = (changes: Partial<PlatformBody> = {}): PlatformBody => ({
  launched: 2019,
  members: [
    { kind: 'state', nameEn: 'Canada', nameEs: 'Canadá' },
    { kind: 'state', nameEn: 'Italy', nameEs: 'Italia', fromYear: 2020, untilYear: 2020 },
    { kind: 'organisation', nameEn: 'World Bank', nameEs: 'Banco Mundial' },
  ],
  chairs: [
    {
      ...{ nameEn: 'Spain', nameEs: 'España', fromYear: 2020, untilYear: 2021, sources },
      ...{ periodEn: 'June 2020 - June 2021', periodEs: 'junio de 2020 - junio de 2021' },
      ...{ priorityEn: 'Solidarity', priorityEs: 'Solidaridad' },
    },
  ],
  notes: [],
  sources,
  ...changes,
});

describe('before anybody entered anything', () => {
  it('there is nothing to show and nothing to freeze', async () => {
    expect(await alliances.overview({ year: 2024 })).toMatchObject({
      years: [],
      dialogues: [],
      platform: null,
    });
    await expect(alliances.platform()).rejects.toMatchObject({ code: 'not_found' });
    expect(await sections.sectionsOf(2024)).toEqual([]);
  });
});

describe('a dialogue mechanism', () => {
  it('has one row a year, and tells who led it in each', async () => {
    const { secretariat } = region.cast;
    await alliances.createDialogue(secretariat, dialogue({ year: 2023, leadEn: 'DIME', leadEs: 'DIME' }));
    await alliances.createDialogue(secretariat, dialogue());
    await expect(alliances.createDialogue(secretariat, dialogue())).rejects.toMatchObject({
      code: 'conflict',
    });
    const { year, years, dialogues } = await alliances.overview({});
    expect({ year, years }).toEqual({ year: 2024, years: ['2024', '2023'] });
    expect(dialogues[0]?.leads.map(({ year: of, leadEn }) => [of, leadEn])).toEqual([
      [2024, 'Casa Frida'],
      [2023, 'DIME'],
    ]);
  });

  it('is replaced whole by who saw the newest version, with the Secretariat’s permission only', async () => {
    const { secretariat, coordinator } = region.cast;
    const body: DialogueBody = dialogue({ launchedOn: '2021-01-01', launchedPrecision: 'year' });
    const id = (await alliances.overview({ year: 2024 })).dialogues[0]?.id ?? '';
    for (const actor of [PUBLIC, coordinator])
      await expect(alliances.saveDialogue(actor, id, 1, body)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await alliances.saveDialogue(secretariat, id, 1, body)).toMatchObject({
      launchedOn: '2021-01-01',
      version: 2,
    });
    await expect(alliances.saveDialogue(secretariat, id, 1, body)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 2 } },
    });
  });
});

describe('a row entered by mistake', () => {
  it('is taken away by who saw it, and the audit keeps it', async () => {
    const { id, version } = await alliances.createEvent(region.cast.secretariat, event({ nameEn: 'Twice' }));
    await expect(alliances.removeEvent(region.cast.secretariat, id, version + 1)).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(alliances.removeEvent(region.cast.coordinator, id, version)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await alliances.removeEvent(region.cast.secretariat, id, version);
    await expect(alliances.removeEvent(region.cast.secretariat, id, version)).rejects.toMatchObject({
      code: 'not_found',
    });
    const year = await alliances.createDialogue(region.cast.secretariat, dialogue({ year: 2030 }));
    await alliances.removeDialogue(region.cast.secretariat, year.id, year.version);
    expect((await alliances.overview({ year: 2030 })).dialogues).toEqual([]);
    expect(
      await region.db.database.query(
        `SELECT before->>'nameEn' AS name FROM audit_entries WHERE action LIKE '%.remove' ORDER BY id`,
      ),
    ).toEqual([{ name: 'Twice' }, { name: 'Civil society' }]);
  });
});

describe('the Support Platform', () => {
  it('is entered once and then replaced with its members and chairs', async () => {
    const { secretariat } = region.cast;
    await alliances.enterPlatform(secretariat, platform());
    await expect(alliances.enterPlatform(secretariat, platform())).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await alliances.savePlatform(secretariat, 1, platform({ launched: 2019 }))).toMatchObject({
      version: 2,
      members: [{ nameEn: 'Canada' }, { nameEn: 'Italy' }, { nameEn: 'World Bank' }],
    });
    await expect(alliances.savePlatform(secretariat, 1, platform())).rejects.toMatchObject({ code: 'stale' });
  });
});

describe('what a year’s report tells', () => {
  it('is in the shape of the documents, with the members of that year and events until it', async () => {
    const { secretariat } = region.cast;
    await alliances.createEvent(secretariat, event());
    const first = await alliances.createEvent(secretariat, event({ heldOn: null, heldPrecision: 'year' }));
    await alliances.saveEvent(secretariat, first.id, 1, {
      ...event({ heldOn: null, heldPrecision: 'year' }),
      nameEn: 'Assembly',
    });
    await alliances.createEvent(
      secretariat,
      event({ kind: 'learning', year: 2023, heldOn: null, heldPrecision: 'year', nameEn: 'Mental health' }),
    );
    const told = Object.fromEntries(
      (await sections.sectionsOf(2024)).map(({ id, content }) => [id, content]),
    );
    expect(told).toMatchObject({
      dialogue_mechanisms: [
        {
          key: 'civil_society',
          name: { en: 'Civil society', es: 'Sociedad civil' },
          lead: { en: 'Casa Frida' },
          status: null,
          steps: [{ en: 'Forum', es: 'Foro' }],
        },
      ],
      oas_events: [
        { heldOn: null, precision: 'year', year: 2024, name: { en: 'Assembly' }, detail: null },
        { heldOn: '2024-10-11', precision: 'day' },
      ],
      support_platform: {
        launched: 2019,
        memberStates: [{ en: 'Canada', es: 'Canadá' }],
        memberOrganisations: [{ en: 'World Bank' }],
        chairs: [{ chair: { en: 'Spain' }, period: { en: 'June 2020 - June 2021' }, note: null }],
        priorities: [{ chair: { en: 'Spain' }, text: { en: 'Solidarity' } }],
        learningEvents: [{ year: 2023, name: { en: 'Mental health' } }],
      },
    });
    const before = (await sections.sectionsOf(2020)).find(({ id }) => id === 'support_platform');
    expect(before?.content).toMatchObject({ memberStates: [{ en: 'Canada' }, { en: 'Italy' }] });
    expect(await sections.sectionsOf(2018)).toEqual([]);
  });
});

describe('a good practice', () => {
  const practice = (changes: Partial<CreateGoodPractice> = {}): CreateGoodPractice => ({
    stateCode: 'MX',
    areaKey: region.plan.commitments[0]?.areaKey ?? '',
    year: 2024,
    titleEn: 'One window',
    titleEs: 'Una ventanilla',
    commitments: [region.plan.commitments[0]?.code ?? ''],
    adoptions: [{ stateCode: 'GT', year: 2024, source: 'Annual Report' }],
    sources,
    ...changes,
  });

  it('is found by State, theme, commitment and by who adopted it', async () => {
    const { coordinator } = region.cast;
    const { id } = await practices.create(coordinator, practice());
    const found = async (query: Parameters<GoodPracticesService['list']>[1]) =>
      (await practices.list(PUBLIC, query)).map((each) => each.id);
    for (const query of [
      { state: 'MX' },
      { area: practice().areaKey },
      { adoptedBy: 'GT' },
      { commitment: region.commitment(1) },
    ])
      expect(await found(query)).toEqual([id]);
    for (const query of [
      { state: 'GT' },
      { area: 'nothing' },
      { adoptedBy: 'MX' },
      { commitment: region.commitment(2) },
    ])
      expect(await found(query)).toEqual([]);
  });

  it('is written by the coordinator of its State and the Secretariat, of nobody else’s version', async () => {
    const { coordinator, neighbour, focal, secretariat } = region.cast;
    const [{ id, mayWrite } = { id: '', mayWrite: null }] = await practices.list(PUBLIC, {});
    expect(mayWrite).toBe(false);
    const body: GoodPracticeBody = practice({ adoptions: [] });
    for (const actor of [neighbour, focal, PUBLIC])
      await expect(practices.save(actor, id, 1, body)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await practices.save(coordinator, id, 1, body)).toMatchObject({
      adoptions: [],
      version: 2,
      mayWrite: true,
    });
    await expect(practices.save(secretariat, id, 1, body)).rejects.toMatchObject({ code: 'stale' });
    await expect(practices.remove(secretariat, id, 1)).rejects.toMatchObject({ code: 'stale' });
    expect(
      await region.db.database.query(
        `SELECT action FROM audit_entries WHERE entity = 'good_practice' ORDER BY id`,
      ),
    ).toEqual([{ action: 'good_practice.create' }, { action: 'good_practice.save' }]);
  });

  it('says everything that is wrong at once', async () => {
    await expect(
      practices.create(
        region.cast.secretariat,
        practice({
          areaKey: 'nothing',
          commitments: ['MX-99'],
          adoptions: [{ stateCode: 'MX', source: 'x' }],
        }),
      ),
    ).rejects.toMatchObject({
      fields: [{ field: 'areaKey' }, { field: 'commitments[0]' }, { field: 'adoptions[0].stateCode' }],
    });
  });
});

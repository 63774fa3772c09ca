import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { auditedActions } from '../../../test/factories/plans.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { ProgrammesService } from './programmes.service.js';
import type { ProjectDto } from './project.dto.js';
import type { ProjectInput } from './project.input.js';
import { ProjectRecords } from './project-records.js';
import { ProjectsService } from './projects.service.js';
import { auditService } from '../../../test/harness/index.js';

let region: Region;
let projects: ProjectsService;
let programmes: ProgrammesService;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const { clock } = region.rooms;
  const access = new AccessService();
  const audit = auditService(database, clock);
  projects = new ProjectsService(database, clock, audit, access, new ProjectRecords(database));
  programmes = new ProgrammesService(database, audit, access);
  for (const key of ['mirps_fund', 'other_source'])
    await programmes.put(SYSTEM, {
      key,
      name: { en: key, es: key },
      donor: 'REG:SPAIN',
      amount: { value: '1000000.00', currency: 'EUR' },
      sources: ['A page'],
    });
});
afterAll(() => region.db.close());

const input = (key: string, change: Partial<ProjectInput> = {}): ProjectInput => ({
  key,
  programme: 'mirps_fund',
  state: 'MX',
  titleEn: `Project ${key}`,
  titleEs: `Proyecto ${key}`,
  ...change,
});
const create = (key: string, change: Partial<ProjectInput> = {}): Promise<ProjectDto> =>
  projects.create(region.cast.secretariat, input(key, change));

describe('entering a project', () => {
  it('names everything that is wrong in one go', async () => {
    await expect(
      create('W', {
        programme: 'none',
        executingEntity: 'MX:NOBODY',
        commitments: ['MX-99'],
        amount: '5.00',
        expectedEndOn: '2025-03-31',
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'programme' },
        { field: 'executingEntity' },
        { field: 'commitments[0]' },
        { field: 'currency' },
        { field: 'expectedEndOn' },
      ],
    });
  });

  it('is for its State and the Secretariat, and replaced over the version that was seen', async () => {
    const { coordinator, neighbour } = region.cast;
    await expect(projects.create(neighbour, input('A'))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(projects.create(PUBLIC, input('A'))).rejects.toMatchObject({ code: 'forbidden' });
    const project = await projects.create(coordinator, input('A', { commitments: ['MX-01'] }));
    expect(project).toMatchObject({ donor: 'REG:SPAIN', ownDonor: null, percent: null, reports: 0 });
    const after = await projects.replace(coordinator, project.id, 1, input('A', { donor: 'REG:UNHCR' }));
    expect(after).toMatchObject({ donor: 'REG:UNHCR', commitments: [], version: 2 });
    await expect(projects.replace(coordinator, project.id, 1, input('A'))).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(create('A')).rejects.toMatchObject({ code: 'conflict' });
    expect(await auditedActions(region.db, project.id)).toEqual(['project.create', 'project.replace']);
  });
});

describe('a project of the whole region', () => {
  const regional = (change: Partial<ProjectInput> = {}) => input('REGION-1', { state: null, ...change });

  it('has no State, is written by the Secretariat and serves commitments of any State', async () => {
    await expect(projects.create(region.cast.coordinator, regional())).rejects.toMatchObject({
      code: 'forbidden',
    });
    const made = await projects.create(region.cast.secretariat, regional({ commitments: ['MX-01'] }));
    expect(made).toMatchObject({ state: null, commitments: [{ code: 'MX-01' }] });
    const own = input('REGION-1');
    await expect(projects.replace(region.cast.coordinator, made.id, 1, own)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const rows = await projects.portfolio();
    expect(rows.at(-1)).toMatchObject({ scope: 'state', key: null, projects: 1 });
    const [section] = await programmes.sectionsOf(2024);
    expect(section?.content).toMatchObject({
      projects: expect.arrayContaining([
        expect.objectContaining({ key: 'REGION-1', stateCode: null, commitments: ['MX-01'] }),
      ]),
    });
  });
});

describe('what is reported of a project', () => {
  it('stays, each with its day and source; a report without a percent takes none away', async () => {
    const { id } = await create('B', { commitments: ['MX-02'] });
    const { secretariat } = region.cast;
    const year = { asOf: '2024-12-31', asOfPrecision: 'year' as const };
    await projects.report(secretariat, id, { ...year, percent: 79, reached: 296, sources: ['Chapter'] });
    await projects.report(secretariat, id, { ...year, statusEn: 'Being implemented', sources: ['Report'] });
    await projects.report(secretariat, id, {
      asOf: '2024-09-20',
      asOfPrecision: 'day',
      percent: 60,
      sources: ['Press'],
    });
    expect(await projects.get(PUBLIC, id)).toMatchObject({
      percent: 79,
      percentAsOf: '2024-12-31',
      percentPrecision: 'year',
      reached: 296,
      statusEn: 'Being implemented',
      reports: 3,
      history: [{ number: 2 }, { number: 1, percent: 79 }, { number: 3, percent: 60 }],
    });
    await expect(
      projects.report(secretariat, id, { asOfPrecision: 'day', sources: [] }),
    ).rejects.toMatchObject({ fields: [{ field: 'asOf' }, { field: 'sources' }] });
    await expect(
      projects.report(region.cast.neighbour, id, { ...year, sources: ['x'] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is found from a commitment, a programme and a State', async () => {
    const keys = async (query: object) =>
      (await projects.list({ limit: 50, ...query })).items.map(({ key }) => key);
    expect(await keys({ commitment: region.commitment(2) })).toEqual(['B']);
    expect(await keys({ programme: 'other_source' })).toEqual([]);
    expect(await keys({ state: 'MX', q: 'project b' })).toEqual(['B']);
  });
});

describe('the portfolio', () => {
  it('sums money within a currency only and says how many reported', async () => {
    await create('C1', { programme: 'other_source', amount: '0.10', currency: 'USD' });
    await create('C2', { programme: 'other_source', amount: '0.20', currency: 'USD', state: 'GT' });
    const paid = await create('C3', {
      programme: 'other_source',
      amount: '5.00',
      currency: 'EUR',
      state: 'GT',
    });
    await create('C4', { programme: 'other_source' });
    await projects.report(region.cast.secretariat, paid.id, {
      asOfPrecision: 'not_stated',
      percent: 50,
      sources: ['x'],
    });
    const rows = await projects.portfolio('other_source');
    expect(rows[0]).toEqual({
      ...{ scope: 'all', key: null, projects: 4, withPercent: 1, meanPercent: 50, withoutAmount: 1 },
      amounts: [
        { currency: 'EUR', amount: '5.00', projects: 1 },
        { currency: 'USD', amount: '0.30', projects: 2 },
      ],
    });
    expect(rows.map(({ scope, key, projects: count }) => [scope, key, count])).toEqual([
      ['all', null, 4],
      ['programme', 'other_source', 4],
      ['state', 'GT', 2],
      ['state', 'MX', 2],
    ]);
  });
});

describe('files of projects', () => {
  it('are taken by key, all or none, and what was reported stays', async () => {
    const file = (text: string) => ({ format: 'csv' as const, bytes: Buffer.from(text) });
    const head = 'Key,Programme,State,Title in English,Title in Spanish,Amount,Currency\n';
    await expect(
      projects.importFile(
        SYSTEM,
        file(`${head}N1,mirps_fund,MX,One,Uno,5,\nN2,nothing,MX,Two,Dos,,\n`),
        'all',
      ),
    ).rejects.toMatchObject({
      result: {
        imported: 0,
        problems: [
          { row: 2, column: 'Currency' },
          { row: 3, column: 'Programme' },
        ],
      },
    });
    const taken = await projects.importFile(
      SYSTEM,
      file(`${head}B,mirps_fund,MX,Other words,Otras,,\n`),
      'all',
    );
    expect(taken).toMatchObject({ imported: 1, problems: [] });
    const [again] = (await projects.list({ limit: 1, q: 'Other words' })).items;
    expect(again).toMatchObject({ key: 'B', reports: 3, percent: 79 });
  });
});

describe('the sections of a year’s report', () => {
  it('tell each programme with its projects as rows have them', async () => {
    expect(await programmes.sectionsOf(2023)).toEqual([]);
    const sections = await programmes.sectionsOf(2024);
    expect(sections.map(({ id }) => id)).toEqual(['mirps_fund', 'programme_other_source']);
    expect(sections[0]).toMatchObject({
      content: {
        donor: 'REG:SPAIN',
        donorAmount: { value: 1000000, currency: 'EUR' },
        projects: [{}, {}, {}],
      },
    });
  });
});

describe('what is written of a project', () => {
  it('serves commitments of its own State only', async () => {
    await region.db.database.execute(
      `INSERT INTO commitments (id, code, state_code) VALUES (gen_random_uuid(), 'GT-01', 'GT') ON CONFLICT DO NOTHING`,
    );
    await expect(create('F', { commitments: ['MX-01', 'GT-01'] })).rejects.toMatchObject({
      fields: [{ field: 'commitments[1]', detail: { en: expect.stringContaining('another State') } }],
    });
  });

  it('keeps people counted apart, also when a file without them replaces the rest', async () => {
    const apart = { people: 10_000, qualifier: 'nearly' as const, nameEn: 'at risk', nameEs: 'en riesgo' };
    const { id } = await create('APART', { furtherBeneficiaries: [apart] });
    const text = 'Key,Programme,State,Title in English,Title in Spanish\nAPART,mirps_fund,MX,New,Nuevo\n';
    await projects.importFile(region.cast.secretariat, { format: 'csv', bytes: Buffer.from(text) }, 'all');
    expect(await projects.get(PUBLIC, id)).toMatchObject({
      titleEn: 'New',
      furtherBeneficiaries: [apart],
      mayWrite: false,
    });
    expect(await projects.get(region.cast.coordinator, id)).toMatchObject({ mayWrite: true });
  });

  it('words its status from one report, in both languages', async () => {
    const { id } = await create('S');
    const report = (asOf: string, statusEn: string | null, statusEs: string | null) =>
      projects.report(region.cast.secretariat, id, {
        asOf,
        asOfPrecision: 'day',
        statusEn,
        statusEs,
        sources: ['A page'],
      });
    await report('2024-01-31', 'Begun', 'Iniciado');
    expect(await report('2024-06-30', 'Half done', null)).toMatchObject({
      statusEn: 'Half done',
      statusEs: null,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { auditService } from '../../../test/harness/index.js';
import { auditedActions } from '../../../test/factories/plans.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import type { PartnerSheetDto } from './partner.dto.js';
import type { PartnerFigureInput, PartnerSheetInput } from './partner.input.js';
import { PartnerFigureRecords } from './partner-figure-records.js';
import { PartnerFiguresImport } from './partner-figures-import.service.js';
import { PartnerSection } from './partner-section.js';
import { PartnersService } from './partners.service.js';

let region: Region;
let partners: PartnersService;
let imports: PartnerFiguresImport;
let section: PartnerSection;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const { clock } = region.rooms;
  const access = new AccessService();
  const audit = auditService(database, clock);
  partners = new PartnersService(database, clock, audit, access, new PartnerFigureRecords(database));
  imports = new PartnerFiguresImport(database, access, partners);
  section = new PartnerSection(database);
});
afterAll(() => region.db.close());

const head = (key: string, change: Partial<PartnerSheetInput> = {}): PartnerSheetInput => ({
  ...{ key, partner: 'REG:UNHCR', year: 2024, state: 'MX', titleEn: `Sheet ${key}`, titleEs: `Ficha ${key}` },
  ...{ source: 'A report', language: 'en' as const },
  ...change,
});
const figure = (code: string, change: Partial<PartnerFigureInput> = {}): PartnerFigureInput => ({
  ...{ code, labelEn: 'Claims', labelEs: 'Solicitudes', valueType: 'count' as const, value: 78900 },
  ...{ qualifier: 'more_than' as const, unitEn: 'claims', unitEs: 'solicitudes' },
  ...change,
});
const create = (key: string, change: Partial<PartnerSheetInput> = {}): Promise<PartnerSheetDto> =>
  partners.create(region.cast.secretariat, head(key, change));
const page = { limit: 50 };

describe('a sheet', () => {
  it('is the Secretariat’s to write and everybody’s to read', async () => {
    for (const actor of [region.cast.coordinator, region.cast.presidency, PUBLIC])
      await expect(partners.create(actor, head('A'))).rejects.toMatchObject({ code: 'forbidden' });
    const sheet = await create('A');
    expect(sheet).toMatchObject({
      partner: 'REG:UNHCR',
      state: 'MX',
      figures: [],
      figureCount: 0,
      version: 1,
    });
    await expect(create('A')).rejects.toMatchObject({ code: 'conflict' });
    await expect(create('B', { partner: 'REG:NOBODY', state: 'ZZ' })).rejects.toMatchObject({
      fields: [{ field: 'partner' }, { field: 'state' }],
    });
    expect((await partners.sheets({ ...page, q: 'sheet a' })).items).toMatchObject([{ key: 'A' }]);
  });

  it('is replaced over the version that was seen', async () => {
    const { secretariat } = region.cast;
    const { id } = await create('C');
    expect(await partners.replace(secretariat, id, 1, head('C', { titleEn: 'New' }))).toMatchObject({
      ...{ titleEn: 'New', version: 2 },
    });
    await expect(partners.replace(secretariat, id, 1, head('C'))).rejects.toMatchObject({
      ...{ code: 'stale', extra: { current: { version: 2 } } },
    });
    expect(await auditedActions(region.db, id)).toEqual(['partner_sheet.create', 'partner_sheet.replace']);
  });
});

describe('a figure', () => {
  it('is added once, replaced, taken away, each with its audit entry', async () => {
    const { secretariat } = region.cast;
    const { id } = await create('D');
    const added = await partners.addFigure(secretariat, id, 1, figure('claims', { commitments: ['MX-01'] }));
    expect(added).toMatchObject({ version: 2, figures: [{ value: 78900, qualifier: 'more_than' }] });
    await expect(partners.addFigure(secretariat, id, 2, figure('claims'))).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(partners.addFigure(secretariat, id, 1, figure('other'))).rejects.toMatchObject({
      code: 'stale',
    });
    const figureId = added.figures[0]?.id ?? '';
    const zero = figure('claims', { value: 0, qualifier: 'exact' });
    const replaced = await partners.replaceFigure(secretariat, id, figureId, 2, zero);
    expect(replaced.figures).toMatchObject([
      { id: figureId, value: 0, valueState: 'reported', commitments: [] },
    ]);
    expect(await partners.removeFigure(secretariat, id, figureId, 3)).toMatchObject({
      figures: [],
      version: 4,
    });
    const all = ['sheet.create', 'figure.add', 'figure.replace', 'figure.remove'];
    expect(await auditedActions(region.db, id)).toEqual(all.map((action) => `partner_${action}`));
  });

  it('names everything that is wrong in one go', async () => {
    const { id } = await create('E', { state: 'GT' });
    const wrong = { value: null, commitments: ['MX-01', 'XX-1'], indicators: ['none:impact:1'] };
    await expect(
      partners.addFigure(region.cast.secretariat, id, 1, figure('a', wrong)),
    ).rejects.toMatchObject({
      fields: [
        { field: 'value' },
        { field: 'commitments[0]' },
        { field: 'commitments[1]' },
        { field: 'indicators[0]' },
      ],
    });
  });

  it('is found by its commitment, a page at a time, and counts in no progress', async () => {
    const { id } = await create('F', { year: 2023 });
    for (const [version, code] of ['one', 'two', 'three'].entries())
      await partners.addFigure(
        region.cast.secretariat,
        id,
        version + 1,
        figure(code, { commitments: ['MX-02'] }),
      );
    const query = { commitment: region.commitment(2), limit: 2 };
    const first = await partners.list(query);
    expect(first.items.map(({ code, sheet }) => [sheet, code])).toEqual([
      ['F', 'one'],
      ['F', 'two'],
    ]);
    const rest = await partners.list({ ...query, cursor: first.nextCursor ?? '' });
    expect(rest).toMatchObject({ items: [{ code: 'three', partner: 'REG:UNHCR' }], nextCursor: null });
    expect((await partners.list({ limit: 9, commitment: region.commitment(3) })).items).toEqual([]);
    expect(await region.db.database.one('SELECT count(*)::int AS n FROM figures')).toEqual({ n: 0 });
  });
});

describe('a file of figures', () => {
  const head = 'Sheet,Partner,Year,State,Title in English,Title in Spanish,Document,Language,Code,';
  const columns = `${head}Label in English,Label in Spanish,Type,Value,Unit in English,Commitments\n`;
  const row = (code: string, value: string, title = 'In Mexico') =>
    `G,REG:UNHCR,2022,MX,${title},En México,A report,en,${code},People,Personas,count,${value},people,MX-01\n`;
  const file = (text: string) => ({ format: 'csv' as const, bytes: Buffer.from(columns + text) });
  const sheetG = async () => (await partners.sheets({ ...page, year: 2022 })).items[0];

  it('is taken whole or not at all, with every problem by row and column', async () => {
    const bad = file(row('a', '12') + row('a', '13') + row('b', 'many') + row('c', '1', 'Elsewhere'));
    await expect(imports.importFile(SYSTEM, bad, 'all')).rejects.toMatchObject({
      result: {
        imported: 0,
        problems: [
          { row: 3, column: null },
          { row: 4, column: 'Value' },
          { row: 5, column: 'Title in English' },
        ],
      },
    });
    expect(await sheetG()).toBeUndefined();
  });

  it('changes nothing when it comes again', async () => {
    const good = file(row('a', '12') + row('b', '0'));
    expect(await imports.importFile(SYSTEM, good, 'all')).toMatchObject({ imported: 2 });
    const before = await sheetG();
    expect(before).toMatchObject({ figureCount: 2 });
    await imports.importFile(SYSTEM, good, 'all');
    expect(await sheetG()).toEqual(before);
    await expect(imports.importFile(region.cast.coordinator, good, 'all')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the section of a year', () => {
  it('holds its sheets with figures, and nothing without any', async () => {
    expect(await section.sectionsOf(2021)).toEqual([]);
    expect(await section.sectionsOf(2022)).toMatchObject([
      {
        id: 'partner_figures',
        content: [{ key: 'G', stateCode: 'MX', figures: [{ value: 12 }, { value: 0 }] }],
      },
    ]);
  });
});

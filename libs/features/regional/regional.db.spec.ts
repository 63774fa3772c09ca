import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { importFileNamed } from '#platform/tables';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { auditService } from '../../../test/harness/index.js';
import type { RegionalPlanBody } from './regional-plan.dto.js';
import { RegionalFiguresService } from './regional-figures.service.js';
import { RegionalPlansService } from './regional-plans.service.js';
import { RegionalSections } from './regional-sections.js';
import { RegionalWriter } from './regional-writer.js';
import { ACRONYM_EXAMPLE, COUNT_EXAMPLE, FIGURE_EXAMPLE } from './regional.examples.js';

let region: Region;
let plans: RegionalPlansService;
let figures: RegionalFiguresService;
let sections: RegionalSections;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const access = new AccessService();
  const writer = new RegionalWriter(database, access, auditService(database, region.rooms.clock));
  plans = new RegionalPlansService(database, access, writer);
  figures = new RegionalFiguresService(database, writer);
  sections = new RegionalSections(database);
});
afterAll(() => region.db.close());

const sources = ['MIRPS Annual Report 2024'];
const item = (en: string, commitments: string[] = []) => ({ en, es: `${en} (es)`, areas: [], commitments });
const plan = (changes: Partial<RegionalPlanBody> = {}): RegionalPlanBody => ({
  focusAreas: [{ ...item('More stakeholders', ['MX-01']), areas: ['protection'] }],
  pillars: [item('Durable solutions'), item('Reception')],
  presidencyLessons: [],
  documents: [],
  sources,
  ...changes,
});
const meeting = { year: 2024, hostState: 'BZ', heldOn: '2024-12-05', heldPrecision: 'day' as const, sources };
const declaration = {
  kind: 'declaration' as const,
  titleEn: 'Belize City Declaration',
  titleEs: 'Declaración de la Ciudad de Belice',
  meeting: 7,
  content: [],
  sources,
};
const csv = (text: string) => importFileNamed('rows.csv', Buffer.from(text));

describe('before anybody entered anything', () => {
  it('nothing is told of any year', async () => {
    expect(await plans.years(PUBLIC)).toEqual({ years: [], mayWrite: false });
    expect(await sections.sectionsOf(2024)).toEqual([]);
    await expect(plans.plan(2024)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an Annual Meeting', () => {
  it('is entered once with its documents and never earlier than the one before it', async () => {
    const entered = await plans.putMeeting(SYSTEM, 7, meeting, 0);
    expect(entered).toMatchObject({ ordinal: 7, number: 'VII', heldOn: '2024-12-05', version: 1 });
    await plans.putDocument(SYSTEM, 'belize-city-declaration', declaration, 0);
    expect((await plans.meeting(7)).documents).toEqual(['belize-city-declaration']);
    const eighth = { ...meeting, heldOn: '2024-12-04' };
    await expect(plans.putMeeting(SYSTEM, 8, eighth, 0)).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: 'heldOn' }],
    });
  });

  it('is written over only by who saw what is there, and by the Secretariat', async () => {
    const changed = { ...meeting, placeEn: 'Belize City', placeEs: 'Ciudad de Belice' };
    await expect(plans.putMeeting(SYSTEM, 7, changed, 0)).rejects.toMatchObject({
      fields: [{ field: 'ordinal' }],
    });
    await expect(plans.putMeeting(SYSTEM, 7, changed, 9)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 1 } },
    });
    await expect(plans.putMeeting(region.cast.coordinator, 7, changed, 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await plans.putMeeting(SYSTEM, 7, changed, 1)).toMatchObject({
      version: 2,
      placeEn: 'Belize City',
    });
    expect(
      await region.db.database.query(
        `SELECT action FROM audit_entries WHERE entity = 'annual_meeting' AND entity_id = '7' ORDER BY id`,
      ),
    ).toEqual([{ action: 'annual_meeting.put' }, { action: 'annual_meeting.put' }]);
  });

  it('comes in files, which tell the row and the column of what is wrong', async () => {
    const rows = 'Number,Year,Host,Date,Precision of the date,Sources\n';
    const wrong = csv(`${rows}6,2024,ZZ,2024-01-24,day,Press\n9,2023,,2024-01-24,day,Press\n`);
    await expect(plans.importMeetings(SYSTEM, wrong, 'all')).rejects.toMatchObject({
      result: {
        imported: 0,
        problems: [
          { row: 2, column: 'Host' },
          { row: 3, column: 'Date' },
        ],
      },
    });
    const good = csv(`${rows}6,2024,PA,2024-01-24,day,Press; Radio\n`);
    expect(await plans.importMeetings(SYSTEM, good, 'all')).toMatchObject({ imported: 1 });
    expect(await plans.meetings({ host: 'PA' })).toMatchObject([
      { number: 'VI', sources: ['Press', 'Radio'] },
    ]);
  });

  it('can be taken away; its documents stay', async () => {
    const { version } = await plans.putMeeting(SYSTEM, 9, { year: 2026, sources }, 0);
    await plans.putDocument(SYSTEM, 'ninth', { ...declaration, meeting: 9 }, 0);
    await expect(plans.removeMeeting(SYSTEM, 9, version + 1)).rejects.toMatchObject({ code: 'stale' });
    await plans.removeMeeting(SYSTEM, 9, version);
    await expect(plans.removeMeeting(SYSTEM, 9, 0)).rejects.toMatchObject({ code: 'not_found' });
    const left = await plans.document('ninth');
    expect(left.meeting).toBeNull();
    await plans.removeDocument(SYSTEM, 'ninth', left.version);
  });
});

describe('the Regional Action Plan', () => {
  it('keeps its items in order and is found by the commitments and areas that they name', async () => {
    const documents = ['belize-city-declaration'];
    const written = await plans.putPlan(SYSTEM, 2024, plan({ documents }), 0);
    expect(written).toMatchObject({ year: 2024, version: 1, documents });
    expect(written.pillars.map(({ en }) => en)).toEqual(['Durable solutions', 'Reception']);
    expect(written.focusAreas).toEqual([{ ...item('More stakeholders', ['MX-01']), areas: ['protection'] }]);
    const commitment = await region.db.database.one<{ id: string }>(
      `SELECT id FROM commitments WHERE code = 'MX-01'`,
    );
    expect(await plans.plans({ commitment: commitment?.id ?? '' })).toHaveLength(1);
    expect(await plans.plans({ area: 'health' })).toEqual([]);
    expect((await plans.document('belize-city-declaration')).plans).toEqual(['2024']);
  });

  it('shows the Presidencies of its year by their real terms', async () => {
    const { presidencies } = await plans.plan(2024);
    expect(presidencies.map(({ stateCode, startsOn }) => [stateCode, startsOn])).toEqual([
      ['PA', '2022-12-01'],
      ['BZ', '2024-01-24'],
      ['CR', '2024-12-05'],
    ]);
  });

  it('is replaced whole, and tells everything that is wrong at once', async () => {
    const wrong = plan({ focusAreas: [item('One', ['MX-99'])], documents: ['nothing'], sources: [] });
    await expect(plans.putPlan(SYSTEM, 2024, wrong, 1)).rejects.toMatchObject({
      fields: [{ field: 'sources' }, { field: 'focusAreas[0].commitments[0]' }, { field: 'documents[0]' }],
    });
    const documents = ['belize-city-declaration'];
    const saved = await plans.putPlan(SYSTEM, 2024, plan({ pillars: [item('Hosts')], documents }), 1);
    expect(saved).toMatchObject({ version: 2, pillars: [{ en: 'Hosts' }] });
  });
});

describe('the regional context', () => {
  it('keeps figures by year and key; a file leaves their breakdown', async () => {
    const { year, key, version, ...body } = FIGURE_EXAMPLE;
    expect(await figures.putFigure(SYSTEM, year, key, body, 0)).toEqual({
      ...{
        year,
        key,
        ...body,
        asOf: null,
        noteEn: null,
        noteEs: null,
        windowTextEn: null,
        windowTextEs: null,
      },
      version,
    });
    const file = csv(
      'Year,Key,Label in English,Label in Spanish,Value,Value state,Value type,Qualifier,Basis,Role,Unit in English,Sources\n' +
        `2024,${key},Crossings,Cruces,270000,reported,count,exact,period,observed,people,Press\n`,
    );
    expect(await figures.importFigures(SYSTEM, file, 'all')).toMatchObject({ imported: 1 });
    const after = await figures.figure(2024, key);
    expect(after).toMatchObject({
      value: 270000,
      version: 2,
      position: 4,
      disaggregation: body.disaggregation,
    });
    await figures.removeFigure(SYSTEM, 2024, key, 2);
    expect(await figures.figures({ year: 2024 })).toEqual([]);
    await figures.putFigure(SYSTEM, year, key, body, 0);
  });

  it('keeps what States published with its sum, and acronyms by place', async () => {
    const { place, ...count } = COUNT_EXAMPLE;
    expect(await figures.putCount(SYSTEM, place, count, 0)).toMatchObject({ published: 17 });
    expect(await figures.putCount(SYSTEM, 'REG', { ...count, areaSplit: [] }, 0)).toMatchObject({
      published: null,
    });
    const { version, ...acronym } = ACRONYM_EXAMPLE;
    const nothing = { noteEn: null, noteEs: null };
    expect(await figures.putAcronym(SYSTEM, acronym, 0)).toEqual({ ...acronym, ...nothing, version });
    await expect(figures.putAcronym(SYSTEM, { ...acronym, place: 'ZZ' }, 0)).rejects.toMatchObject({
      fields: [{ field: 'place' }],
    });
  });
});

describe('the sections of a year', () => {
  it('are told in the shape that reports read', async () => {
    const told = Object.fromEntries(
      (await sections.sectionsOf(2024)).map(({ id, content }) => [id, content]),
    );
    expect(told).toMatchObject({
      action_plan: {
        focusAreas: [{ en: 'More stakeholders', areas: ['protection'], commitments: ['MX-01'] }],
        documents: [{ title: { en: 'Belize City Declaration' } }],
        sources,
      },
      annual_meetings: [
        { number: 'VI', outcomeEn: null },
        { number: 'VII', heldOn: '2024-12-05', precision: 'day', outcomeEn: 'Belize City Declaration' },
      ],
      context_figures: [{ key: 'darien_crossings', value: 266000 }],
      plan_counts: { states: [{ stateCode: 'MX', publishedCommitments: 17 }], sum: 17 },
      glossary: [{ stateCode: 'MX', acronym: 'COMAR', institutionKey: 'MX:COMAR' }],
    });
    expect(told).not.toHaveProperty('statutory_charter');
  });

  it('leave out meetings of later years', async () => {
    const told = await sections.sectionsOf(2023);
    expect(told.map(({ id }) => id)).toEqual(['plan_counts', 'glossary']);
  });
});

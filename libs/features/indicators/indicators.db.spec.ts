import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { type Actor, runAs } from '#platform/http';
import type { ImportFile } from '#platform/tables';
import { seededResults } from '../../../test/factories/indicators.js';
import { auditedActions, seededRegion } from '../../../test/factories/plans.js';
import { coordinatorOf, PUBLIC } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import { BudgetsQueries } from './budgets.queries.js';
import type { NewIndicator } from './indicator.dto.js';
import type { NewObservation } from './observation.dto.js';
import { IndicatorSection } from './indicator-section.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { IndicatorsService } from './indicators.service.js';
import { ObservationsService } from './observations.service.js';
import { ResultsService } from './results.service.js';
import { auditService } from '../../../test/harness/index.js';

const SECRETARIAT: Actor = { userId: null, name: 'Secretariat', roles: [{ role: 'secretariat' }] };
const as = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => runAs(actor, work);

const NEW: NewIndicator = {
  frameworkKey: 'mirps',
  level: 'output',
  code: 'P1',
  nameEn: 'People assisted',
  nameEs: 'Personas atendidas',
  valueType: 'count',
  unitEn: 'people',
  unitEs: 'personas',
  direction: 'higher_is_better',
  basis: 'period',
  overTime: 'sum',
  overPlaces: 'sum',
  source: 'MIRPS Annual Report 2024',
};
const valueOf = (changes: Partial<NewObservation> = {}): NewObservation => ({
  place: 'MX',
  populationKey: 'refugees',
  year: 2024,
  role: 'actual',
  source: 'COMAR',
  valueState: 'reported',
  value: 210,
  ...changes,
});

describe('Indicators', () => {
  let db: TestDatabase;
  let queries: IndicatorsQueries;
  let indicators: IndicatorsService;
  let observations: ObservationsService;
  let results: ResultsService;
  let budgets: BudgetsQueries;

  beforeAll(async () => {
    const region = await seededRegion();
    db = region.db;
    const { database } = db;
    const access = new AccessService();
    const audit = auditService(database, region.rooms.clock);
    queries = new IndicatorsQueries(database);
    indicators = new IndicatorsService(database, audit, access, queries);
    observations = new ObservationsService(database, audit, access, queries);
    results = new ResultsService(database, audit, access);
    budgets = new BudgetsQueries(database);
    await seededResults(results);
  });
  afterAll(() => db.close());

  const count = async (table: string): Promise<number> =>
    (await db.database.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n ?? 0;
  const counts = () =>
    Promise.all(
      ['indicators', 'indicator_series', 'observations', 'budget_lines', 'audit_entries'].map(count),
    );

  describe('from UNHCR’s report', () => {
    it('are 36 series with baseline, target and actual, each with its source, and the budget', async () => {
      expect((await counts()).slice(1, 4)).toEqual([36, 108, 19]);
      const { items } = await queries.list({ framework: 'unhcr-results', limit: 200 });
      expect(items.slice(0, 3).map(({ level, code }) => `${level} ${code}`)).toEqual([
        'impact 1.1',
        'impact 1.2',
        'impact 2.2',
      ]);
      expect(items.at(-1)).toMatchObject({ code: '16.2', latestYear: 2024 });
      const livelihoods = items.find(({ code }) => code === '13.1');
      const [idps] = await queries.series(livelihoods?.id ?? '', { state: 'MX', population: 'idps' });
      const source = 'UNHCR Annual Results Report 2024, Mexico';
      expect(idps?.observations).toMatchObject([
        { role: 'actual', value: 34.92, source },
        { role: 'baseline', value: null, valueState: 'unknown', source },
        { role: 'target', value: 40, source },
      ]);
    });

    it('keep their budget by area, with the printed total beside it', async () => {
      const lines = await budgets.lines('unhcr-results', { state: 'MX', year: 2024 });
      expect(lines.find(({ areaCode }) => areaCode === 'IA1')).toMatchObject({
        currency: 'USD',
        finalBudget: 75474647,
        fundsPercent: 48.8,
        spentPercent: 98.63,
      });
      expect(lines.filter(({ isTotal }) => isTotal)).toHaveLength(2);
    });

    it('are told to the report of their year, and to no other', async () => {
      const section = new IndicatorSection(db.database, budgets);
      const [told, ...others] = await section.sectionsOf(2024);
      expect(others).toEqual([]);
      const { values, budget } = told?.content as {
        values: { code: string; values: unknown }[];
        budget: unknown[];
      };
      expect([told?.id, values.length, budget.length]).toEqual(['indicators', 36, 19]);
      expect(values.find(({ code }) => code === '13.1')?.values).toEqual({
        baseline: { state: 'unknown', value: null, currency: null },
        target: { state: 'reported', value: 40, currency: null },
        actual: { state: 'reported', value: 34.92, currency: null },
      });
      expect(await section.sectionsOf(2001)).toEqual([]);
    });

    it('give a later snapshot what earlier years said of the same series, and of no other', async () => {
      const { id } = await as(SECRETARIAT, () => indicators.create(SECRETARIAT, { ...NEW, code: 'P9' }));
      const put = (value: Partial<NewObservation>) =>
        as(SECRETARIAT, () => observations.add(SECRETARIAT, id, valueOf(value)));
      await put({ year: 2033, value: 300 });
      await put({ year: 2031, value: 210 });
      await put({ year: 2031, value: 220, source: 'Press' });
      await put({ year: 2031, place: 'GT', value: 5 });
      await put({ year: 2020, value: 1 });
      const [told] = await new IndicatorSection(db.database, budgets).sectionsOf(2033);
      const { values, earlier } = told?.content as {
        values: { seriesId: string }[];
        earlier: { seriesId: string; year: number; source: string; values: object }[];
      };
      const reported = (value: number) => ({ actual: { state: 'reported', value, currency: null } });
      const { seriesId } = values[0] ?? {};
      expect(earlier).toEqual([
        { seriesId, year: 2031, source: 'COMAR', preferred: null, values: reported(210) },
        { seriesId, year: 2031, source: 'Press', preferred: null, values: reported(220) },
      ]);
    });

    it('stay as they are when the seeds are applied again', async () => {
      const before = await counts();
      await seededResults(results);
      expect(await counts()).toEqual(before);
    });

    it('come from a file of another country and year, also one outside of the framework', async () => {
      const report = (title: string): ImportFile => ({
        format: 'json',
        content: {
          document: { title },
          indicators: [
            {
              ...{
                level: 'outcome',
                code: '3.1',
                name_en: 'Law',
                population_type: 'None (country-level)',
                value_type: 'ordinal',
              },
              baseline: { raw: 'Not aligned', value: 'Not aligned', status: 'reported' },
              actual_2019: { raw: 'Broadly aligned', value: 'Broadly aligned', status: 'reported' },
            },
          ],
        },
      });
      for (const country of ['Honduras', 'Colombia'])
        expect(
          await as(SECRETARIAT, () =>
            results.importFile(SECRETARIAT, report(`Results 2019, ${country}`), 'all'),
          ),
        ).toEqual({ rows: 1, imported: 1, problems: [] });
      const law = (await queries.list({ level: 'outcome', q: '3.1', limit: 50 })).items.find(
        ({ code }) => code === '3.1',
      );
      expect(law?.scale?.map(({ en }) => en)).toEqual([
        'Not aligned',
        'Progressing towards alignment',
        'Broadly aligned',
      ]);
      expect(law?.scaleOrdered).toBe(true);
      const series = await queries.series(law?.id ?? '', {});
      expect(series.map(({ place, stateCode }) => [place, stateCode])).toEqual([
        ['HN', 'HN'],
        ['MX', 'MX'],
        ['colombia', null],
      ]);
    });

    it('bring steps of no known scale with a warning, and keep every value on its step when the order is stated', async () => {
      const file = (country: string, used: string[], scale?: string[]): ImportFile => ({
        format: 'json',
        content: {
          document: { title: `Results 2020, ${country}` },
          indicators: [
            {
              ...{ level: 'outcome', code: '77.1', name_en: 'Trust', population_type: 'IDPs', scale },
              value_type: 'ordinal',
              baseline: { raw: used[0], value: used[0], status: 'reported' },
              actual_2020: { raw: used[1], value: used[1], status: 'reported' },
            },
          ],
        },
      });
      const take = (...given: Parameters<typeof file>) =>
        as(SECRETARIAT, () => results.importFile(SECRETARIAT, file(...given), 'all'));
      const trust = async () => {
        const [found] = (await queries.list({ q: '77.1', limit: 1 })).items;
        const [series] = await queries.series(found?.id ?? '', { state: 'HN' });
        const said = (role: string) => series?.observations.find((each) => each.role === role)?.value ?? 0;
        const words = [said('baseline'), said('actual')].map((step) => found?.scale?.[step - 1]?.en);
        return {
          id: found?.id ?? '',
          ordered: found?.scaleOrdered,
          scale: found?.scale?.map(({ en }) => en),
          words,
        };
      };
      expect(await take('Honduras', ['High', 'Low'])).toMatchObject({
        ...{ imported: 1, problems: [], warnings: [{ row: 1, column: 'indicators[0].scale' }] },
      });
      expect(await trust()).toMatchObject({ ordered: false, scale: ['High', 'Low'], words: ['High', 'Low'] });
      expect(await take('Panama', ['Low', 'Middle'], ['Low', 'Middle', 'High'])).not.toHaveProperty(
        'warnings',
      );
      expect(await trust()).toMatchObject({
        ...{ ordered: true, scale: ['Low', 'Middle', 'High'], words: ['High', 'Low'] },
      });
      await expect(take('Guatemala', ['Low', 'Utter'])).rejects.toMatchObject({
        result: {
          problems: [{ column: 'indicators[0].scale', detail: { en: expect.stringContaining('Utter') } }],
        },
      });
      expect(await auditedActions(db, (await trust()).id)).toEqual(['indicator.create', 'indicator.scale']);
    });

    it('are refused whole when one is of another type than it is known as', async () => {
      const file: ImportFile = {
        format: 'json',
        content: {
          document: { title: 'Results 2023, Panama' },
          indicators: [
            {
              ...{
                level: 'outcome',
                code: '2.1',
                name_en: 'x',
                population_type: 'IDPs',
                value_type: 'percent',
              },
              actual_2023: { raw: '1', value: 1, status: 'reported' },
            },
          ],
        },
      };
      const before = await counts();
      await expect(as(SECRETARIAT, () => results.importFile(SECRETARIAT, file, 'all'))).rejects.toMatchObject(
        {
          result: { problems: [{ row: 1, column: 'indicators[0]' }] },
        },
      );
      expect(await counts()).toEqual(before);
      await expect(as(PUBLIC, () => results.importFile(PUBLIC, file, 'check'))).rejects.toMatchObject({
        code: 'forbidden',
      });
    });
  });

  describe('of the MIRPS', () => {
    let id: string;
    const add = (actor: Actor, changes: Partial<NewObservation> = {}) =>
      as(actor, () => observations.add(actor, id, valueOf(changes)));
    beforeAll(async () => {
      ({ id } = await as(SECRETARIAT, () => indicators.create(SECRETARIAT, NEW)));
    });

    it('are defined once by a key, with rules that fit their type', async () => {
      const create = (changes: Partial<NewIndicator>) =>
        as(SECRETARIAT, () => indicators.create(SECRETARIAT, { ...NEW, ...changes }));
      await expect(create({})).rejects.toMatchObject({ code: 'conflict' });
      await expect(create({ code: 'P2', valueType: 'percent' })).rejects.toMatchObject({
        fields: [{ field: 'overTime' }, { field: 'overPlaces' }],
      });
      await expect(create({ code: 'P2', frameworkKey: 'none' })).rejects.toMatchObject({
        fields: [{ field: 'frameworkKey' }],
      });
      await expect(create({ code: 'P2', areaCode: 'OA77' })).rejects.toMatchObject({
        fields: [{ field: 'areaCode' }],
      });
      await expect(as(PUBLIC, () => indicators.create(PUBLIC, NEW))).rejects.toMatchObject({
        code: 'forbidden',
      });
    });

    it('take values from the State that they are of, and keep sources that differ side by side', async () => {
      const mexico = coordinatorOf('MX');
      const first = await add(mexico);
      await add(SECRETARIAT, { source: 'UNHCR', value: 75 });
      await expect(add(mexico)).rejects.toMatchObject({ code: 'conflict' });
      await expect(add(mexico, { place: 'GT' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(add(mexico, { place: 'REGION' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(add(SECRETARIAT, { place: 'XX' })).rejects.toMatchObject({ fields: [{ field: 'place' }] });
      await expect(add(mexico, { year: 2023, valueState: 'unknown' })).rejects.toMatchObject({
        fields: [{ field: 'value' }],
      });
      const [series] = await queries.series(id, {});
      expect(series?.notes).toMatchObject([{ kind: 'sources_differ' }]);
      const prefer = (source: string, version = series?.version ?? 0) =>
        as(mexico, () => observations.prefer(mexico, series?.id ?? '', version, source));
      await expect(prefer('nobody')).rejects.toMatchObject({ fields: [{ field: 'source' }] });
      await prefer('COMAR');
      await expect(prefer('UNHCR')).rejects.toMatchObject({
        ...{ code: 'stale', extra: { current: { preferredSource: 'COMAR' } } },
      });
      expect(await indicators.aggregate(id, { over: 'places', role: 'actual' })).toMatchObject({
        aggregates: [{ method: 'sum', value: '210', figureIds: [first.id] }],
      });
    });

    it('leave what a partner reports to those who keep its framework', async () => {
      const mexico = coordinatorOf('MX');
      const { items } = await queries.list({ framework: 'unhcr-results', limit: 1 });
      const theirs = items[0]?.id ?? '';
      const [series] = await queries.series(theirs, { state: 'MX' });
      const seen = series?.observations[0];
      await expect(
        as(mexico, () => observations.remove(mexico, seen?.id ?? '', seen?.version ?? 0)),
      ).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        as(mexico, () => observations.add(mexico, theirs, valueOf({ source: 'COMAR' }))),
      ).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('compare parts with their total, over the database too', async () => {
      const mexico = coordinatorOf('MX');
      await add(mexico, { dimension: 'sex', category: 'women', value: 100 });
      await add(mexico, { dimension: 'sex', category: 'men', value: 109 });
      const [series] = await queries.series(id, { state: 'MX', from: 2024, to: 2024 });
      expect(series?.notes.map(({ kind }) => kind)).toContain('parts_differ');
    });

    it('are corrected and taken away by who saw the present version', async () => {
      const panama = coordinatorOf('PA');
      const { id: wrong } = await add(panama, { place: 'PA', value: 5 });
      const change = (version: number) =>
        as(panama, () =>
          observations.change(panama, wrong, version, { valueState: 'not_reported', value: null }),
        );
      expect(await change(1)).toMatchObject({ version: 2, valueState: 'not_reported', value: null });
      await expect(change(1)).rejects.toMatchObject({ code: 'stale', extra: { current: { version: 2 } } });
      const foreign = coordinatorOf('MX');
      await expect(as(foreign, () => observations.remove(foreign, wrong, 2))).rejects.toMatchObject({
        code: 'forbidden',
      });
      await as(panama, () => observations.remove(panama, wrong, 2));
      expect((await queries.series(id, { state: 'PA' }))[0]?.observations).toEqual([]);
    });

    it('are put together over time for one place only', async () => {
      await expect(indicators.aggregate(id, { over: 'time', role: 'actual' })).rejects.toMatchObject({
        fields: [{ field: 'state' }],
      });
    });

    it('tell of commitments, which lists can ask for', async () => {
      const [commitment] = await db.database.query<{ id: string }>(
        `SELECT id FROM commitments WHERE code = 'MX-01'`,
      );
      const mexico = coordinatorOf('MX');
      const other = coordinatorOf('GT');
      const link = (actor: Actor, linked: boolean) =>
        as(actor, () => indicators.link(actor, id, commitment?.id ?? '', linked));
      await expect(link(other, true)).rejects.toMatchObject({ code: 'forbidden' });
      await link(mexico, true);
      const linked = async () =>
        (await queries.list({ commitment: commitment?.id, limit: 50 })).items.map(({ code }) => code);
      expect(await linked()).toEqual(['P1']);
      await link(mexico, false);
      expect(await linked()).toEqual([]);
    });
  });

  it('are found by page, population and word', async () => {
    const first = await queries.list({ framework: 'unhcr-results', limit: 10 });
    const second = await queries.list({
      framework: 'unhcr-results',
      limit: 200,
      cursor: first.nextCursor ?? '',
    });
    const all = await queries.list({ framework: 'unhcr-results', limit: 200 });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect((await queries.list({ population: 'stateless_persons', limit: 50 })).items).toMatchObject([
      { code: '1.2' },
    ]);
    expect((await queries.list({ q: '100%', limit: 50 })).items).toEqual([]);
    await expect(queries.get('x')).rejects.toMatchObject({ code: 'not_found' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { auditedActions } from '../../../test/factories/plans.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { QuantificationSection } from './quantification-section.service.js';
import { QuantificationService } from './quantification.service.js';
import { auditService } from '../../../test/harness/index.js';

let region: Region;
let quantification: QuantificationService;
let section: QuantificationSection;

beforeAll(async () => {
  region = await regionWithPlan();
  const { database } = region.db;
  const audit = auditService(database, region.rooms.clock);
  quantification = new QuantificationService(database, audit, new AccessService());
  section = new QuantificationSection(database, audit, new AccessService());
});
afterAll(() => region.db.close());

const sources = ['A costing'];
const need = (commitment: string, currency: string, sought: string | null, own: string | null = null) => ({
  ...{ commitment, year: 2024, currency, cooperationSought: sought, ownResources: own, sources },
});
const paid = (key: string, amount: string, currency: string, rest: object = {}) => ({
  ...{ key, year: 2024, contributorEn: 'Spain', contributorEs: 'España', amount, currency, sources, ...rest },
});

describe('needs', () => {
  it('are written by their State, once a commitment and year, with a source', async () => {
    const { coordinator, neighbour } = region.cast;
    await quantification.putNeed(coordinator, need('MX-01', 'USD', '900.00', '100.00'));
    await quantification.putNeed(coordinator, need('MX-01', 'USD', '1000.10', '100.00'));
    expect(await quantification.needs({ year: 2024 })).toMatchObject([
      { commitment: 'MX-01', state: 'MX', cooperationSought: '1000.10', ownResources: '100.00', version: 2 },
    ]);
    expect(await quantification.needs({ commitment: region.commitment(2) })).toEqual([]);
    for (const actor of [neighbour, PUBLIC])
      await expect(quantification.putNeed(actor, need('MX-01', 'USD', '1.00'))).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(
      quantification.putNeed(coordinator, { ...need('MX-99', 'USD', null), sources: [] }),
    ).rejects.toMatchObject({
      fields: [{ field: 'commitment' }, { field: 'cooperationSought' }, { field: 'sources' }],
    });
    expect(await auditedActions(region.db, region.commitment(1))).toEqual(['need.put', 'need.put']);
  });

  it('come from files, all or none', async () => {
    const file = (text: string) => ({ format: 'csv' as const, bytes: Buffer.from(text) });
    const head = 'Commitment,Year,Currency,Cooperation sought,Sources\n';
    await expect(
      quantification.importFile(
        SYSTEM,
        file(`${head}MX-02,2024,MXN,50.00,x\nMX-77,2024,MXN,1.00,x\n`),
        'all',
      ),
    ).rejects.toMatchObject({ result: { imported: 0, problems: [{ row: 3, column: 'Commitment' }] } });
    expect(await quantification.needs({ commitment: region.commitment(2) })).toEqual([]);
    await quantification.importFile(SYSTEM, file(`${head}MX-02,2024,MXN,50.00,x\n`), 'all');
    expect(await quantification.needs({ commitment: region.commitment(2) })).toHaveLength(1);
  });
});

describe('a contribution', () => {
  it('names one State only, and a source that says something', async () => {
    const wrong = { state: 'GT', commitment: 'MX-01', sources: [' '] };
    await expect(
      quantification.putContribution(region.cast.secretariat, paid('M2', '1.00', 'USD', wrong)),
    ).rejects.toMatchObject({ fields: [{ field: 'state' }, { field: 'sources' }] });
  });
});

describe('the gap', () => {
  it('adds by stated rates only, and lists apart what has none', async () => {
    await quantification.putContribution(
      region.cast.secretariat,
      paid('C1', '100.00', 'EUR', { commitment: 'MX-01' }),
    );
    await quantification.putContribution(region.cast.secretariat, paid('C2', '7.00', 'USD'));
    const [before] = await quantification.gaps(2024, 'USD');
    expect(before).toMatchObject({
      scope: 'region',
      quantified: 2,
      ownResources: { amount: '100.00' },
      sought: { amount: '1000.10', apart: [{ currency: 'MXN', amount: '50.00' }] },
      funded: { amount: '7.00', apart: [{ currency: 'EUR', amount: '100.00' }] },
      gap: '993.10',
      leftOut: [
        { currency: 'EUR', count: 1 },
        { currency: 'MXN', count: 1 },
      ],
    });
    const rate = { from: 'EUR', to: 'USD', rate: '1.10', asOf: '2024-06-30', source: 'A bank' };
    await expect(quantification.putRate(region.cast.coordinator, rate)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await quantification.putRate(region.cast.secretariat, rate);
    const rows = await quantification.gaps(2024, 'USD');
    expect(rows.map(({ scope, key, gap }) => [scope, key, gap])).toEqual([
      ['region', null, '883.10'],
      ['state', 'MX', '890.10'],
      ['area', 'health', null],
      ['area', 'protection', '890.10'],
      ['area', null, null],
    ]);
    expect(rows[0]?.leftOut).toEqual([{ currency: 'MXN', count: 1 }]);
    expect(await quantification.gaps(2023, 'USD')).toEqual([]);
    expect(await quantification.rates()).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.1' }]);
  });
});

describe('what was read before it is written', () => {
  it('is written over only by who saw it as it is now', async () => {
    const { secretariat } = region.cast;
    const rate = { from: 'EUR', to: 'USD', rate: '1.20', asOf: '2024-07-31', source: 'A bank' };
    expect(await quantification.putRate(secretariat, rate, 0)).toMatchObject({ rate: '1.2', version: 1 });
    const stale = { code: 'stale', extra: { current: { rate: '1.2', version: 1 } } };
    await expect(quantification.putRate(secretariat, rate, 0)).rejects.toMatchObject({
      fields: [{ field: 'asOf', detail: { en: expect.stringContaining('is there already') } }],
    });
    await expect(quantification.putRate(secretariat, rate, 2)).rejects.toMatchObject(stale);
    expect(await quantification.putRate(secretariat, { ...rate, rate: '1.21' }, 1)).toMatchObject({
      ...{ rate: '1.21', version: 2 },
    });
    const need23 = { ...need('MX-03', 'USD', '5.00'), year: 2023 };
    await expect(quantification.putNeed(secretariat, need23, 1)).rejects.toMatchObject({ code: 'stale' });
    expect(await quantification.putNeed(secretariat, need23, 0)).toMatchObject({ version: 1 });
    const both = await Promise.allSettled(
      ['6.00', '7.00'].map((sought) =>
        quantification.putNeed(secretariat, { ...need23, cooperationSought: sought }, 1),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('stays with its State: no coordinator takes over another’s contribution', async () => {
    const { coordinator, neighbour, secretariat } = region.cast;
    const given = paid('C23', '9.00', 'USD', { commitment: 'MX-01', year: 2023 });
    expect(await quantification.putContribution(coordinator, given, 0)).toMatchObject({ version: 1 });
    const taken = { ...given, commitment: null, state: 'GT' };
    await expect(quantification.putContribution(neighbour, taken, 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await quantification.putContribution(secretariat, taken, 1)).toMatchObject({ version: 2 });
  });
});

describe('a contribution that moves to another State', () => {
  it('is lost to a coordinator who waited for the move', async () => {
    const { coordinator, secretariat } = region.cast;
    const given = paid('C24', '9.00', 'USD', { commitment: 'MX-01', year: 2020 });
    await quantification.putContribution(coordinator, given, 0);
    const moved = Promise.withResolvers<undefined>();
    const waiting = moved.promise.then(() => quantification.putContribution(coordinator, given));
    await Promise.all([
      expect(waiting).rejects.toMatchObject({ code: 'forbidden' }),
      region.db.database.transaction(async () => {
        await quantification.putContribution(secretariat, { ...given, commitment: null, state: 'GT' }, 1);
        moved.resolve(undefined);
        await waitsForLock();
      }),
    ]);
  });

  /** Until somebody waits for a lock that this transaction holds. */
  async function waitsForLock(): Promise<void> {
    const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    while (!(await region.db.database.one(waiting))) await new Promise((soon) => setImmediate(soon));
  }
});

describe('contributions', () => {
  it('are narrowed to members of the Support Platform, a State, a commitment', async () => {
    const member = paid('C22', '3.00', 'USD', { year: 2022, supportPlatformMember: true, state: 'MX' });
    await quantification.putContribution(SYSTEM, member);
    await quantification.putContribution(SYSTEM, paid('C22-other', '4.00', 'USD', { year: 2022 }));
    const keys = async (query: object) =>
      (await quantification.contributions({ year: 2022, ...query })).map(({ key }) => key);
    expect(await keys({})).toEqual(['C22', 'C22-other']);
    expect(await keys({ supportPlatform: true })).toEqual(['C22']);
    expect(await keys({ supportPlatform: false })).toEqual(['C22-other']);
    expect(await keys({ state: 'MX' })).toEqual(['C22']);
    expect(await keys({ commitment: region.commitment(1) })).toEqual([]);
  });

  it('that were only announced fund nothing and stand apart', async () => {
    await quantification.putNeed(SYSTEM, { ...need('MX-01', 'USD', '10.00'), year: 2021 });
    await quantification.putContribution(
      SYSTEM,
      paid('A21', '110.00', 'USD', { year: 2021, announced: true }),
    );
    const [all] = await quantification.gaps(2021, 'USD');
    expect(all).toMatchObject({
      ...{ scope: 'region', gap: '10.00', funded: { amount: null }, announced: { amount: '110.00' } },
    });
  });
});

describe('the section of a year’s report', () => {
  it('tells the gaps that were stated until then, and adds nothing to them', async () => {
    const note = { en: 'All seven States', es: 'Los siete Estados' };
    const gap = { key: 'region-2019', year: 2019, stateCode: null, note, sources };
    await section.put(SYSTEM, { ...gap, amount: { value: '141000000.00', currency: 'USD' } });
    await section.put(SYSTEM, { ...gap, amount: { value: '141000000.00', currency: 'USD' } });
    expect(await auditedActions(region.db, 'region-2019')).toEqual(['stated_gap.put']);
    expect(await section.sectionsOf(2018)).toEqual([]);
    expect(await section.sectionsOf(2024)).toMatchObject([
      {
        id: 'quantification',
        content: {
          ...{ first: 2019, gap2019: { value: 141000000, currency: 'USD' } },
          counted: { year: 2024, currency: 'USD' },
        },
      },
    ]);
    expect((await section.sectionsOf(2030))[0]?.content).not.toHaveProperty('counted');
  });
});

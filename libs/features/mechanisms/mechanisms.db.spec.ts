import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessService } from '#features/identity';
import { SYSTEM } from '#platform/http';
import { PUBLIC } from '../../../test/factories/rooms.js';
import { type Region, regionWithPlan } from '../../../test/factories/progress.js';
import type { CreateMechanism, MechanismBody } from './mechanism.dto.js';
import { MechanismPartsImport } from './mechanism-parts.import.js';
import { MechanismsService } from './mechanisms.service.js';
import { auditService } from '../../../test/harness/index.js';

let region: Region;
let mechanisms: MechanismsService;
let codes: string[];

beforeAll(async () => {
  region = await regionWithPlan();
  const { db, rooms, plan } = region;
  codes = plan.commitments.map(({ code }) => code);
  mechanisms = new MechanismsService(
    db.database,
    rooms.clock,
    new AccessService(),
    auditService(db.database, rooms.clock),
  );
});
afterAll(() => region.db.close());

const body = (changes: Partial<MechanismBody> = {}): MechanismBody => ({
  kind: 'roundtable',
  nameEn: 'Roundtable on Refuge',
  nameEs: 'Mesa sobre Refugio',
  chairEn: 'Interior',
  chairEs: 'Gobernación',
  sources: ['National Action Plan'],
  members: [],
  sessions: [
    {
      heldOn: '2024-09-01',
      dayPrecision: 'month',
      titleEn: 'Second session',
      titleEs: 'Segunda sesión',
      commitments: [codes[0] ?? ''],
    },
  ],
  agreements: [
    {
      session: 1,
      textEn: 'Open an office',
      textEs: 'Abrir una oficina',
      status: 'agreed',
      commitments: [codes[1] ?? ''],
    },
  ],
  ...changes,
});
const roundtable = (changes: Partial<CreateMechanism> = {}): CreateMechanism => ({
  key: 'MX:ROUNDTABLE',
  ...body(),
  ...changes,
});

describe('a mechanism of a State', () => {
  it('is kept whole by its coordinator, and read by everybody', async () => {
    const created = await mechanisms.create(region.cast.coordinator, roundtable());
    expect(await mechanisms.get(created.id)).toMatchObject({
      stateCode: 'MX',
      version: 1,
      sessions: [{ heldOn: '2024-09-01', dayPrecision: 'month', commitments: [codes[0]] }],
      agreements: [{ session: 1, status: 'agreed', commitments: [codes[1]] }],
    });
    await expect(mechanisms.create(region.cast.coordinator, roundtable())).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is found from a commitment of its sessions or agreements', async () => {
    const keysFor = async (n: number) =>
      (await mechanisms.list({ commitment: region.commitment(n) })).map(({ key }) => key);
    expect(await keysFor(1)).toEqual(['MX:ROUNDTABLE']);
    expect(await keysFor(2)).toEqual(['MX:ROUNDTABLE']);
    expect(await keysFor(3)).toEqual([]);
    expect(await mechanisms.list({ state: 'GT' })).toEqual([]);
  });

  it('is written by nobody else', async () => {
    for (const actor of [region.cast.focal, PUBLIC])
      await expect(mechanisms.create(actor, roundtable({ key: 'MX:OTHER' }))).rejects.toMatchObject({
        code: 'forbidden',
      });
    await expect(
      mechanisms.create(region.cast.neighbour, roundtable({ key: 'MX:OTHER' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is replaced by who saw its latest version only, and the replacement is on record', async () => {
    const { cast, db } = region;
    const [{ id } = { id: '' }] = await mechanisms.list({});
    const saved = await mechanisms.save(cast.coordinator, id, 1, body({ sessions: [], agreements: [] }));
    expect(saved).toMatchObject({ version: 2, sessions: [], agreements: [] });
    await expect(mechanisms.save(cast.coordinator, id, 1, body())).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 2 } },
    });
    expect(
      await db.database.query(`SELECT action FROM audit_entries WHERE entity = 'mechanism' ORDER BY id`),
    ).toEqual([{ action: 'mechanism.create' }, { action: 'mechanism.save' }]);
  });

  it('tells everything that is wrong at once', async () => {
    const wrong = roundtable({
      key: 'MX:GROUP',
      partOf: 'MX:NOTHING',
      members: ['MX:NOBODY'],
      sources: [],
      sessions: [],
    });
    await expect(mechanisms.create(region.cast.coordinator, wrong)).rejects.toMatchObject({
      fields: [
        { field: 'sources' },
        { field: 'members[0]' },
        { field: 'agreements[0].session' },
        { field: 'partOf' },
      ],
    });
    await expect(mechanisms.create(SYSTEM, roundtable({ key: 'ZZ:GROUP' }))).rejects.toMatchObject({
      fields: [{ field: 'key' }],
    });
  });

  it('may belong to another one, and comes after it in lists', async () => {
    const group = roundtable({ key: 'MX:GROUP', kind: 'working_group', partOf: 'MX:ROUNDTABLE' });
    await mechanisms.putMissing(SYSTEM, [roundtable(), group, roundtable({ key: 'MX:AAA' })]);
    expect((await mechanisms.list({ state: 'MX' })).map(({ key, partOf }) => [key, partOf])).toEqual([
      ['MX:AAA', null],
      ['MX:ROUNDTABLE', null],
      ['MX:GROUP', 'MX:ROUNDTABLE'],
    ]);
  });
});

describe('sessions and agreements from files', () => {
  const csv = (...lines: string[]) => ({ format: 'csv' as const, bytes: Buffer.from(lines.join('\n')) });

  it('go to their mechanism and leave the others, each problem in its own column', async () => {
    const { id } = await mechanisms.create(SYSTEM, roundtable({ key: 'MX:FILED' }));
    const imports = new MechanismPartsImport(region.db.database, mechanisms);
    const sessions = 'Mechanism,Day,Precision of the day,Title in English,Title in Spanish,Commitments';
    const wrong = csv(sessions, 'MX:NONE,2024-10-01,month,A,A,', 'MX:FILED,2024-10-01,month,A,A,MX-99');
    expect(await imports.importSessions(SYSTEM, wrong, 'check')).toMatchObject({
      problems: [
        { row: 2, column: 'Mechanism' },
        { row: 3, column: 'Commitments' },
      ],
    });
    const taken = csv(
      sessions,
      `MX:FILED,2024-09-01,month,Second session,Segunda reunión,${codes[0]}`,
      'MX:FILED,2024-11-05,day,Third session,Tercera sesión,',
    );
    await imports.importSessions(SYSTEM, taken, 'all');
    const agreements = 'Mechanism,Day of the session,Text in English,Text in Spanish,Status';
    const refused = csv(agreements, 'MX:FILED,2024-12-24,Publish,Publicar,agreed');
    expect(await imports.importAgreements(SYSTEM, refused, 'check')).toMatchObject({
      problems: [{ row: 2, column: 'Day of the session' }],
    });
    await imports.importAgreements(
      SYSTEM,
      csv(agreements, 'MX:FILED,2024-11-05,Publish,Publicar,in progress'),
      'all',
    );
    expect(await mechanisms.get(id)).toMatchObject({
      sessions: [{ titleEs: 'Segunda reunión' }, { heldOn: '2024-11-05' }],
      agreements: [{ session: 1 }, { session: 2, status: 'in_progress' }],
    });
  });
});

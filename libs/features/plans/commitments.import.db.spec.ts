import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportFile } from '#platform/tables';
import { codesOf, regionWithoutPlans, type Rooms } from '../../../test/factories/plans.js';
import { coordinatorOf } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import { CommitmentsImport } from './commitments.import.js';
import type { PlanDto } from './plan.dto.js';

let db: TestDatabase;
let rooms: Rooms;
let imports: CommitmentsImport;

beforeAll(async () => {
  ({ db, rooms } = await regionWithoutPlans());
  imports = new CommitmentsImport(
    db.database,
    rooms.states,
    rooms.plans,
    rooms.planQueries,
    rooms.commitments,
  );
});
afterAll(() => db.close());

const HEAD = 'State,Code,Area,Title in English,Title in Spanish,Led by,Partners,Milestones';
const file = (...rows: string[]): ImportFile => ({
  format: 'csv',
  bytes: Buffer.from([HEAD, ...rows].join('\n')),
});

describe('commitments from a file', () => {
  const actor = coordinatorOf('PA');
  const draft = async (): Promise<PlanDto> => {
    const [found] = await rooms.planQueries.list(actor, { state: 'PA', status: 'draft' });
    return rooms.planQueries.get(actor, found?.id ?? '');
  };

  it('begin the first draft of a State, whole or not at all', async () => {
    const wrong = file(
      'PA,,protection,One,Uno,REG:UNHCR,PA:NOBODY,Signed | Firmado | 2025-06-30',
      'PA,,protection,Two,Dos,,,Signed',
      'ZZ,,protection,Three,Tres,,,',
      'MX,,protection,Four,Cuatro,,,',
    );
    expect(await imports.importFile(actor, wrong, 'check')).toMatchObject({
      rows: 4,
      problems: [
        { row: 2, column: 'Partners' },
        { row: 3, column: 'Milestones[0]' },
        { row: 4, column: 'State' },
        { row: 5 },
      ],
    });
    expect(await rooms.planQueries.list(actor, { state: 'PA' })).toEqual([]);
    await imports.importFile(
      actor,
      file('PA,,protection,One,Uno,REG:UNHCR,,Signed | Firmado | 2025-06-30', 'PA,,health,Two,Dos,,,'),
      'all',
    );
    const plan = await draft();
    expect(codesOf(plan)).toEqual(['PA-01', 'PA-02']);
    expect(plan.commitments[0]).toMatchObject({
      institutions: [{ key: 'REG:UNHCR', role: 'lead', basis: 'named' }],
      milestones: [{ titleEn: 'Signed', dueOn: '2025-06-30' }],
    });
  });

  it('change what has a code, keep what the file leaves out, and do not enter a title twice', async () => {
    const again = file('PA,PA-01,health,First,Primero,,,', 'PA,,health,Two,Dos,,,');
    const result = await imports.importFile(actor, again, 'good');
    expect(result).toMatchObject({ imported: 1, problems: [{ row: 3, column: 'Title in English' }] });
    expect((await draft()).commitments[0]).toMatchObject({
      areaKey: 'health',
      titleEn: 'First',
      institutions: [{ key: 'REG:UNHCR' }],
    });
  });

  it('begin the revision of a plan in force with its other commitments', async () => {
    const { id, version } = await draft();
    await rooms.plans.adopt(actor, id, version);
    await imports.importFile(actor, file('PA,,protection,Three,Tres,,,'), 'all');
    expect(codesOf(await draft())).toEqual(['PA-01', 'PA-02', 'PA-03']);
    expect((await rooms.planQueries.get(actor, id)).commitments).toHaveLength(2);
  });
});

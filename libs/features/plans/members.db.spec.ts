import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAs } from '#platform/http';
import { newId } from '#platform/database';
import { type IdentityRooms, openIdentityRooms } from '../../../test/factories/identity.js';
import { adoptedOf, auditedActions, regionWithoutPlans, type Rooms } from '../../../test/factories/plans.js';
import { coordinatorOf } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import type { MemberDto } from './members.dto.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import type { PlanDto } from './plan.dto.js';

let db: TestDatabase;
let rooms: Rooms;
let people: IdentityRooms;
let members: MembersService;

beforeAll(async () => {
  ({ db, rooms } = await regionWithoutPlans());
  people = openIdentityRooms(db);
  members = new MembersService(
    db.database,
    people.clock,
    rooms.access,
    people.roles,
    rooms.states,
    rooms.focalPoints,
    new MembersQueries(db.database, people.clock),
  );
});
afterAll(() => db.close());

describe('a National Technical Team', () => {
  const actor = coordinatorOf('PA');
  let plan: PlanDto;
  let ana: string;
  const roleOf = ({ roles: [role] }: MemberDto): string => role?.id ?? '';
  const team = async (): Promise<MemberDto[]> => (await members.list(actor, 'PA')).members;

  beforeAll(async () => {
    plan = await adoptedOf(rooms, actor, 'PA', 3);
    ana = (await people.person({ name: 'Ana' })).id;
    const head = (await people.person({ name: 'Zoe' })).id;
    const abroad = (await people.person({ name: 'Abroad' })).id;
    await people.roles.grant(ana, { role: 'focal_point', stateCode: 'PA' });
    await people.roles.grant(head, { role: 'national_coordinator', stateCode: 'PA' });
    await people.roles.grant(abroad, { role: 'focal_point', stateCode: 'BZ' });
    for (const { commitmentId } of plan.commitments.slice(0, 2))
      await rooms.focalPoints.assign(actor, commitmentId, { userId: ana, fromOn: '2024-01-01' });
  });

  it('lists its people, coordinators first, with their commitments and those that nobody has', async () => {
    await people.signedIn(ana);
    const { members: list, unassigned } = await members.list(actor, 'PA');
    expect(list).toMatchObject([
      { name: 'Zoe', lastSeenAt: null, commitments: [], roles: [{ role: 'national_coordinator' }] },
      { name: 'Ana', invited: false, commitments: [{ code: 'PA-01' }, { code: 'PA-02' }] },
    ]);
    expect(list[1]?.lastSeenAt).not.toBeNull();
    expect(unassigned.map(({ code }) => code)).toEqual(['PA-03']);
  });

  it('is shown to nobody from outside', async () => {
    for (const other of [
      coordinatorOf('BZ'),
      { ...actor, roles: [{ role: 'focal_point', stateCode: 'PA' }] },
    ])
      await expect(members.list(other, 'PA')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets a focal point go, with the commitments, and keeps that on record', async () => {
    const [, member] = await team();
    const id = roleOf(member as MemberDto);
    await expect(members.end(coordinatorOf('BZ'), 'PA', id, {})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(members.end(coordinatorOf('BZ'), 'BZ', id, {})).rejects.toMatchObject({ code: 'not_found' });
    people.clock.advance(60_000);
    await runAs(actor, () => members.end(actor, 'PA', id, { reason: 'Changed institution' }));
    const { members: list, unassigned } = await members.list(actor, 'PA');
    expect(list[1]?.commitments).toEqual([]);
    expect(list[1]?.roles[0]?.validTo).not.toBeNull();
    expect(unassigned).toHaveLength(3);
    expect(await auditedActions(db, ana)).toContain('role.end');
    expect(await auditedActions(db, plan.commitments[0]?.commitmentId ?? '')).toContain('focal_point.end');
    await expect(members.end(actor, 'PA', id, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('takes somebody back with the same role, once', async () => {
    const [, member] = await team();
    const id = roleOf(member as MemberDto);
    await members.renew(actor, 'PA', id, {});
    expect((await team())[1]?.roles).toMatchObject([{ id }, { role: 'focal_point', validTo: null }]);
    await expect(members.renew(actor, 'PA', id, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not where coordinators are let go', async () => {
    const [head] = await team();
    const ended = members.end(actor, 'PA', roleOf(head as MemberDto), {});
    await expect(ended).rejects.toMatchObject({ code: 'forbidden' });
    await expect(members.end(actor, 'PA', newId(), {})).rejects.toMatchObject({ code: 'not_found' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/database';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import { REFERENCE as content, regionWithoutPlans, type Rooms } from '../../../test/factories/plans.js';
import { coordinatorOf } from '../../../test/factories/rooms.js';
import type { TestDatabase } from '../../../test/harness/index.js';
import type { StateChange } from './state.dto.js';
import { PresidenciesService } from './presidencies.service.js';

describe('States and their reference data', () => {
  let db: TestDatabase;
  let rooms: Rooms;

  beforeAll(async () => {
    ({ db, rooms } = await regionWithoutPlans());
  });
  afterAll(() => db.close());

  const presiding = async (when: Date | string) => (await rooms.states.presidencyAt(when))?.stateCode;

  it('are seven, in the order of the reports', async () => {
    expect((await rooms.states.list()).map((state) => state.code)).toEqual([
      'BZ',
      'CR',
      'SV',
      'GT',
      'HN',
      'MX',
      'PA',
    ]);
  });

  it('stay as they are when the same data is applied again', async () => {
    expect(await runAs(SYSTEM, () => rooms.reference.apply(content))).toBe(0);
  });

  it('keep what a State decided for itself when reference data is applied again', async () => {
    const coordinator = coordinatorOf('HN');
    const { version } = await rooms.states.get('HN');
    await runAs(coordinator, () =>
      rooms.states.change(coordinator, 'HN', version, {
        allowSelfApproval: true,
        reason: 'One person coordinates',
      }),
    );
    await runAs(SYSTEM, () => rooms.reference.apply(content));
    expect((await rooms.states.get('HN')).allowSelfApproval).toBe(true);
  });

  it('are changed by their own coordinator only, who saw the present version', async () => {
    const own = coordinatorOf('PA');
    const change = { allowSelfApproval: true, reason: 'One person coordinates' };
    await expect(rooms.states.change(coordinatorOf('MX'), 'PA', 1, change)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(rooms.states.change(own, 'PA', 7, change)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { version: 1 } },
    });
  });

  it('say why another rule of approval holds, which stays in their history', async () => {
    const own = coordinatorOf('PA');
    const change = (input: StateChange) => runAs(own, () => rooms.states.change(own, 'PA', 1, input));
    for (const reason of [undefined, '  '])
      await expect(change({ allowSelfApproval: true, ...(reason ? { reason } : {}) })).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ field: 'reason' }],
      });
    await change({ allowSelfApproval: true, reason: ' One person coordinates ' });
    const [entry] = await db.database.query(
      `SELECT action, reason, before, after FROM audit_entries WHERE entity = 'state' AND entity_id = 'PA' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({
      action: 'state.change',
      reason: 'One person coordinates',
      before: { allowSelfApproval: false },
      after: { allowSelfApproval: true },
    });
  });

  it('have the five shared areas and their own ones', async () => {
    const areas = await rooms.states.areasOf('GT');
    expect(areas.filter((area) => area.shared)).toHaveLength(5);
    expect(areas.every((area) => area.shared || area.stateCode === 'GT')).toBe(true);
    await expect(rooms.states.areasOf('XX')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('take turns in the Presidency by real dates: the day of the handover belongs to the new one', async () => {
    const days = ['2023-12-31', '2024-01-23', '2024-01-24', '2024-12-04', '2024-12-05'];
    expect(await Promise.all(days.map(presiding))).toEqual(['PA', 'PA', 'BZ', 'BZ', 'CR']);
    expect(await presiding('2018-06-30')).toBeUndefined();
    await expect(presiding('2023-02-29')).rejects.toMatchObject({ code: 'invalid' });
  });

  it('hand the Presidency over at midnight of the State that takes it, without an hour in between', async () => {
    // Panama is an hour ahead of Belize, where 24 January begins at 06:00 UTC.
    expect(await presiding(new Date('2024-01-24T05:30:00Z'))).toBe('PA');
    expect(await presiding(new Date('2024-01-24T06:00:00Z'))).toBe('BZ');
    expect(await presiding(new Date('2030-01-01T00:00:00Z'))).toBe('SV');
  });

  it('say how exactly the dates of a Presidency are known', async () => {
    expect(await rooms.states.presidencyAt('2025-06-01')).toMatchObject({
      startsPrecision: 'day',
      endsPrecision: 'month',
    });
  });

  it('cannot preside together', async () => {
    const [first] = content.presidencies;
    const overlapping = {
      ...first!,
      stateCode: 'HN',
      year: 2030,
      startsOn: '2024-06-01',
      endsOn: '2024-07-01',
      endsPrecision: 'day' as const,
    };
    const presidencies = [...content.presidencies, overlapping];
    await expect(rooms.reference.apply({ ...content, presidencies })).rejects.toMatchObject({
      code: 'conflict',
    });
    const direct = db.database.execute(
      `INSERT INTO presidencies (id, state_code, year, starts_on, starts_precision) VALUES ($1, 'HN', 2031, '2024-06-01', 'day')`,
      [newId()],
    );
    await expect(direct).rejects.toThrow('presidencies_one_at_a_time');
    expect(await rooms.states.presidencies()).toHaveLength(8);
  });

  it('are kept by the Secretariat over the version that was seen, and seeds leave those alone', async () => {
    const service = new PresidenciesService(db.database, rooms.audit, rooms.access, rooms.states);
    const secretariat: Actor = { userId: null, name: 'Secretariat', roles: [{ role: 'secretariat' }] };
    const [first] = await rooms.states.presidencies();
    const { id, year, version, ...body } = first!;
    await expect(service.put(coordinatorOf('MX'), year, version, body)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      service.put(secretariat, year, version, { ...body, endsOn: '2099-01-01' }),
    ).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ field: 'endsOn' })]),
    });
    const written = await service.put(secretariat, year, version, { ...body, noteEn: 'By hand' });
    expect(written).toMatchObject({ id, noteEn: 'By hand', version: version + 1 });
    await expect(service.put(secretariat, year, version, body)).rejects.toMatchObject({ code: 'stale' });
    await expect(service.put(secretariat, year, 0, body)).rejects.toMatchObject({
      fields: [{ field: 'year' }],
    });
    expect(await runAs(SYSTEM, () => rooms.reference.apply(content))).toBe(0);
    const last = { ...body, startsOn: '2000-01-01', endsOn: '2000-02-01' };
    await service.put(secretariat, 2090, 0, last);
    await service.remove(secretariat, 2090, 1);
    expect(await rooms.states.presidencies()).toHaveLength(8);
    await db.database.execute('UPDATE presidencies SET version = 1, note_en = $2 WHERE id = $1', [
      id,
      body.noteEn,
    ]);
  });

  it('may move a handover in one go', async () => {
    const moved = content.presidencies.map((presidency) => ({
      ...presidency,
      startsOn: presidency.startsOn === '2024-01-24' ? '2024-02-01' : presidency.startsOn,
      endsOn: presidency.endsOn === '2024-01-24' ? '2024-02-01' : presidency.endsOn,
    }));
    expect(await runAs(SYSTEM, () => rooms.reference.apply({ ...content, presidencies: moved }))).toBe(2);
    expect(await presiding('2024-01-28')).toBe('PA');
    await runAs(SYSTEM, () => rooms.reference.apply(content));
  });
});

describe('institutions', () => {
  let db: TestDatabase;
  let rooms: Rooms;

  beforeAll(async () => {
    ({ db, rooms } = await regionWithoutPlans());
  });
  afterAll(() => db.close());

  it('are found by a part of their key, acronym or names, page by page', async () => {
    const query = { state: 'MX', q: 'comar', limit: 50 };
    expect((await rooms.institutions.list(query)).items.map((item) => item.key)).toContain('MX:COMAR');
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await rooms.institutions.list({ limit: 40, cursor });
      keys.push(...page.items.map((item) => item.key));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(keys).toEqual(content.institutions.map(({ key }) => key).sort());
  });

  it('take percent and underscore in a search for what they are', async () => {
    expect((await rooms.institutions.list({ q: '%', limit: 50 })).items).toEqual([]);
  });

  it('belong to the State in their key, whose coordinator may add and correct them', async () => {
    const coordinator = coordinatorOf('MX');
    const input = { nameEn: 'Institute', nameEs: 'Instituto' };
    const made = await rooms.institutions.put(coordinator, 'MX:NEW_ONE', input);
    expect(made).toMatchObject({ key: 'MX:NEW_ONE', stateCode: 'MX', nameEs: 'Instituto' });
    const corrected = await rooms.institutions.put(coordinator, 'MX:NEW_ONE', { ...input, acronym: 'NI' });
    expect(corrected).toMatchObject({ id: made.id, acronym: 'NI', version: made.version + 1 });
    await expect(rooms.institutions.put(coordinator, 'HN:NEW_ONE', input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(rooms.institutions.put(coordinator, 'REG:NEW_ONE', input)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(rooms.institutions.put(coordinator, 'no key', input)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('are written in place of the version that was seen, and of no other', async () => {
    const put = (nameEn: string, seen: number, key = 'MX:SEEN') =>
      rooms.institutions.put(coordinatorOf('MX'), key, { nameEn, nameEs: 'Instituto' }, seen);
    expect(await put('First', 0)).toMatchObject({ version: 1 });
    expect(await put('Second', 1)).toMatchObject({ version: 2 });
    expect(await put('Second', 2)).toMatchObject({ version: 2 });
    await expect(put('Late', 1)).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { nameEn: 'Second', version: 2 } },
    });
    await expect(put('New', 0)).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'key' }] });
    await expect(put('Gone', 1, 'MX:NEVER')).rejects.toMatchObject({ code: 'not_found' });
    expect(await rooms.institutions.get('MX:SEEN')).toMatchObject({ nameEn: 'Second' });
  });
});

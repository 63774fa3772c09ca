import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { type Actor, runAs, SYSTEM } from '#platform/http';
import {
  GT_OFFICE,
  type IdentityRooms,
  NOON,
  openIdentityRooms,
  TERM,
} from '../../../test/factories/identity.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';

describe('people and their roles', () => {
  let test: TestDatabase;
  let { clock, sessions, roles, queries, users, passwords, person, signedIn } = {} as IdentityRooms;
  beforeAll(async () => {
    test = await testDatabase();
    ({ clock, sessions, roles, queries, users, passwords, person, signedIn } = openIdentityRooms(test));
  });
  afterAll(() => test.close());

  const roleWords = (actor: Actor | undefined): string[] | undefined =>
    actor?.roles.map(({ role, stateCode }) => `${role} ${stateCode ?? ''}`.trim());

  it('are known by one address, whatever its case', async () => {
    await person({ email: 'Ana@Example.org' });
    expect((await queries.byEmail('ANA@example.ORG'))?.email).toBe('ana@example.org');
    await expect(person({ email: 'ana@example.org' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('come with their roles at once, or not at all', async () => {
    const bad = users.create({
      name: 'Eva',
      email: 'eva@example.org',
      password: 'four plain words',
      roles: [{ role: 'focal_point', stateCode: 'XX' }],
    });
    await expect(bad).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'roles[0].stateCode' }] });
    expect(await queries.byEmail('eva@example.org')).toBeUndefined();
  });

  it('cannot hold the same role for the same scope twice in one time, but one after the other', async () => {
    const { id } = await person();
    await roles.grant(id, {
      role: 'presidency',
      stateCode: 'GT',
      validFrom: '2024-01-01T00:00:00Z',
      validTo: '2025-01-01T00:00:00Z',
    });
    await expect(
      roles.grant(id, { role: 'presidency', stateCode: 'GT', validFrom: '2024-12-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await roles.grant(id, { role: 'presidency', stateCode: 'GT', validFrom: '2025-01-01T00:00:00Z' });
    await roles.grant(id, { role: 'presidency', stateCode: 'MX', validFrom: '2024-12-01T00:00:00Z' });
    expect((await queries.byId(id)).roles).toHaveLength(3);
  });

  it.each([
    [{ role: 'focal_point' }, 'stateCode'],
    [{ role: 'focal_point', stateCode: 'XX' }, 'stateCode'],
    [{ role: 'secretariat', validFrom: '2024-07-01T00:00:00Z', validTo: '2024-07-01T00:00:00Z' }, 'validTo'],
    [{ role: 'team_lead' }, 'teamKey'],
    [{ role: 'team_lead', teamKey: 'none' }, 'teamKey'],
    [{ role: 'focal_point', stateCode: 'MX', institutionId: GT_OFFICE }, 'institutionId'],
    [{ role: 'secretariat', institutionId: GT_OFFICE }, 'institutionId'],
  ])('are not given %j', async (role, field) => {
    const { id } = await person();
    await expect(roles.grant(id, role)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] });
  });

  it('are given no role of the past, except by the product itself', async () => {
    const { id, name } = await person();
    const yesterday = { role: 'secretariat', validFrom: '2024-06-30T12:00:00Z' };
    await expect(
      runAs({ userId: id, name, roles: [] }, () => roles.grant(id, yesterday)),
    ).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'validFrom' }] });
    await runAs(SYSTEM, () => roles.grant(id, yesterday));
  });

  it('are recognised by their session with the roles that hold now', async () => {
    const { id } = await person();
    await roles.grant(id, { role: 'focal_point', stateCode: 'MX' });
    await roles.grant(id, { role: 'presidency', stateCode: 'MX', validFrom: '2024-07-02T00:00:00Z' });
    await roles.grant(id, {
      role: 'team_lead',
      teamKey: 'health',
      validFrom: '2023-01-01T00:00:00Z',
      validTo: '2024-01-01T00:00:00Z',
    });
    const actor = await sessions.authenticate(await signedIn(id));
    expect(actor?.userId).toBe(id);
    expect(roleWords(actor)).toEqual(['focal_point MX']);
  });

  it('are recognised at once the second time', async () => {
    const request = await signedIn((await person()).id);
    await sessions.authenticate(request);
    expect(sessions.authenticate(request)).not.toBeInstanceOf(Promise);
  });

  it('are read once when many of their requests come together', async () => {
    const request = await signedIn((await person()).id);
    expect(sessions.authenticate(request)).toBe(sessions.authenticate(request));
  });

  it('gain and lose roles at once in this process', async () => {
    const { id } = await person();
    const request = await signedIn(id);
    await sessions.authenticate(request);
    const { id: assignment } = await roles.grant(id, { role: 'secretariat' });
    expect(roleWords(await sessions.authenticate(request))).toEqual(['secretariat']);
    clock.advance(1000);
    await roles.end(id, assignment);
    expect(roleWords(await sessions.authenticate(request))).toEqual([]);
  });

  it('keep an ended assignment as history, and lose one that had not begun', async () => {
    const { id } = await person();
    const present = await roles.grant(id, { role: 'secretariat', validFrom: '2024-01-01T00:00:00Z' });
    const future = await roles.grant(id, {
      role: 'presidency',
      stateCode: 'GT',
      validFrom: '2030-01-01T00:00:00Z',
    });
    await roles.end(id, present.id);
    await roles.end(id, future.id);
    const left = (await queries.byId(id)).roles;
    expect(left).toHaveLength(1);
    expect(left[0]?.validTo).not.toBeNull();
    await expect(roles.end(id, present.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('have the powers of the Presidency in its term alone, whatever their assignment says', async () => {
    const { id } = await person();
    for (const stateCode of ['GT', 'HN'])
      await roles.grant(id, { role: 'presidency', stateCode, validFrom: '2020-01-01T00:00:00Z' });
    const at = async (instant: number) => {
      clock.set(new Date(instant));
      return roleWords(await sessions.authenticate(await signedIn(id)));
    };
    expect(await at(TERM.from.getTime() - 1)).toEqual([]);
    expect(await at(TERM.from.getTime())).toEqual(['presidency GT']);
    expect(await at(TERM.to.getTime() - 1)).toEqual(['presidency GT']);
    expect(await at(TERM.to.getTime())).toEqual([]);
    clock.set(NOON);
  });

  it('lose a Presidency by themselves when its term ends', async () => {
    const { id } = await person();
    const soon = clock.now().getTime() + 30;
    await roles.grant(id, { role: 'presidency', stateCode: 'GT', validTo: new Date(soon).toISOString() });
    const request = await signedIn(id);
    expect(roleWords(await sessions.authenticate(request))).toEqual(['presidency GT']);
    clock.set(new Date(soon));
    await new Promise((resolve) => setTimeout(resolve, 60)); // what is remembered of a session lives on real time
    expect(roleWords(await sessions.authenticate(request))).toEqual([]);
    clock.set(NOON);
  });

  it.each([
    ['a forged signature', (cookie: string) => cookie.replace(/.{6}$/, 'AAAA%3D')],
    ['another token', (cookie: string) => cookie.replace('=0', '=1')],
    ['no value', () => 'mirps.session_token='],
    ['another cookie', () => 'theme=dark'],
  ])('are not recognised by %s', async (_, change) => {
    const request = await signedIn((await person()).id);
    const changed = { headers: { cookie: change(request.headers.cookie ?? '') } } as FastifyRequest;
    expect(await sessions.authenticate(changed)).toBeUndefined();
  });

  it('are not recognised by a session that has ended', async () => {
    const { id } = await person();
    expect(await sessions.authenticate(await signedIn(id, '-1 second'))).toBeUndefined();
  });

  it('are out at once when deactivated, and cannot do that to themselves', async () => {
    const { id, name } = await person();
    const request = await signedIn(id);
    await sessions.authenticate(request);
    await expect(
      runAs({ userId: id, name, roles: [] }, () => users.setActive(id, false)),
    ).rejects.toMatchObject({ code: 'conflict' });
    await users.setActive(id, false);
    expect(await sessions.authenticate(request)).toBeUndefined();
  });

  it('keep their sessions when a change of theirs is rolled back', async () => {
    const { id } = await person();
    const request = await signedIn(id);
    const known = await sessions.authenticate(request);
    await test.database
      .transaction(async () => {
        await users.setActive(id, false);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(sessions.authenticate(request)).toBe(known);
  });

  it('change their password only with the old one, and their sessions end', async () => {
    const { id } = await person();
    const request = await signedIn(id);
    await sessions.authenticate(request);
    await expect(passwords.change(id, 'wrong', 'other plain words', '10.0.0.1')).rejects.toMatchObject({
      code: 'invalid',
    });
    await passwords.change(id, 'four plain words', 'other plain words', '10.0.0.1');
    expect(await sessions.authenticate(request)).toBeUndefined();
    await expect(
      passwords.change(id, 'four plain words', 'third plain words', '10.0.0.1'),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  it('leave an entry when they read drafts as administrators, and only then', async () => {
    const { id, name } = await person();
    const look = (roleNames: string[], permission: string, method = 'GET') => {
      const actor = { userId: id, name, roles: roleNames.map((role) => ({ role, stateCode: 'MX' })) };
      const request = { method, url: '/api/updates?state=HN', id: 'req-9' } as FastifyRequest;
      return sessions.admitted(actor, permission, request);
    };
    expect([
      look(['national_coordinator'], 'update.read'),
      look(['administrator'], 'cycle.read'),
      look(['administrator'], 'update.read', 'HEAD'),
    ]).toEqual([undefined, undefined, undefined]);
    await look(['administrator', 'national_coordinator'], 'update.read');
    expect(
      await test.database.query(
        `SELECT actor_id, entity, entity_id, after, request_id FROM audit_entries WHERE action = 'administrator.read'`,
      ),
    ).toEqual([
      {
        actor_id: id,
        entity: 'page',
        entity_id: '/api/updates',
        after: { permission: 'update.read', query: 'state=HN' },
        request_id: 'req-9',
      },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityRooms, openIdentityRooms } from '../../../test/factories/identity.js';
import { FixedClock } from '#platform/clock';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import type { Actor, RoleGrant } from '#platform/http';
import { AccessService } from './access.service.js';
import { MOST_VIEWS, SavedViews } from './saved-views.service.js';

describe('Saved views', () => {
  let test: TestDatabase;
  let rooms: IdentityRooms;
  let views: SavedViews;
  let mine: Actor & { userId: string };
  let other: Actor & { userId: string };

  beforeAll(async () => {
    test = await testDatabase();
    rooms = openIdentityRooms(test);
    views = new SavedViews(
      test.database,
      new FixedClock(new Date('2024-11-01T12:00:00Z')),
      new AccessService(),
    );
    mine = await somebody();
    other = await somebody();
  });
  afterAll(() => test.close());

  const somebody = async (...roles: RoleGrant[]): Promise<Actor & { userId: string }> => {
    const { id, name } = await rooms.person();
    for (const { role, stateCode, teamKey } of roles)
      await test.database.execute(
        `INSERT INTO role_assignments (id, user_id, role, state_code, team_key, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, $4, '2024-01-01')`,
        [id, role, stateCode ?? null, teamKey ?? null],
      );
    return { userId: id, name, roles };
  };
  const view = (name: string, isDefault = false) => ({
    page: '/pledges',
    name,
    search: 'state=MX',
    isDefault,
  });
  const names = async (actor: Actor) =>
    (await views.list(actor)).map(({ name, isDefault }) => (isDefault ? `${name}*` : name));

  it('are each person’s own', async () => {
    const { id, version } = await views.create(mine, view('Mexico'));
    expect(await names(other)).toEqual([]);
    await expect(views.replace(other, id, version, view('Theirs'))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(views.remove(other, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await views.create(other, view('Mexico'))).toMatchObject({ name: 'Mexico', version: 1 });
  });

  it('have one default a list', async () => {
    const late = await views.create(mine, view('Late', true));
    expect(await names(mine)).toEqual(['Late*', 'Mexico']);
    await views.create(mine, { ...view('Other list', true), page: '/projects' });
    await views.create(mine, view('Newest', true));
    expect(await names(mine)).toEqual(['Late', 'Mexico', 'Newest*', 'Other list*']);
    const again = (await views.list(mine)).find(({ id }) => id === late.id);
    await views.replace(mine, late.id, again?.version ?? 0, { ...view('Late'), isDefault: true });
    expect(await names(mine)).toEqual(['Late*', 'Mexico', 'Newest', 'Other list*']);
  });

  it('have a name once a list, and are changed over the version that was seen', async () => {
    const [late] = await views.list(mine);
    await expect(views.create(mine, view('Late'))).rejects.toMatchObject({ code: 'invalid' });
    await expect(views.replace(mine, late?.id ?? '', 1, view('Renamed'))).rejects.toMatchObject({
      code: 'stale',
    });
    expect(await views.replace(mine, late?.id ?? '', late?.version ?? 0, view('Renamed'))).toMatchObject({
      name: 'Renamed',
      isDefault: false,
    });
  });

  it('go when they are deleted, and when the person is erased', async () => {
    const [first] = await views.list(mine);
    await views.remove(mine, first?.id ?? '');
    expect(await names(mine)).not.toContain(first?.name);
    expect(await rooms.personalData.of(mine.userId)).toMatchObject({
      savedViews: [{ page: '/pledges' }, {}, {}],
    });
    const { email } = await rooms.queries.byId(mine.userId);
    await rooms.erasure.erase(mine.userId, email);
    expect(await names(mine)).toEqual([]);
  });

  it('are not without number', async () => {
    await test.database.execute(
      `INSERT INTO saved_views (id, user_id, page, name, search, created_at)
       SELECT gen_random_uuid(), $1, '/many', 'n' || n, '', now() FROM generate_series(1, $2::int) n`,
      [other.userId, MOST_VIEWS],
    );
    await expect(views.create(other, view('One more'))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are shared with one’s own State or team, to be opened only, while one works there', async () => {
    const coordinator = await somebody({ role: 'national_coordinator', stateCode: 'MX' });
    const colleague = await somebody({ role: 'focal_point', stateCode: 'MX' });
    const abroad = await somebody({ role: 'focal_point', stateCode: 'GT' });
    const lead = await somebody({ role: 'team_lead', teamKey: 'jobs' });
    const coLead = await somebody({ role: 'team_lead', teamKey: 'jobs', stateCode: 'MX' });
    const home = await views.create(coordinator, { ...view('Late at home', true), sharedState: 'MX' });
    const ofTeam = await views.create(lead, { ...view('Of the team'), sharedTeam: 'jobs' });
    const seenBy = async (actor: Actor) =>
      (await views.list(actor)).map(({ name, owner, isDefault }) => [name, owner, isDefault]);
    expect(await seenBy(colleague)).toEqual([['Late at home', coordinator.name, false]]);
    expect(await seenBy(coLead)).toEqual([['Of the team', lead.name, false]]);
    expect(await seenBy(coordinator)).toEqual([['Late at home', null, true]]);
    expect([await seenBy(abroad), await seenBy(other)].flat().filter(([, owner]) => owner)).toEqual([]);
    for (const change of [
      () => views.replace(colleague, home.id, home.version, view('Mine')),
      () => views.remove(colleague, home.id),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'not_found' });
    for (const foreign of [
      { sharedState: 'GT' },
      { sharedTeam: 'jobs' },
      { sharedState: 'MX', sharedTeam: 'jobs' },
    ])
      await expect(views.create(coordinator, { ...view('Elsewhere'), ...foreign })).rejects.toMatchObject({
        code: 'invalid',
      });
    expect(await rooms.personalData.of(lead.userId)).toMatchObject({ savedViews: [{ sharedTeam: 'jobs' }] });

    await views.replace(lead, ofTeam.id, ofTeam.version, view('Of the team'));
    expect(await seenBy(coLead)).toEqual([]);
    await test.database.execute(`UPDATE role_assignments SET valid_to = '2024-10-01' WHERE user_id = $1`, [
      coordinator.userId,
    ]);
    expect(await seenBy(colleague)).toEqual([]);
  });

  it('are shared within the Secretariat, which is no State and no team, while one works there', async () => {
    const editor = await somebody({ role: 'secretariat' });
    const colleague = await somebody({ role: 'secretariat' });
    const others = [
      await somebody({ role: 'national_coordinator', stateCode: 'MX' }),
      await somebody({ role: 'support_platform' }),
      await somebody({ role: 'administrator' }),
    ];
    const shared = { ...view('For the report'), sharedBody: 'secretariat' as const };
    const made = await views.create(editor, shared);
    expect(made).toMatchObject({ sharedState: null, sharedTeam: null, sharedBody: 'secretariat' });
    const seenBy = async (actor: Actor) =>
      (await views.list(actor)).filter(({ owner }) => owner).map(({ name, owner }) => [name, owner]);
    expect(await seenBy(colleague)).toEqual([['For the report', editor.name]]);
    for (const stranger of others) {
      expect(await seenBy(stranger)).toEqual([]);
      await expect(views.create(stranger, shared)).rejects.toMatchObject({ code: 'invalid' });
    }
    await expect(views.create(editor, { ...shared, name: 'Twice', sharedState: 'MX' })).rejects.toMatchObject(
      { code: 'invalid' },
    );
    await expect(views.replace(colleague, made.id, made.version, shared)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await rooms.personalData.of(editor.userId)).toMatchObject({
      savedViews: [{ sharedBody: 'secretariat' }],
    });
    await test.database.execute(`UPDATE role_assignments SET valid_to = '2024-10-01' WHERE user_id = $1`, [
      editor.userId,
    ]);
    expect(await seenBy(colleague)).toEqual([]);
  });
});

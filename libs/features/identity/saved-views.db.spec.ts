import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityRooms, openIdentityRooms } from '../../../test/factories/identity.js';
import { FixedClock } from '#platform/clock';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { MOST_VIEWS, SavedViews } from './saved-views.service.js';

describe('Saved views', () => {
  let test: TestDatabase;
  let rooms: IdentityRooms;
  let views: SavedViews;
  let mine: string;
  let other: string;

  beforeAll(async () => {
    test = await testDatabase();
    rooms = openIdentityRooms(test);
    views = new SavedViews(test.database, new FixedClock(new Date('2024-11-01T12:00:00Z')));
    mine = (await rooms.person()).id;
    other = (await rooms.person()).id;
  });
  afterAll(() => test.close());

  const view = (name: string, isDefault = false) => ({
    page: '/pledges',
    name,
    search: 'state=MX',
    isDefault,
  });
  const names = async (userId: string) =>
    (await views.list(userId)).map(({ name, isDefault }) => (isDefault ? `${name}*` : name));

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
    expect(await rooms.personalData.of(mine)).toMatchObject({ savedViews: [{ page: '/pledges' }, {}, {}] });
    const { email } = await rooms.queries.byId(mine);
    await rooms.erasure.erase(mine, email);
    expect(await names(mine)).toEqual([]);
  });

  it('are not without number', async () => {
    await test.database.execute(
      `INSERT INTO saved_views (id, user_id, page, name, search, created_at)
       SELECT gen_random_uuid(), $1, '/many', 'n' || n, '', now() FROM generate_series(1, $2::int) n`,
      [other, MOST_VIEWS],
    );
    await expect(views.create(other, view('One more'))).rejects.toMatchObject({ code: 'conflict' });
  });
});

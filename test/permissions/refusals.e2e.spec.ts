import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from './open-world.js';
import { ABROAD, HOME, keyOf, OTHER_TEAM, TEAM } from './world.js';

type Who =
  | 'public'
  | 'focal_point'
  | 'national_coordinator'
  | 'team_lead'
  | 'presidency'
  | 'secretariat'
  | 'support_platform'
  | 'administrator';

/**
 * The twenty refusals that matter most, written by hand and not taken from the policy: unpublished positions stay at home,
 * nobody reviews their own work, and each office keeps to its own.
 */
describe('refused, whatever the policy table says', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = async (
    who: Who,
    request: string,
    payload?: object,
  ): Promise<{ status: number; body: string; etag: unknown }> => {
    const [method, url] = request.split(' ') as ['GET', string];
    const cookie = world.people.find(({ name }) => name === who)?.cookie ?? '';
    const answer = await world.app.inject({
      method,
      url,
      headers: { 'if-match': '"1"', ...(cookie ? { cookie } : {}) },
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.body, etag: answer.headers.etag };
  };
  const status = async (who: Who, request: string, payload?: object): Promise<number> =>
    (await ask(who, request, payload)).status;
  const id = async (sql: string): Promise<string> =>
    (await world.database.query<{ id: string }>(sql))[0]?.id ?? '';
  const update = (state: string, cycle: 'open' | 'in_review' | 'published'): Promise<string> =>
    id(`SELECT u.id FROM updates u JOIN cycles c ON c.id = u.cycle_id
         WHERE c.key = '${keyOf(cycle)}' AND u.state_code = '${state}'`);
  const teamUpdate = (team: string, cycle: 'open' | 'in_review'): Promise<string> =>
    id(`SELECT u.id FROM team_updates u JOIN cycles c ON c.id = u.cycle_id
         WHERE c.key = '${keyOf(cycle)}' AND u.team_key = '${team}'`);
  const items = async (who: Who, request: string): Promise<Record<string, unknown>[]> =>
    (JSON.parse((await ask(who, request)).body) as { items: Record<string, unknown>[] }).items;

  it('1. a draft of another State, to everybody but an administrator, like one that does not exist', async () => {
    const draft = await update(ABROAD, 'open');
    const missing = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
    for (const who of [
      'public',
      'focal_point',
      'national_coordinator',
      'team_lead',
      'presidency',
      'secretariat',
      'support_platform',
    ] as const) {
      const [found, none] = [
        await ask(who, `GET /api/updates/${draft}`),
        await ask(who, `GET /api/updates/${missing}`),
      ];
      const told = ({ body }: { body: string }): unknown => ({
        ...(JSON.parse(body) as object),
        requestId: '',
      });
      expect([found.status, told(found), found.etag]).toEqual([404, told(none), none.etag]);
    }
  });

  it('2. what a State has approved but the region has not published, to the public and to other States', async () => {
    const approved = await update(ABROAD, 'in_review');
    for (const who of [
      'public',
      'focal_point',
      'national_coordinator',
      'team_lead',
      'support_platform',
    ] as const)
      expect(await status(who, `GET /api/updates/${approved}`)).toBe(404);
  });

  it('3. lists of updates by any filter that would show or count them', async () => {
    const cycle = keyOf('in_review');
    for (const query of [
      `cycle=${cycle}`,
      `state=${ABROAD}&cycle=${cycle}`,
      `state=${ABROAD}&reviewState=approved`,
    ])
      for (const who of ['public', 'national_coordinator'] as const)
        expect(
          (await items(who, `GET /api/updates?${query}`)).filter(
            ({ stateCode, reviewState }) => stateCode !== HOME && reviewState !== 'published',
          ),
        ).toEqual([]);
  });

  it('4. numbers of a cycle before it is published, in the matrix', async () => {
    for (const cycle of ['open', 'in_review', 'endorsed'] as const)
      for (const who of ['public', 'team_lead', 'support_platform', 'national_coordinator'] as const) {
        const { status: code, body } = await ask(who, `GET /api/rollups/${keyOf(cycle)}/matrix`);
        if (code !== 200) continue;
        const { cells } = JSON.parse(body) as { cells: { stateCode: string | null }[] };
        const own = who === 'national_coordinator' ? [HOME] : [];
        expect(cells.filter(({ stateCode }) => !own.includes(stateCode ?? ''))).toEqual([]);
      }
  });

  it('5. the export of a year, what is not published yet', async () => {
    const csv = await ask(
      'national_coordinator',
      `GET /api/updates/export.csv?year=${keyOf('in_review').slice(0, 4)}`,
    );
    expect(csv.body).toContain(`,${HOME},`);
    expect(csv.body).not.toContain(`,${ABROAD},`);
  });

  it('6. writing an update of another State', async () => {
    const [commitmentId] = [await id(`SELECT id FROM commitments WHERE state_code = '${ABROAD}' LIMIT 1`)];
    const body = { commitmentId, cycleKey: keyOf('open'), stage: 'in_progress', outlook: 'on_track' };
    for (const who of [
      'focal_point',
      'national_coordinator',
      'secretariat',
      'presidency',
      'administrator',
    ] as const)
      expect(await status(who, 'POST /api/updates', body)).toBe(403);
  });

  it('7. writing an update of a commitment of another institution at home', async () => {
    const commitmentId = await id(
      `SELECT c.id FROM commitments c WHERE c.state_code = '${HOME}'
          AND NOT EXISTS (SELECT FROM commitment_focal_points f JOIN auth_users u ON u.id = f.user_id
                           WHERE f.commitment_id = c.id AND u.email = 'focal_point@matrix.example') LIMIT 1`,
    );
    const body = { commitmentId, cycleKey: keyOf('open'), stage: 'in_progress', outlook: 'on_track' };
    expect(await status('focal_point', 'POST /api/updates', body)).toBe(403);
  });

  it('8. approving by a focal point, by another State, by the region', async () => {
    const [home, abroad] = [await update(HOME, 'open'), await update(ABROAD, 'open')];
    expect(await status('focal_point', `POST /api/updates/${home}/approve`)).toBe(403);
    expect(await status('national_coordinator', `POST /api/updates/${abroad}/approve`)).toBe(404);
    for (const who of ['secretariat', 'presidency', 'administrator'] as const)
      expect(await status(who, `POST /api/updates/${home}/approve`)).toBe(403);
  });

  it('9. approving what one has written oneself', async () => {
    const commitment = await id(
      `SELECT id FROM commitments WHERE state_code = '${HOME}' ORDER BY code OFFSET 5 LIMIT 1`,
    );
    await world.database.execute(
      `INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, review_state, stage, outlook, author_id, submitted_at, submitted_by, period_end)
       SELECT gen_random_uuid(), $1, c.id, '${HOME}', 'protection', 'submitted', 'in_progress', 'on_track', u.id, now(), u.id, '2061-12-31'
         FROM cycles c, auth_users u WHERE c.key = $2 AND u.email = 'national_coordinator@matrix.example'`,
      [commitment, keyOf('open')],
    );
    const own = await id(
      `SELECT id FROM updates WHERE commitment_id = '${commitment}' AND review_state = 'submitted'`,
    );
    expect(await status('national_coordinator', `POST /api/updates/${own}/approve`)).toBe(403);
  });

  it('10. handing in, accepting and returning for a State by the wrong office', async () => {
    const of = (state: string, verb: string): string =>
      `POST /api/cycles/${keyOf('in_review')}/submissions/${state}/${verb}`;
    for (const who of ['focal_point', 'secretariat', 'presidency', 'administrator'] as const)
      expect(await status(who, of(HOME, 'submit'), {})).toBe(403);
    for (const who of ['focal_point', 'national_coordinator', 'secretariat', 'administrator'] as const)
      expect(await status(who, of(HOME, 'accept'), {})).toBe(403);
    expect(await status('national_coordinator', of(ABROAD, 'submit'), {})).toBe(404);
  });

  it('11. endorsing by anybody but the Presidency, publishing by anybody but the Secretariat', async () => {
    for (const who of [
      'focal_point',
      'national_coordinator',
      'team_lead',
      'secretariat',
      'administrator',
    ] as const)
      expect(await status(who, `POST /api/cycles/${keyOf('in_review')}/endorse`)).toBe(403);
    for (const who of [
      'focal_point',
      'national_coordinator',
      'team_lead',
      'presidency',
      'administrator',
    ] as const)
      expect(await status(who, `POST /api/cycles/${keyOf('endorsed')}/publish`)).toBe(403);
  });

  it('12. putting a plan in force by anybody but the State', async () => {
    const draft = await id(`SELECT id FROM plans WHERE state_code = '${HOME}' AND status = 'draft'`);
    const body = { adoptedOn: '2026-01-01' };
    for (const who of ['secretariat', 'presidency', 'administrator', 'focal_point'] as const)
      expect([403, 404]).toContain(await status(who, `POST /api/plans/${draft}/adopt`, body));
  });

  it('13. a draft plan of another State, in lists and by its id', async () => {
    const draft = await id(`SELECT id FROM plans WHERE state_code = '${ABROAD}' AND status = 'draft'`);
    for (const who of ['public', 'national_coordinator', 'secretariat', 'presidency'] as const) {
      expect(await status(who, `GET /api/plans/${draft}`)).toBe(404);
      expect((await ask(who, 'GET /api/plans')).body).not.toContain(draft);
    }
  });

  it('14. a story that is not published, above all to the public', async () => {
    const draft = await id(`SELECT id FROM stories WHERE state_code = '${ABROAD}' AND status = 'draft'`);
    for (const who of ['public', 'national_coordinator', 'presidency', 'team_lead'] as const) {
      expect(await status(who, `GET /api/stories/${draft}`)).toBe(404);
      expect((await ask(who, 'GET /api/stories')).body).not.toContain(draft);
    }
  });

  it('15. another team’s update, to read as a draft and to write', async () => {
    const draft = await teamUpdate(OTHER_TEAM, 'open');
    expect(await status('team_lead', `GET /api/team-updates/${draft}`)).toBe(404);
    expect(await status('team_lead', `POST /api/team-updates/${draft}/submit`)).toBe(404);
    expect(await status('public', `GET /api/team-updates/${await teamUpdate(TEAM, 'in_review')}`)).toBe(404);
  });

  it('16. people and their roles, to everybody but an administrator', async () => {
    const somebody = await id(`SELECT id FROM auth_users LIMIT 1`);
    for (const who of [
      'focal_point',
      'national_coordinator',
      'team_lead',
      'presidency',
      'secretariat',
    ] as const) {
      expect(await status(who, 'GET /api/users')).toBe(403);
      expect(await status(who, `POST /api/users/${somebody}/roles`, { role: 'administrator' })).toBe(403);
    }
    expect(await status('public', 'GET /api/users')).toBe(401);
  });

  it('17. the audit trail, and the history of another State’s work', async () => {
    for (const who of ['focal_point', 'national_coordinator', 'presidency', 'secretariat'] as const)
      for (const path of ['audit', 'audit/export.csv', 'audit/export.jsonl', 'audit/chain', 'audit/actions'])
        expect(await status(who, `GET /api/${path}`)).toBe(403);
    const plan = await id(`SELECT id FROM plans WHERE state_code = '${ABROAD}' AND status = 'draft'`);
    for (const who of ['national_coordinator', 'secretariat', 'presidency'] as const)
      expect(await items(who, `GET /api/history?entity=plan&id=${plan}`)).toEqual([]);
    expect(await items('administrator', `GET /api/history?entity=plan&id=${plan}`)).not.toEqual([]);
  });

  it('18. the conversation and completeness of another State’s submission', async () => {
    const of = (state: string): string => `GET /api/cycles/${keyOf('open')}/submissions/${state}`;
    expect([
      await status('national_coordinator', of(HOME)),
      await status('national_coordinator', of(ABROAD)),
    ]).toEqual([200, 404]);
    expect(await status('public', of(HOME))).toBe(401);
    expect(await status('support_platform', of(HOME))).toBe(403);
  });

  it('19. mails of others, queues and reminders of other States', async () => {
    for (const who of ['focal_point', 'national_coordinator', 'presidency', 'secretariat'] as const)
      expect(await status(who, 'GET /api/mail-outbox')).toBe(403);
    const reminders = await ask('national_coordinator', 'GET /api/reminders/preview');
    expect(reminders.body).not.toContain(`"${ABROAD}"`);
  });

  it('20. names of persons in what the public reads', async () => {
    const published = await update(HOME, 'published');
    const { body } = await ask('public', `GET /api/updates/${published}`);
    expect(JSON.parse(body)).toMatchObject({ history: [] });
    for (const path of ['/api/updates?limit=20', '/api/reports', '/api/snapshots', '/api/pledges'])
      expect((await ask('public', `GET ${path}`)).body).not.toContain('@mirps.example');
  });
});

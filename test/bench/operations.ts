import pg from 'pg';
import { LAST_YEAR, FIRST_YEAR } from './data/generate.sql.js';
import type { LoadRequest } from './load/protocol.js';
import type { OperationKey } from './options.js';
import { searches } from './search-operations.js';

/** One operation as it is asked of the product and of the floor: the same questions in the same order. */
export interface Operation {
  key: OperationKey;
  title: string;
  /** Who asks, where an operation is measured of several people. */
  who?: string;
  product: LoadRequest[];
  /** Asked of the floor, without `as=`, which says who makes the JSON. */
  floor: LoadRequest[];
  once: boolean;
  drain: boolean;
}

/** Cookies by person. */
export type Sessions = ReadonlyMap<string, string>;

const NARRATIVE =
  'Se atendió a más personas en la frontera sur, con "becas de transporte", útiles y uniformes; dos brigadas móviles dieron consultas. ';

/** Every operation with its requests, made from what is in the database. */
export async function operations(
  databaseUrl: string,
  sessions: Sessions,
): Promise<Record<OperationKey, Operation[]>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return {
      a: [await progressOfPlans(client, sessions)],
      b: [await filtered(client, sessions)],
      c: [await writes(client, sessions)],
      d: [matrix(sessions)],
      e: [exports(sessions)],
      f: [await series(client)],
      g: [await dashboards(client)],
      s: searches(sessions),
    };
  } finally {
    await client.end();
  }
}

export const get = (path: string, cookie?: string): LoadRequest => ({
  method: 'GET',
  path,
  ...(cookie ? { headers: { cookie } } : {}),
});

export const cookieOf = (sessions: Sessions, who: string): string => {
  const cookie = sessions.get(who);
  if (!cookie) throw new Error(`${who} has not signed in`);
  return cookie;
};

/** Every State's plan in force, asked by its coordinator, one of its focal points and the Secretariat. */
async function progressOfPlans(client: pg.Client, sessions: Sessions): Promise<Operation> {
  const { rows } = await client.query<{ id: string; state: string }>(
    `SELECT id, lower(state_code) AS state FROM plans WHERE status = 'adopted' ORDER BY state_code`,
  );
  const asked = rows.flatMap(({ id, state }) =>
    [`coordinator.${state}`, `focal0.${state}`, 'secretariat'].map((who) => ({ id, who })),
  );
  return {
    key: 'a',
    title: 'a plan’s 33 commitments, each with its latest update',
    product: asked.map(({ id, who }) => get(`/api/plans/${id}/progress`, cookieOf(sessions, who))),
    floor: asked.map(({ id }) => get(`/progress?plan=${id}`)),
    once: false,
    drain: false,
  };
}

/** Pages by State, area, status and period, as the data hold them. */
async function filtered(client: pg.Client, sessions: Sessions): Promise<Operation> {
  const { rows } = await client.query<{ state: string; area: string }>(
    'SELECT DISTINCT v.area_key AS area, p.state_code AS state FROM plans p JOIN commitment_versions v ON v.plan_id = p.id WHERE p.status = $1 ORDER BY 1, 2',
    ['adopted'],
  );
  const questions = rows.flatMap(({ state, area }, i) => {
    const from = FIRST_YEAR + (i % 6);
    return [
      { state, area, reviewState: 'published', from: `${from}-01-01`, to: `${from + 2}-12-31` },
      i % 4 === 0
        ? {
            state,
            area,
            reviewState: i % 8 === 0 ? 'submitted' : 'approved',
            from: `${LAST_YEAR}-01-01`,
            to: `${LAST_YEAR}-12-31`,
          }
        : {
            state,
            area,
            reviewState: 'published',
            from: `${FIRST_YEAR}-01-01`,
            to: `${LAST_YEAR - 1 - (i % 3)}-12-31`,
          },
    ];
  });
  const who = (state: string, i: number) =>
    cookieOf(sessions, i % 2 === 0 ? 'secretariat' : `coordinator.${state.toLowerCase()}`);
  return {
    key: 'b',
    title: 'updates by State, status, area and period, page of 50',
    product: questions.map((q, i) =>
      get(`/api/updates?${new URLSearchParams(q).toString()}&limit=50`, who(q.state, i)),
    ),
    floor: questions.map((q) => get(`/updates?${new URLSearchParams(q).toString()}`)),
    once: false,
    drain: false,
  };
}

/** A first update of every commitment in every cycle to come, by its focal point. */
async function writes(client: pg.Client, sessions: Sessions): Promise<Operation> {
  const { rows } = await client.query<{
    commitmentId: string;
    cycleKey: string;
    stateCode: string;
    areaKey: string;
    who: string;
  }>(
    `SELECT co.id AS "commitmentId", cy.key AS "cycleKey", co.state_code AS "stateCode", v.area_key AS "areaKey", split_part(u.email, '@', 1) AS who
       FROM cycles cy CROSS JOIN plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN commitments co ON co.id = v.commitment_id
       JOIN commitment_focal_points f ON f.commitment_id = co.id JOIN auth_users u ON u.id = f.user_id
      WHERE p.status = 'adopted' AND cy.year > ${LAST_YEAR} ORDER BY cy.facts_to, v.number, co.state_code`,
  );
  const words = {
    stage: 'in_progress',
    outlook: 'on_track',
    percent: 42.5,
    narrativeEs: NARRATIVE.repeat(5).slice(0, 600),
  };
  const post = (path: string, body: object, cookie?: string): LoadRequest => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  return {
    key: 'c',
    title: 'write an update (with rules and audit; the floor inserts)',
    product: rows.map(({ commitmentId, cycleKey, who }) =>
      post(
        '/api/updates',
        { commitmentId, cycleKey, ...words, percentSource: 'reported' },
        cookieOf(sessions, who),
      ),
    ),
    floor: rows.map(({ commitmentId, cycleKey, stateCode, areaKey }) =>
      post('/updates', { commitmentId, cycleKey, stateCode, areaKey, ...words }),
    ),
    once: true,
    drain: false,
  };
}

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);

function matrix(sessions: Sessions): Operation {
  const cycles = years.flatMap((year) =>
    [`${year}-mid-year`, `${year}-annual`].map((cycle) => ({ year, cycle })),
  );
  return {
    key: 'd',
    title: 'the regional matrix State x area of a cycle',
    product: cycles.map(({ cycle }) => get(`/api/rollups/${cycle}/matrix`, cookieOf(sessions, 'presidency'))),
    floor: cycles.map(({ cycle, year }) => get(`/matrix?cycle=${cycle}&year=${year}`)),
    once: false,
    drain: false,
  };
}

function exports(sessions: Sessions): Operation {
  const files = years
    .slice(0, 5)
    .flatMap((year) => (['csv', 'json'] as const).map((format) => ({ year, format })));
  return {
    key: 'e',
    title: 'all updates of a year as CSV and as JSON',
    product: files.map(({ year, format }) =>
      get(`/api/updates/export.${format}?year=${year}`, cookieOf(sessions, 'administrator')),
    ),
    floor: files.map(({ year, format }) => get(`/export?year=${year}&format=${format}`)),
    once: false,
    drain: true,
  };
}

/** The whole series of an indicator, 700 observations with their parts, asked by the public. */
async function series(client: pg.Client): Promise<Operation> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM indicators WHERE framework_key = 'bench' ORDER BY md5(code) LIMIT 90`,
  );
  return {
    key: 'f',
    title: 'an indicator’s series with disaggregation',
    product: rows.map(({ id }) => get(`/api/indicators/${id}/series`)),
    floor: rows.map(({ id }) => get(`/series?indicator=${id}`)),
    once: false,
    drain: false,
  };
}

/** Pledges by area of focus and stage, and the portfolio of projects: all of them, and each forum and programme, by the public. */
async function dashboards(client: pg.Client): Promise<Operation> {
  const { rows } = await client.query<{ path: string; floor: string }>(
    `SELECT '/api/pledges/dashboard' AS path, '/pledges?forum=' AS floor
      UNION ALL SELECT '/api/projects/portfolio', '/projects?programme='
      UNION ALL SELECT '/api/pledges/dashboard?forum=' || key, '/pledges?forum=' || key FROM pledge_forums
      UNION ALL SELECT '/api/projects/portfolio?programme=' || key, '/projects?programme=' || key FROM programmes`,
  );
  return {
    key: 'g',
    title: 'the dashboards of pledges and of projects',
    product: rows.map(({ path }) => get(path)),
    floor: rows.map(({ floor }) => get(floor)),
    once: false,
    drain: false,
  };
}

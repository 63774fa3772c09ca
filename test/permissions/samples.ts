import type { AccessObject, Visibility } from '#features/identity';
import type { Database } from '#platform/database';
import { ABROAD, HOME, OTHER_TEAM, TEAM } from './world.js';

/** One thing that a route can be asked about: what stands in its address, and what the policy must know of it. */
export interface Sample {
  name: string;
  /** Values of the address and of body fields, by their names. */
  values: Record<string, string>;
  /** Absent where the policy decides about the parts of an answer. */
  object?: AccessObject;
}

interface Row {
  name: string;
  values: Record<string, string>;
  stateCode?: string | null;
  teamKey?: string | null;
  visibility?: Visibility;
  focalPointIds?: string[] | null;
  /** The policy decides about the parts of the answer, not about the whole. */
  anyone?: boolean;
}

const SEEN = (state: string): string =>
  `CASE ${state} WHEN 'draft' THEN 'working' WHEN 'published' THEN 'published' ELSE 'submitted' END`;
const FOCAL = (commitment: string): string =>
  `(SELECT array_agg(user_id) FROM commitment_focal_points f WHERE f.commitment_id = ${commitment} AND f.to_on IS NULL) AS "focalPointIds"`;

// One at home and one abroad of each kind, and of each state of the cycle where there are cycles.
const OF_BOTH = (table: string, key: string, more = ''): string => `
  SELECT DISTINCT ON (state_code) state_code AS name, state_code AS "stateCode", jsonb_build_object('${key === 'id' ? 'id' : 'key'}', ${key}) AS values
    FROM ${table} WHERE state_code IN ('${HOME}', '${ABROAD}') ${more} ORDER BY state_code, ${key}`;
const OF_TEAMS = (table: string, key: string): string => `
  SELECT DISTINCT ON (team_key) team_key AS name, team_key AS "teamKey", jsonb_build_object('id', ${key}) AS values
    FROM ${table} WHERE team_key IN ('${TEAM}', '${OTHER_TEAM}') ORDER BY team_key, ${key}`;
const CYCLES_AND_STATES = `
  SELECT cy.state || ' ' || s.code AS name, s.code AS "stateCode",
         jsonb_build_object('key', cy.key, 'state', s.code, 'cycleKey', cy.key, 'commitmentId', co.id, 'id', co.id) AS values, ${FOCAL('co.id')}
    FROM cycles cy, (VALUES ('${HOME}'), ('${ABROAD}')) s(code)
    JOIN LATERAL (SELECT id FROM commitments WHERE state_code = s.code ORDER BY code LIMIT 1) co ON true
   WHERE cy.year >= 2060`;

/** One thing that is nobody's in particular, open to all. */
const ONE = (table: string, values: string, more = ''): string =>
  `SELECT 'one' AS name, 'published' AS visibility, jsonb_build_object(${values}) AS values FROM ${table} ${more} LIMIT 1`;

/** Where the things of a route come from: the first pattern that fits its address decides. `null`: no thing of anybody's. */
const SOURCES: readonly (readonly [RegExp, string | null])[] = [
  [
    /^\/api\/(me|auth)\b|^\/account|^\/health|^\/metrics|^\/api\/(mail-outbox|audit|demo-sign-ins|imports|invitations)\b|^GET \/api\/team-products\/\{id\}\/file/,
    null,
  ],
  [
    /^\/api\/users\//,
    `SELECT 'somebody' AS name, jsonb_build_object('id', u.id, 'userId', u.id, 'assignmentId', r.id) AS values, r.state_code AS "stateCode"
      FROM auth_users u JOIN role_assignments r ON r.user_id = u.id WHERE r.role = 'national_coordinator' AND r.state_code = '${ABROAD}' LIMIT 1`,
  ],
  [
    /^\/api\/states\/\{code\}\/members\/\{assignmentId\}/,
    `SELECT DISTINCT ON (state_code) state_code AS name, state_code AS "stateCode", jsonb_build_object('code', state_code, 'assignmentId', id) AS values
      FROM role_assignments WHERE role = 'focal_point' AND state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, id`,
  ],
  [
    /^\/api\/states\/\{code\}/,
    `SELECT code AS name, code AS "stateCode", jsonb_build_object('code', code) AS values FROM states WHERE code IN ('${HOME}', '${ABROAD}')`,
  ],
  [
    /^\/api\/public\/states\/\{code\}/,
    `SELECT code AS name, 'published' AS visibility, jsonb_build_object('code', code) AS values FROM states WHERE code IN ('${HOME}', '${ABROAD}')`,
  ],
  [/^\/api\/institutions\/\{key\}/, OF_BOTH('institutions', 'key')],
  [
    /^\/api\/plans\/\{id\}\/(adopt|order|commitments)|^(PATCH|DELETE) \/api\/plans\/\{id\}$/,
    OF_BOTH('plans', 'id', `AND status = 'draft'`).replace(
      'AS "stateCode"',
      `AS "stateCode", 'working' AS visibility`,
    ),
  ],
  [
    /^\/api\/plans\/\{id\}$/,
    `SELECT DISTINCT ON (state_code, status) status || ' ' || state_code AS name, state_code AS "stateCode", jsonb_build_object('id', id) AS values,
      CASE status WHEN 'draft' THEN 'working' ELSE 'published' END AS visibility FROM plans WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, status`,
  ],
  [
    /^\/api\/plans\/\{id\}/,
    OF_BOTH('plans', 'id', `AND status = 'adopted'`).replace(
      'AS "stateCode"',
      `AS "stateCode", 'published' AS visibility`,
    ),
  ],
  [
    /^\/api\/commitments\/versions\/\{id\}/,
    `SELECT DISTINCT ON (p.state_code) p.state_code AS name, p.state_code AS "stateCode", 'working' AS visibility, jsonb_build_object('id', v.id) AS values
      FROM commitment_versions v JOIN plans p ON p.id = v.plan_id WHERE p.status = 'draft' AND p.state_code IN ('${HOME}', '${ABROAD}') ORDER BY p.state_code, v.number`,
  ],
  [
    /^POST \/api\/commitments\/\{id\}\/evidence-files/,
    CYCLES_AND_STATES.replace('AS "stateCode"', `AS "stateCode", 'published' AS visibility`),
  ],
  [
    /^\/api\/evidence-files\/\{id\}/,
    `SELECT cy.state || ' ' || u.state_code AS name, u.state_code AS "stateCode", ${SEEN('u.review_state')} AS visibility, ${FOCAL('u.commitment_id')},
      jsonb_build_object('id', e.file_id) AS values FROM evidence e JOIN updates u ON u.id = e.update_id JOIN cycles cy ON cy.id = u.cycle_id WHERE cy.year >= 2060`,
  ],
  [
    /^\/api\/commitments\/\{id\}/,
    `SELECT DISTINCT ON (state_code) state_code AS name, state_code AS "stateCode", 'published' AS visibility, jsonb_build_object('id', id) AS values
      FROM commitments WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, code`,
  ],
  [
    /^\/api\/focal-points\/\{id\}/,
    `SELECT DISTINCT ON (c.state_code) c.state_code AS name, c.state_code AS "stateCode", 'published' AS visibility, jsonb_build_object('id', f.id) AS values
      FROM commitment_focal_points f JOIN commitments c ON c.id = f.commitment_id WHERE c.state_code IN ('${HOME}', '${ABROAD}') ORDER BY c.state_code, f.id`,
  ],
  [
    /^\/api\/plan-templates/,
    `SELECT key AS name, 'published' AS visibility, jsonb_build_object('key', key) AS values FROM plan_templates LIMIT 1`,
  ],
  [/^\/api\/cycles\/\{key\}\/(submissions\/|explanations\/|reopened|completeness\/)/, CYCLES_AND_STATES],
  // Lists over all States: what they show of each is looked at in refusals.e2e.spec.ts.
  [
    /^GET \/api\/(cycles|rollups)\/\{key\}\/(submissions|explanations|findings|matrix|moves)$/,
    `SELECT state AS name, jsonb_build_object('key', key) AS values, true AS anyone FROM cycles WHERE year >= 2060`,
  ],
  [
    /^\/api\/(cycles|rollups)\/\{key\}/,
    `SELECT state AS name, jsonb_build_object('key', key) AS values, CASE state WHEN 'published' THEN 'published' ELSE 'submitted' END AS visibility
      FROM cycles WHERE year >= 2060`,
  ],
  [
    /^\/api\/updates\/\{id\}/,
    `SELECT cy.state || ' ' || u.state_code AS name, u.state_code AS "stateCode", ${SEEN('u.review_state')} AS visibility, ${FOCAL('u.commitment_id')},
      jsonb_build_object('id', u.id, 'fingerprint', 'f') AS values FROM updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE cy.year >= 2060`,
  ],
  // Each id for itself; what may not be approved is told in the answer.
  [/^POST \/api\/updates\/approvals$/, null],
  [
    /^POST \/api\/updates/,
    CYCLES_AND_STATES.replace('AS "stateCode"', `AS "stateCode", 'published' AS visibility`),
  ],
  [
    /^\/api\/facts\/\{id\}/,
    `SELECT cy.state || ' ' || u.state_code AS name, u.state_code AS "stateCode", ${SEEN('u.review_state')} AS visibility,
      CASE WHEN u.author_id IS NOT NULL THEN ARRAY[u.author_id] END AS "focalPointIds", jsonb_build_object('id', u.id, 'fingerprint', 'f') AS values FROM facts u JOIN cycles cy ON cy.id = u.cycle_id WHERE cy.year >= 2060`,
  ],
  [
    /^\/api\/team-updates\/\{id\}/,
    `SELECT cy.state || ' ' || u.team_key AS name, u.team_key AS "teamKey", ${SEEN('u.review_state')} AS visibility,
      jsonb_build_object('id', u.id) AS values FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE cy.year >= 2060`,
  ],
  [
    /^GET \/api\/team-activities\/\{id\}/,
    OF_TEAMS('team_activities', 'id').replace('AS name', `AS name, 'published' AS visibility`),
  ],
  [/^\/api\/team-activities\/\{id\}/, OF_TEAMS('team_activities', 'id')],
  [
    /^POST \/api\/team-(activities|sessions|products|updates)$/,
    `SELECT key AS name, key AS "teamKey", 'published' AS visibility, jsonb_build_object('teamKey', key, 'cycleKey', '2061-annual') AS values FROM teams WHERE key IN ('${TEAM}', '${OTHER_TEAM}')`,
  ],
  [
    /^(POST \/api\/(projects|good-practices|stories|plans|facts)|PUT \/api\/quantification\/(needs|contributions))$/,
    `SELECT DISTINCT ON (state_code) state_code AS name, state_code AS "stateCode", 'published' AS visibility, jsonb_build_object('commitment', code, 'cycleKey', '2061-annual') AS values
      FROM commitments WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, code`,
  ],
  [
    /^POST \/api\/mechanisms$/,
    `SELECT code AS name, code AS "stateCode", 'published' AS visibility, jsonb_build_object('key', code || ':MATRIX') AS values FROM states WHERE code IN ('${HOME}', '${ABROAD}')`,
  ],
  [/^PUT \/api\/quantification\/rates$/, ONE('states', `'none', code`)],
  [/^POST \/api\/reports$/, ONE('snapshots', `'snapshotId', id`)],
  [/^\/api\/team-sessions\/\{id\}/, OF_TEAMS('team_sessions', 'id')],
  [/^\/api\/team-products\/\{id\}/, OF_TEAMS('team_products', 'id')],
  [
    /^\/api\/teams\/\{key\}/,
    `SELECT key AS name, key AS "teamKey", jsonb_build_object('key', key, 'year', '2024') AS values FROM teams WHERE key IN ('${TEAM}', '${OTHER_TEAM}')`,
  ],
  [
    /^\/api\/stories\/\{id\}/,
    `SELECT DISTINCT ON (state_code, status) status || ' ' || state_code AS name, state_code AS "stateCode", jsonb_build_object('id', id, 'photoId', (SELECT p.id FROM story_photos p WHERE p.story_id = stories.id)) AS values,
      CASE status WHEN 'draft' THEN 'working' ELSE 'published' END AS visibility FROM stories WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, status, id`,
  ],
  [/^\/api\/mechanisms\/\{id\}/, OF_BOTH('mechanisms', 'id')],
  [/^\/api\/good-practices\/\{id\}/, OF_BOTH('good_practices', 'id')],
  [
    /^\/api\/projects\/\{id\}/,
    `SELECT DISTINCT ON (state_code) coalesce(state_code, 'region') AS name, state_code AS "stateCode", jsonb_build_object('id', id) AS values
      FROM projects WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, id`,
  ],
  [
    /^\/api\/pledges\/\{id\}/,
    `SELECT DISTINCT ON (submitter_state_code) coalesce(submitter_state_code, 'region') AS name, submitter_state_code AS "stateCode", team_key AS "teamKey", jsonb_build_object('id', id) AS values
      FROM pledges ORDER BY submitter_state_code, key`,
  ],
  [
    /^\/api\/indicators\/\{id\}\/commitments/,
    `SELECT c.state_code AS name, c.state_code AS "stateCode", jsonb_build_object('id', i.id, 'commitmentId', c.id) AS values
      FROM (SELECT id FROM indicators ORDER BY id LIMIT 1) i, (SELECT DISTINCT ON (state_code) state_code, id FROM commitments WHERE state_code IN ('${HOME}', '${ABROAD}') ORDER BY state_code, code) c`,
  ],
  [/^\/api\/indicators\/\{id\}/, ONE('indicators', `'id', id`)],
  [/^\/api\/observations\/\{id\}/, ONE('observations', `'id', id`)],
  [/^\/api\/indicator-series\/\{id\}/, ONE('indicator_series', `'id', id`)],
  [/^\/api\/frameworks\/\{key\}/, ONE('frameworks', `'key', key`)],
  [/^\/api\/alliances\/dialogues\/\{id\}/, ONE('dialogues', `'id', id`)],
  [/^\/api\/alliances\/events\/\{id\}/, ONE('alliance_events', `'id', id`)],
  [/^\/api\/presidencies\/\{year\}/, ONE('presidencies', `'year', year::text`)],
  [/^\/api\/regional\/plans\/\{year\}/, ONE('regional_plans', `'year', year::text`)],
  [/^\/api\/regional\/meetings\/\{ordinal\}/, ONE('annual_meetings', `'ordinal', ordinal::text`)],
  [/^\/api\/regional\/documents\/\{key\}/, ONE('regional_documents', `'key', key`)],
  [/^\/api\/regional\/figures\/\{year\}\/\{key\}/, ONE('context_figures', `'year', year::text, 'key', key`)],
  [/^\/api\/regional\/counts\/\{place\}/, ONE('published_counts', `'place', place`)],
  [
    /^\/api\/partner-sheets\/\{id\}/,
    ONE('partner_sheets s JOIN partner_figures f ON f.sheet_id = s.id', `'id', s.id, 'figureId', f.id`),
  ],
  // A chapter at home, one abroad, and one that is the Secretariat's.
  [
    /^\/api\/compositions\/\{key\}\/sections/,
    `SELECT cy.state || ' ' || s.key AS name, s.state AS "stateCode", jsonb_build_object('key', cy.key, 'section', s.key) AS values
      FROM cycles cy, (VALUES ('chapter-${HOME}', '${HOME}'), ('chapter-${ABROAD}', '${ABROAD}'), ('context', NULL)) s(key, state)
      WHERE cy.year >= 2060 AND cy.kind = 'annual'`,
  ],
  [
    /^\/api\/compositions\/\{key\}/,
    `SELECT state AS name, jsonb_build_object('key', key) AS values, true AS anyone FROM cycles WHERE year >= 2060`,
  ],
  [
    /^\/api\/editions\/\{key\}/,
    ONE(
      'editions e JOIN cycles c ON c.id = e.cycle_id',
      `'key', c.key, 'number', e.number::text, 'lang', 'es', 'format', 'json'`,
      `WHERE e.state = 'published'`,
    ),
  ],
  [/^\/api\/snapshots\/\{id\}/, ONE('snapshots', `'id', id`)],
  // Nobody outside sees a report before it is ready.
  [
    /^\/api\/reports\/\{id\}/,
    ONE('reports', `'id', id`, `WHERE state = 'queued'`).replace('published', 'submitted'),
  ],
];

/** What a route is asked about; an empty list where it needs nothing. Undefined: nobody has decided yet. */
export async function samplesOf(
  database: Database,
  method: string,
  path: string,
): Promise<Sample[] | undefined> {
  const source = SOURCES.find(([pattern]) => pattern.test(path) || pattern.test(`${method} ${path}`));
  if (!source) return path.includes('{') ? undefined : [];
  if (source[1] === null) return [];
  const rows = await database.query<Row & Record<string, unknown>>(source[1]);
  return rows.map(({ name, values, stateCode, teamKey, visibility, focalPointIds, anyone }) => ({
    name,
    values: { ...(stateCode ? { stateCode, state: stateCode } : {}), ...values },
    object: anyone
      ? undefined
      : {
          stateCode: stateCode ?? null,
          teamKey: teamKey ?? null,
          focalPointIds: focalPointIds ?? [],
          visibility: visibility ?? 'working',
        },
  }));
}

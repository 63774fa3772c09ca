/** Pledges at scale 1, and half as many projects; the Global Refugee Forum of 2023 had about 3,400 pledges. */
export const PLEDGES = 420;

const NUMBERED = `(SELECT id, submitter_state_code, substr(key, 7)::int AS n FROM pledges WHERE key LIKE 'BENCH-%' AND $1::int > 0)`;

/** Pledges with two commitments of their State, every third with a stated stage; projects with six reports each. $1 how many pledges. */
export const GENERATE_DASHBOARDS: readonly string[] = [
  `INSERT INTO pledges (id, key, forum_key, form, title_en, title_es, submitter_state_code)
   SELECT gen_random_uuid(), 'BENCH-' || n, f.keys[1 + n % cardinality(f.keys)], 'single', 'Pledge ' || n, 'Promesa ' || n, s.codes[1 + n % 7]
     FROM generate_series(1, $1::int) n, (SELECT array_agg(key ORDER BY key) FROM pledge_forums) f(keys),
          (SELECT array_agg(code ORDER BY code) FROM states) s(codes)`,
  `INSERT INTO pledge_areas (pledge_id, area_key)
   SELECT p.id, a.key FROM ${NUMBERED} p JOIN areas a ON a.shared AND (a.position + p.n) % 3 = 0 WHERE p.n % 10 <> 0`,
  `INSERT INTO pledge_commitments (pledge_id, commitment_id)
   SELECT p.id, c.id FROM ${NUMBERED} p JOIN commitments c ON c.state_code = p.submitter_state_code
    WHERE right(c.code, 2)::int IN (1 + p.n % 33, 1 + (p.n + 7) % 33)`,
  `INSERT INTO pledge_updates (id, pledge_id, number, stated_stage, reason, as_of, created_at)
   SELECT gen_random_uuid(), p.id, 1, (ARRAY['planning', 'in_progress', 'fulfilled'])[1 + p.n / 3 % 3], 'Told by the host', DATE '2027-06-30', now()
     FROM ${NUMBERED} p WHERE p.n % 3 = 0`,
  `INSERT INTO projects (id, key, programme_key, state_code, title_en, title_es, amount, currency)
   SELECT gen_random_uuid(), 'BENCH-' || n, g.keys[1 + n % cardinality(g.keys)], s.codes[1 + n % 7], 'Project ' || n, 'Proyecto ' || n,
          CASE WHEN n % 5 > 0 THEN 1000.25 * n END, CASE WHEN n % 5 > 0 THEN (ARRAY['USD', 'EUR', 'MXN'])[1 + n % 3] END
     FROM generate_series(1, $1::int / 2) n, (SELECT array_agg(key ORDER BY key) FROM programmes) g(keys),
          (SELECT array_agg(code ORDER BY code) FROM states) s(codes)`,
  `INSERT INTO project_reports (id, project_id, number, as_of, as_of_precision, percent, sources, created_at)
   SELECT gen_random_uuid(), p.id, r, DATE '2025-12-31' + 91 * r, 'day', CASE WHEN (n + r) % 4 > 0 THEN least(100, 15 * r + n % 10) END, ARRAY['Bench'], now()
     FROM (SELECT id, substr(key, 7)::int AS n FROM projects WHERE key LIKE 'BENCH-%' AND $1::int > 0) p CROSS JOIN generate_series(1, 6) r
    WHERE n % 6 > 0`,
];

/** The floor's own flat copies. */
export const FLOOR_DASHBOARDS: readonly string[] = [
  `CREATE TABLE floor_pledges AS
   SELECT p.id, p.forum_key, f.stated_stage, array(SELECT a.area_key FROM pledge_areas a WHERE a.pledge_id = p.id) AS areas
     FROM pledges p LEFT JOIN pledge_updates f ON f.pledge_id = p.id AND f.superseded_at IS NULL ORDER BY p.forum_key, p.id`,
  'CREATE TABLE floor_pledge_links AS SELECT pledge_id, commitment_id FROM pledge_commitments ORDER BY pledge_id',
  'CREATE TABLE floor_projects AS SELECT id, programme_key, state_code, amount, currency FROM projects ORDER BY programme_key, id',
  'CREATE TABLE floor_reports AS SELECT project_id, as_of, number, percent FROM project_reports WHERE percent IS NOT NULL',
  'CREATE INDEX ON floor_reports (project_id, as_of DESC NULLS LAST, number DESC) INCLUDE (percent)',
];

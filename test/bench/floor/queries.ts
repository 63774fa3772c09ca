/** Who makes the JSON. */
export type FloorVariant = 'node' | 'pg';

/** A row as pg reads it. */
export type Row = Record<string, Scalar | string[]>;
type Scalar = string | number | boolean | null;

interface FloorOperation {
  /** Names of the query parameters, in the order of the statement's. */
  parameters: string[];
  /** One row, one column `body`: the answer. */
  pg: (query: Record<string, string>) => string;
  /** Plain rows. */
  node: string;
  /** Makes the answer of the rows, where it is not plain JSON of them. */
  write?: (rows: Row[], query: Record<string, string>) => string | Row[];
  type?: (query: Record<string, string>) => string;
}

/** The same fields that the product shows of an update. */
const SUMMARY = `u.id, u.revision, u.review_state AS "reviewState", u.is_latest AS "isLatest", u.stage, u.outlook, u.percent,
  u.percent_source AS "percentSource", u.no_change AS "noChange", u.narrative_en AS "narrativeEn", u.narrative_es AS "narrativeEs", u.illustrative,
  u.period_end AS "periodEnd", u.submitted_at AS "submittedAt", u.updated_at AS "updatedAt", u.version,
  u.cycle_key AS "cycleKey"`;

const COMMITMENT = `c.commitment_id AS "commitmentId", c.code, c.number, c.area_key AS "areaKey", c.title_en AS "titleEn", c.title_es AS "titleEs"`;

const LATEST = `LEFT JOIN LATERAL (SELECT ${SUMMARY} FROM floor_updates u WHERE u.commitment_id = c.commitment_id
  ORDER BY u.period_end DESC, u.revision DESC LIMIT 1) l ON true WHERE c.plan_id = $1 ORDER BY c.number`;

const PAGE = `SELECT ${SUMMARY}, u.commitment_id AS "commitmentId", u.code, u.title_en AS "titleEn", u.title_es AS "titleEs", u.state_code AS "stateCode",
    u.area_key AS "areaKey" FROM floor_updates u
  WHERE u.state_code = $1 AND u.review_state = $2 AND u.area_key = $3 AND u.period_end BETWEEN $4 AND $5
  ORDER BY u.period_end DESC, u.id DESC LIMIT 50`;

/** Aggregates per commitment first (the highest approved revision), joins after; on a covering index alone. */
const MATRIX = `SELECT c.state_code AS "stateCode", c.area_key AS "areaKey", count(*)::int AS commitments, count(l.stage)::int AS reported,
    round(avg(l.percent), 4)::text AS "meanPercent", count(*) FILTER (WHERE l.stage = 'not_started')::int AS not_started,
    count(*) FILTER (WHERE l.stage = 'planning')::int AS planning, count(*) FILTER (WHERE l.stage = 'in_progress')::int AS in_progress,
    count(*) FILTER (WHERE l.stage = 'fulfilled')::int AS fulfilled, count(*) FILTER (WHERE l.stage = 'discontinued')::int AS discontinued
  FROM floor_commitments c
  LEFT JOIN (SELECT DISTINCT ON (commitment_id) commitment_id, stage, percent FROM floor_updates
              WHERE cycle_key = $1 AND review_state IN ('approved', 'published') ORDER BY commitment_id, revision DESC) l USING (commitment_id)
  WHERE c.year = $2::int GROUP BY 1, 2 ORDER BY 1, 2`;

const SERIES = `SELECT series_id AS "seriesId", place, place_en AS "placeEn", place_es AS "placeEs", state_code AS "stateCode",
    population_key AS "populationKey", population_en AS "populationEn", population_es AS "populationEs", preferred_source AS "preferredSource",
    id, year, part, role, dimension, category, source, value_state AS "valueState", value, numerator, denominator, currency, qualifier, printed,
    note_en AS "noteEn", note_es AS "noteEs", version
  FROM floor_observations WHERE indicator_id = $1`;

/** Each commitment's latest stage once, then pledges by forum, then stages by area. */
const PLEDGES = `WITH latest AS MATERIALIZED (
    SELECT c.commitment_id, u.stage FROM (SELECT DISTINCT commitment_id FROM floor_pledge_links) c
      LEFT JOIN LATERAL (SELECT stage FROM floor_updates u WHERE u.commitment_id = c.commitment_id AND u.review_state = 'published'
                          ORDER BY u.period_end DESC, u.revision DESC LIMIT 1) u ON true),
  derived AS (
    SELECT pledge_id, CASE WHEN count(*) FILTER (WHERE stage <> 'discontinued') = 0 THEN NULL
             WHEN bool_and(coalesce(stage, '') = 'fulfilled') FILTER (WHERE stage IS DISTINCT FROM 'discontinued') THEN 'fulfilled'
             WHEN bool_or(stage IN ('in_progress', 'fulfilled')) THEN 'in_progress' ELSE 'planning' END AS stage
      FROM floor_pledge_links JOIN latest USING (commitment_id) GROUP BY pledge_id),
  standing AS (
    SELECT p.areas, coalesce(p.stated_stage, d.stage) AS stage FROM floor_pledges p LEFT JOIN derived d ON d.pledge_id = p.id
     WHERE $1 = '' OR p.forum_key = $1),
  placed AS (
    SELECT 'all' AS scope, NULL AS area, stage FROM standing
    UNION ALL SELECT CASE WHEN a IS NULL THEN 'no_area' ELSE 'area' END, a, stage FROM standing LEFT JOIN LATERAL unnest(areas) a ON true)
  SELECT scope, area AS "areaKey", count(*)::int AS total, count(*) FILTER (WHERE stage = 'planning')::int AS planning,
         count(*) FILTER (WHERE stage = 'in_progress')::int AS "inProgress", count(*) FILTER (WHERE stage = 'fulfilled')::int AS fulfilled,
         count(*) FILTER (WHERE stage IS NULL)::int AS "noUpdate" FROM placed GROUP BY scope, area`;

const PROJECTS = `WITH standing AS MATERIALIZED (
    SELECT p.programme_key, p.state_code, p.amount, p.currency, r.percent FROM floor_projects p
      LEFT JOIN LATERAL (SELECT percent FROM floor_reports r WHERE r.project_id = p.id ORDER BY r.as_of DESC NULLS LAST, r.number DESC LIMIT 1) r ON true
     WHERE $1 = '' OR p.programme_key = $1),
  money AS (
    SELECT GROUPING(programme_key, state_code) AS level, coalesce(programme_key, state_code, '') AS key, currency, sum(amount) AS amount, count(*)::int AS projects
      FROM standing WHERE currency IS NOT NULL GROUP BY GROUPING SETS ((currency), (programme_key, currency), (state_code, currency))),
  counted AS (
    SELECT GROUPING(programme_key, state_code) AS level, coalesce(programme_key, state_code, '') AS key, count(*)::int AS projects,
           count(percent)::int AS "withPercent", round(avg(percent), 1)::float8 AS "meanPercent", count(*) FILTER (WHERE currency IS NULL)::int AS "withoutAmount"
      FROM standing GROUP BY GROUPING SETS ((), (programme_key), (state_code)))
  SELECT (ARRAY['', 'programme', 'state', 'all'])[c.level + 1] AS scope, nullif(c.key, '') AS key, c.projects, c."withPercent", c."meanPercent", c."withoutAmount",
         (SELECT coalesce(json_agg(json_build_object('currency', m.currency, 'amount', m.amount::text, 'projects', m.projects)), '[]') FROM money m
           WHERE m.level = c.level AND m.key = c.key) AS amounts
    FROM counted c WHERE c.projects > 0`;

/** The best of each kind, or a page of one, with how many there are: the same words, the same order, on one table and its index. */
const SEARCH = `WITH asked AS MATERIALIZED (
    SELECT to_tsquery('simple', $1 || ':*') || plainto_tsquery('english', $1) || plainto_tsquery('spanish', search_accent($1)) AS q),
  ranked AS (
    SELECT id, kind, (1e6 * ts_rank(document, q, 1))::int AS rank FROM floor_search, asked WHERE document @@ q AND ($3 = '' OR state_code = $3)),
  placed AS (
    SELECT *, count(*) OVER (PARTITION BY kind)::int AS count, row_number() OVER (PARTITION BY kind ORDER BY rank DESC, id) AS place FROM ranked),
  page AS MATERIALIZED (
    SELECT * FROM placed WHERE ($2 = '' OR kind = $2) AND place <= CASE WHEN $2 = '' THEN 4 ELSE $4::int END)
  SELECT id, kind, rank, count, code, state_code AS "stateCode", year, cycle_key AS "cycleKey", commitment_id AS "commitmentId", title_en AS "titleEn",
         title_es AS "titleEs", text_en AS "textEn", text_es AS "textEs" FROM page JOIN floor_search USING (id, kind) ORDER BY rank DESC, id`;

const EXPORT_COLUMNS: readonly (readonly [name: string, column: string])[] = [
  ['updateId', 'id'],
  ['state', 'state_code'],
  ['commitment', 'code'],
  ['titleEn', 'title_en'],
  ['titleEs', 'title_es'],
  ['area', 'area_key'],
  ['cycle', 'cycle_key'],
  ['periodEnd', 'period_end'],
  ['revision', 'revision'],
  ['isLatest', 'is_latest'],
  ['reviewState', 'review_state'],
  ['stage', 'stage'],
  ['outlook', 'outlook'],
  ['percent', 'percent'],
  ['percentSource', 'percent_source'],
  ['noChange', 'no_change'],
  ['narrativeEn', 'narrative_en'],
  ['narrativeEs', 'narrative_es'],
  ['challengesEn', 'challenges_en'],
  ['challengesEs', 'challenges_es'],
  ['nextStepsEn', 'next_steps_en'],
  ['nextStepsEs', 'next_steps_es'],
  ['supportNeededEn', 'support_needed_en'],
  ['supportNeededEs', 'support_needed_es'],
  ['illustrative', 'illustrative'],
  ['revisionReason', 'revision_reason'],
  ['submittedAt', 'submitted_at'],
  ['decidedAt', 'decided_at'],
  ['updatedAt', 'updated_at'],
];
const EXPORT = `SELECT ${EXPORT_COLUMNS.map(([name, column]) => `${column} AS "${name}"`).join(', ')} FROM floor_updates WHERE year = $1::int`;
const HEADER = EXPORT_COLUMNS.map(([name]) => name).join();

/** Texts that may hold commas and quotes; the other columns never do. */
const WRITTEN = /title|narrative|challenges|steps|support|reason/i;
const cellSql = (name: string): string =>
  WRITTEN.test(name)
    ? `coalesce('"' || replace("${name}", '"', '""') || '"', '')`
    : `coalesce("${name}"::text, '')`;

const cell = (value: Scalar | string[] | undefined): string => {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? `{${value.join()}}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const asJson = (sql: string): string =>
  `SELECT coalesce('[' || string_agg(row_to_json(r)::text, ',') || ']', '[]') AS body FROM (${sql}) r`;

/** Every read of the floor by its path. */
export const OPERATIONS: Record<string, FloorOperation> = {
  '/progress': {
    parameters: ['plan'],
    pg: () => asJson(`SELECT ${COMMITMENT}, row_to_json(l) AS latest FROM floor_commitments c ${LATEST}`),
    node: `SELECT ${COMMITMENT}, l.* FROM floor_commitments c ${LATEST}`,
  },
  '/updates': {
    parameters: ['state', 'reviewState', 'area', 'from', 'to'],
    pg: () => asJson(PAGE),
    node: PAGE,
  },
  '/matrix': {
    parameters: ['cycle', 'year'],
    pg: () => asJson(MATRIX),
    node: MATRIX,
  },
  '/series': {
    parameters: ['indicator'],
    pg: () => asJson(SERIES),
    node: SERIES,
  },
  '/pledges': {
    parameters: ['forum'],
    pg: () => asJson(PLEDGES),
    node: PLEDGES,
  },
  '/projects': {
    parameters: ['programme'],
    pg: () => asJson(PROJECTS),
    node: PROJECTS,
  },
  '/search': {
    parameters: ['q', 'kind', 'state', 'limit'],
    pg: () => asJson(SEARCH),
    node: SEARCH,
  },
  '/export': {
    parameters: ['year'],
    pg: ({ format }) =>
      format === 'json'
        ? asJson(EXPORT)
        : `SELECT '${HEADER}' || E'\\n' || string_agg(${EXPORT_COLUMNS.map(([name]) => cellSql(name)).join(` || ',' || `)}, E'\\n') || E'\\n' AS body FROM (${EXPORT}) r`,
    node: EXPORT,
    write: (rows, { format }) =>
      format === 'json'
        ? rows
        : [HEADER, ...rows.map((row) => EXPORT_COLUMNS.map(([name]) => cell(row[name])).join()), ''].join(
            '\n',
          ),
    type: ({ format }) => (format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8'),
  },
};

/** The plain insert. Ids in the order of time, as the product's, so that both fill their indexes alike. */
export const INSERT = `
  INSERT INTO floor_updates (id, commitment_id, cycle_key, state_code, area_key, stage, outlook, percent, narrative_es, revision, review_state,
                             is_latest, version, updated_at)
  VALUES ((lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' ||
           substr(md5(random()::text), 4, 15))::uuid, $1, $2, $3, $4, $5, $6, $7, $8, 1, 'draft', true, 1, now())
  RETURNING id`;

import { PAPER_PLACE, PUBLIC_REPORT, SUBJECTS_OF_REPORTS } from '#features/reports';

/** SQL of the public site. Only cycles in the state `published` are ever joined. */

const EDITION = `
  c.key AS "cycleKey", c.year, c.kind, c.facts_from AS "factsFrom", c.facts_to AS "factsTo", s.id AS "snapshotId",
  s.number, s.sha256, s.created_at AS "frozenAt"`;

const SINCE = `c.published_at AS "publishedAt"`;

/** The frozen text, unless it is known already: $2 ids of snapshots at hand. */
const CONTENT = `CASE WHEN s.id = ANY($2::uuid[]) THEN NULL ELSE s.canonical END AS canonical`;

const PUBLISHED = `
  FROM cycles c JOIN LATERAL (SELECT * FROM snapshots WHERE cycle_id = c.id ORDER BY number DESC LIMIT 1) s ON true
  WHERE c.state = 'published'`;

/** Observations `o` that bars can show: of a series as a whole, none below zero. */
const CHARTED = `o.role = 'actual' AND o.part = 'year' AND o.dimension = '' AND o.value >= 0`;

const NEWEST_FIRST = `ORDER BY c.facts_to DESC, c.kind, c.year DESC`;

/** What was published, newest first. */
export const EDITIONS = `SELECT ${EDITION}, ${SINCE} ${PUBLISHED} ${NEWEST_FIRST}`;

/**
 * The newest edition, or that of one cycle, with its frozen text unless that is known already. $1 cycle key or null,
 * $2 ids of snapshots whose content is at hand.
 */
export const EDITION_CONTENT = `
  SELECT ${EDITION}, ${SINCE}, ${CONTENT}
  ${PUBLISHED} AND ($1::text IS NULL OR c.key = $1) ${NEWEST_FIRST} LIMIT 1`;

/** The same of what a published report was made from. $1 `cycle/number`, $2 as above. */
export const REPORT_CONTENT = `
  SELECT ${EDITION}, e.published_at AS "publishedAt", ${CONTENT}
  FROM editions e JOIN cycles c ON c.id = e.cycle_id JOIN snapshots s ON s.id = e.snapshot_id
  WHERE c.key || '/' || e.number = $1 AND e.state = 'published'`;

/** Which series of an indicator says most of it. $1 indicator. */
export const FULLEST_SERIES = `
  SELECT s.id FROM indicator_series s JOIN observations o ON o.series_id = s.id
  WHERE s.indicator_id = $1 AND ${CHARTED} GROUP BY s.id ORDER BY count(*) DESC, max(o.year) DESC, s.id LIMIT 1`;

/** Short papers to read on a page, and mid-year reports that are no edition. */
const PAPERS = `
  FROM reports r JOIN cycles c ON c.id = r.cycle_id JOIN snapshots s ON s.id = r.snapshot_id
  WHERE r.format = 'html' AND r.kind <> 'annual' AND ${PUBLIC_REPORT}`;

/** The newest one at a place. $1 `cycle/paper` */
const PAPER_AT = `${PAPERS} AND ${PAPER_PLACE} = $1 ORDER BY r.state = 'done' DESC, s.number DESC, r.created_at DESC LIMIT 1`;

/** What a short paper was made from. $1 `cycle/paper`, $2 as above. */
export const PAPER_CONTENT = `SELECT ${EDITION}, ${SINCE}, ${CONTENT} ${PAPER_AT}`;

/**
 * What single public things are called and tell; of short papers also where the newest stands. $1 id; no row where there is none, or none
 * that is public.
 */
export const TITLES = {
  pledges: `
    SELECT p.title_en AS "titleEn", p.title_es AS "titleEs", coalesce(p.description_en, 'Pledge · ' || f.name_en) AS "textEn",
           coalesce(p.description_es, 'Promesa · ' || f.name_es) AS "textEs"
    FROM pledges p JOIN pledge_forums f ON f.key = p.forum_key WHERE p.id = $1`,
  indicators: `
    SELECT i.code || ' ' || i.name_en AS "titleEn", i.code || ' ' || i.name_es AS "titleEs",
           concat_ws(' · ', i.name_en || coalesce(' (' || i.unit_en || ')', ''), has.places_en, has.years, i.note_en) AS "textEn",
           concat_ws(' · ', i.name_es || coalesce(' (' || i.unit_es || ')', ''), has.places_es, has.years, i.note_es) AS "textEs"
    FROM indicators i CROSS JOIN LATERAL (
      SELECT string_agg(DISTINCT s.place_en, ', ') AS places_en, string_agg(DISTINCT s.place_es, ', ') AS places_es,
             CASE WHEN min(o.year) = max(o.year) THEN min(o.year)::text ELSE min(o.year) || '–' || max(o.year) END AS years
      FROM indicator_series s JOIN observations o ON o.series_id = s.id WHERE s.indicator_id = i.id) has
    WHERE i.id = $1`,
  stories: `SELECT title_en AS "titleEn", title_es AS "titleEs", text_en AS "textEn", text_es AS "textEs" FROM stories WHERE id = $1 AND status = 'published'`,
  reports: `
    SELECT concat_ws(' · ', coalesce(st.name_en, tm.name_en, ar.name_en), c.year || ' (' || r.lang || ')') AS "titleEn",
           concat_ws(' · ', coalesce(st.name_es, tm.name_es, ar.name_es), c.year || ' (' || r.lang || ')') AS "titleEs",
           CASE WHEN EXISTS (SELECT FROM reports n WHERE (n.cycle_id, n.kind, n.subject) = (r.cycle_id, r.kind, r.subject)
                                                     AND n.kind <> 'annual' AND n.format = 'html' AND n.read_at IS NOT NULL)
                THEN ${PAPER_PLACE} END AS place
    FROM reports r JOIN cycles c ON c.id = r.cycle_id ${SUBJECTS_OF_REPORTS} WHERE r.id = $1 AND r.state = 'done' AND c.state = 'published'`,
} as const;

/** A published edition of a report. $1 `cycle/number`. */
export const REPORT_EDITION = `
  SELECT c.kind, c.year, e.number FROM editions e JOIN cycles c ON c.id = e.cycle_id
  WHERE c.key || '/' || e.number = $1 AND e.state = 'published'`;

/** A published short paper. $1 `cycle/paper`. */
export const REPORT_PAPER = `
  SELECT r.kind, r."cycleKind", r.year, r.subject, coalesce(st.name_en, tm.name_en, ar.name_en, r.subject) AS "nameEn",
         coalesce(st.name_es, tm.name_es, ar.name_es, r.subject) AS "nameEs"
  FROM (SELECT r.kind, r.subject, c.kind AS "cycleKind", c.year ${PAPER_AT}) r ${SUBJECTS_OF_REPORTS}`;

/** On which State's page a commitment is told. $1 id. */
export const COMMITMENT_PLACE = `
  SELECT c.code, c.state_code AS "stateCode" FROM commitments c
  WHERE c.id = $1 AND EXISTS (SELECT FROM commitment_versions v JOIN plans p ON p.id = v.plan_id
                              WHERE v.commitment_id = c.id AND p.status = 'adopted')`;

/** Where a published update is told: with its commitment, in the State as it was published then. $1 update. */
export const UPDATE_PLACE = `
  SELECT c.code, c.state_code AS "stateCode", cy.key AS "cycleKey"
  FROM updates u JOIN commitments c ON c.id = u.commitment_id JOIN cycles cy ON cy.id = u.cycle_id
  WHERE u.id = $1 AND u.review_state = 'published'`;

/** Addresses of single public things, for search engines; at most 20,000. */
export const PLACES = `
  SELECT '/states/' || code AS path FROM states WHERE EXISTS (SELECT FROM cycles WHERE state = 'published')
  UNION ALL SELECT '/pledges/' || id FROM pledges
  UNION ALL SELECT '/indicators/' || id FROM indicators
  UNION ALL SELECT '/stories/' || id FROM stories WHERE status = 'published'
  UNION ALL SELECT '/reports/' || c.key || '/' || e.number FROM editions e JOIN cycles c ON c.id = e.cycle_id WHERE e.state = 'published'
  UNION ALL SELECT DISTINCT '/reports/' || ${PAPER_PLACE} ${PAPERS}
  ORDER BY path LIMIT 20000`;

/**
 * Since when the numbers of the pledges stand: the last change of one, of what is said of it, or of the published cycles that the
 * linked commitments stand in. $1 a forum or null for all, $2 one pledge or null.
 */
export const PLEDGES_SINCE = `
  SELECT greatest(max(p.updated_at), max(u.created_at),
                  (SELECT max(c.published_at) FROM cycles c WHERE c.state = 'published' AND EXISTS (SELECT FROM pledge_commitments l WHERE l.pledge_id = $2 OR $2 IS NULL))) AS since
  FROM pledges p LEFT JOIN pledge_updates u ON u.pledge_id = p.id WHERE ($1::text IS NULL OR p.forum_key = $1) AND ($2::uuid IS NULL OR p.id = $2)`;

/** What a forum is called. $1 key. */
export const PLEDGE_FORUM = 'SELECT name_en AS en, name_es AS es FROM pledge_forums WHERE key = $1';

/** A published story with where and when it is from. $1 id. */
export const STORY = `
  SELECT s.title_en AS "titleEn", s.title_es AS "titleEs", s.text_en AS "textEn", s.text_es AS "textEs", s.year,
         t.name_en AS "stateEn", t.name_es AS "stateEs", to_char(s.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
  FROM stories s JOIN states t ON t.code = s.state_code WHERE s.id = $1 AND s.status = 'published'`;

/** What was observed of a series, year by year, with the target of the same source. $1 series, $2 language. */
export const SERIES_VALUES = `
  SELECT i.id AS "indicatorId", i.code || ' ' || CASE $2 WHEN 'en' THEN i.name_en ELSE i.name_es END AS title,
         CASE $2 WHEN 'en' THEN s.place_en || ' · ' || s.population_en ELSE s.place_es || ' · ' || s.population_es END AS place,
         o.year, o.source, o.value, t.value AS target, i.value_type AS "valueType", greatest(o.updated_at, t.updated_at) AS since
  FROM indicator_series s JOIN indicators i ON i.id = s.indicator_id JOIN observations o ON o.series_id = s.id
  LEFT JOIN observations t ON t.series_id = s.id AND t.role = 'target' AND t.part = 'year' AND t.dimension = '' AND t.value >= 0
                          AND t.year = o.year AND t.source = o.source
  WHERE s.id = $1 AND ${CHARTED}
  ORDER BY o.year, o.source LIMIT 60`;

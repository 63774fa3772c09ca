import type { PledgesQuery } from './pledge.input.js';
import { derivedStageSql } from './pledge.rules.js';

/**
 * A commitment's stage as its latest approved update gives it, as `u.stage`. What is approved but not yet published shows
 * only in the States of `$1`; null: in all.
 * @param until a condition on `u`, for what was known at some time
 */
const latestStage = (until = 'true'): string => `
  SELECT u.stage FROM updates u
   WHERE u.commitment_id = pc.commitment_id
     AND ${until} AND (u.review_state = 'published' OR (u.review_state = 'approved' AND ($1::text[] IS NULL OR u.state_code = ANY ($1))))
   ORDER BY u.period_end DESC, u.revision DESC LIMIT 1`;

const IN_FORCE = 'LEFT JOIN pledge_updates f ON f.pledge_id = p.id AND f.superseded_at IS NULL';

/** The update that was in force at the end of the year `$2`: the last one that tells of a day until then. */
const IN_FORCE_THEN = `LEFT JOIN LATERAL (SELECT * FROM pledge_updates x WHERE x.pledge_id = p.id AND x.as_of <= make_date($2, 12, 31)
                     ORDER BY x.number DESC LIMIT 1) f ON true`;

/** What stands behind a pledge `p`: its linked commitments `d`, as `latest` knows them, and its update in force `f`. */
const standing = (latest: string, inForce = IN_FORCE): string => `
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS commitments, count(u.stage)::int AS reported, ${derivedStageSql('u.stage')} AS stage
      FROM pledge_commitments pc LEFT JOIN LATERAL (${latest}) u ON true
     WHERE pc.pledge_id = p.id) d ON true
  ${inForce}`;

const STAGE = 'coalesce(f.stated_stage, d.stage)';

const SUMMARY = `
  p.id, p.key, p.forum_key AS forum, p.form, p.title_en AS "titleEn", p.title_es AS "titleEs",
  p.submitter_state_code AS "submitterState", i.key AS "submitterInstitution", p.team_key AS team,
  array(SELECT a.area_key FROM pledge_areas a WHERE a.pledge_id = p.id ORDER BY a.area_key) AS areas,
  ${STAGE} AS stage,
  CASE WHEN f.stated_stage IS NOT NULL THEN 'stated' WHEN d.stage IS NOT NULL THEN 'derived' ELSE 'no_update' END AS "stageBasis",
  d.stage AS "derivedStage", d.commitments, d.reported, f.as_of AS "updatedAsOf", p.version`;

const from = (latest: string, inForce = IN_FORCE): string => `
  FROM pledges p LEFT JOIN institutions i ON i.id = p.submitter_institution_id ${standing(latest, inForce)}`;
const FROM = from(latestStage());

const FILTER = `
  ($2::text IS NULL OR p.forum_key = $2)
  AND ($3::text IS NULL OR p.form = $3)
  AND ($4::text IS NULL OR p.submitter_state_code = $4 OR i.state_code = $4)
  AND ($5::text IS NULL OR EXISTS (SELECT FROM pledge_areas a WHERE a.pledge_id = p.id AND a.area_key = $5))
  AND ($6::text IS NULL OR p.team_key = $6)
  AND ($7::text IS NULL OR coalesce(${STAGE}, 'no_update') = $7)
  AND ($8::uuid IS NULL OR EXISTS (SELECT FROM pledge_commitments c WHERE c.pledge_id = p.id AND c.commitment_id = $8))
  AND ($9::text IS NULL OR p.key ILIKE $9 OR p.title_en ILIKE $9 OR p.title_es ILIKE $9)`;

/** The values of the filters, in the order of the statements below. `states`: see `latestStage`. */
export const filterValues = (
  states: string[] | null,
  query: Omit<PledgesQuery, 'limit' | 'cursor'>,
): unknown[] => [
  states,
  query.forum ?? null,
  query.form ?? null,
  query.state ?? null,
  query.area ?? null,
  query.team ?? null,
  query.stage ?? null,
  query.commitment ?? null,
  query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
];

/** One page of pledges by key, after `$10`, one more than `$11` wants. */
export const PLEDGES = `SELECT ${SUMMARY} ${FROM} WHERE ${FILTER} AND ($10::text IS NULL OR p.key > $10) ORDER BY p.key LIMIT $11`;

/** One row a pledge, as the Forum's form asks for it. */
export const PLEDGE_EXPORT = `
  SELECT ${SUMMARY}, fo.name_en AS "forumName", fo.year, p.types,
         coalesce(p.submitter_state_code, i.key) AS submitter, s.name_en AS "submitterStateName", i.name_en AS "submitterInstitutionName",
         p.linked_global_pledge_en AS "linkedGlobalPledge", f.account_en AS "accountEn", f.account_es AS "accountEs",
         f.reason, array(SELECT c.code FROM pledge_commitments pc JOIN commitments c ON c.id = pc.commitment_id
                          WHERE pc.pledge_id = p.id ORDER BY c.code) AS "commitmentCodes", p.sources
  ${FROM} JOIN pledge_forums fo ON fo.key = p.forum_key LEFT JOIN states s ON s.code = p.submitter_state_code
  WHERE ${FILTER} ORDER BY p.key`;

/** A pledge with everything in it. `$2` its id, `$3` whether names of authors show. */
export const PLEDGE = `
  SELECT ${SUMMARY}, p.types, p.description_en AS "descriptionEn", p.description_es AS "descriptionEs",
         p.linked_global_pledge_en AS "linkedGlobalPledgeEn", p.linked_global_pledge_es AS "linkedGlobalPledgeEs", p.inferred, p.sources, i.state_code AS "institutionState",
         coalesce((SELECT json_agg(json_build_object('id', c.id, 'code', c.code, 'stateCode', c.state_code, 'titleEn', v.title_en,
                                                     'titleEs', v.title_es, 'stage', u.stage) ORDER BY c.code)
                     FROM pledge_commitments pc JOIN commitments c ON c.id = pc.commitment_id
                     LEFT JOIN LATERAL (${latestStage()}) u ON true
                     LEFT JOIN plans pl ON pl.state_code = c.state_code AND pl.status = 'adopted'
                     LEFT JOIN commitment_versions v ON v.plan_id = pl.id AND v.commitment_id = c.id
                    WHERE pc.pledge_id = p.id), '[]') AS "linkedCommitments",
         coalesce((SELECT json_agg(json_build_object('id', x.id, 'number', x.number, 'statedStage', x.stated_stage, 'reason', x.reason,
                                                     'derivedStage', x.derived_stage, 'accountEn', x.account_en, 'accountEs', x.account_es,
                                                     'asOf', x.as_of, 'sources', x.sources, 'author', CASE WHEN $3 THEN w.name END,
                                                     'createdAt', x.created_at, 'supersededAt', x.superseded_at) ORDER BY x.number DESC)
                     FROM pledge_updates x LEFT JOIN auth_users w ON w.id = x.author_id WHERE x.pledge_id = p.id), '[]') AS updates
  ${FROM} WHERE p.id = $2`;

/** Counts by stage, each commitment looked at once: all pledges, then by area of focus, those without an area last. `$2` a forum or null for all. */
export const PLEDGE_DASHBOARD = `
  WITH linked AS MATERIALIZED (
    SELECT pc.commitment_id, u.stage FROM (SELECT DISTINCT commitment_id FROM pledge_commitments) pc LEFT JOIN LATERAL (${latestStage()}) u ON true
  ), derived AS (
    SELECT pc.pledge_id, ${derivedStageSql('l.stage')} AS stage FROM pledge_commitments pc JOIN linked l USING (commitment_id) GROUP BY pc.pledge_id
  ), standing AS (
    SELECT p.id, ${STAGE} AS stage FROM pledges p LEFT JOIN derived d ON d.pledge_id = p.id
      LEFT JOIN pledge_updates f ON f.pledge_id = p.id AND f.superseded_at IS NULL WHERE $2::text IS NULL OR p.forum_key = $2
  ), placed AS (
    SELECT 'all' AS scope, NULL AS area, stage FROM standing
    UNION ALL
    SELECT CASE WHEN a.area_key IS NULL THEN 'no_area' ELSE 'area' END, a.area_key, s.stage
      FROM standing s LEFT JOIN pledge_areas a ON a.pledge_id = s.id
  )
  SELECT k.scope, k.area AS "areaKey", count(*)::int AS total,
         count(*) FILTER (WHERE k.stage = 'planning')::int AS planning,
         count(*) FILTER (WHERE k.stage = 'in_progress')::int AS "inProgress",
         count(*) FILTER (WHERE k.stage = 'fulfilled')::int AS fulfilled,
         count(*) FILTER (WHERE k.stage IS NULL)::int AS "noUpdate"
    FROM placed k LEFT JOIN areas ar ON ar.key = k.area
   GROUP BY k.scope, k.area, ar.shared, ar.position
   ORDER BY array_position(ARRAY['all', 'area', 'no_area'], k.scope), ar.shared DESC, ar.position, k.area`;

/** What a year's report tells of pledges: those made until then, with stages as reported until then, and the forums behind them, newest forum first. */
export const PLEDGES_OF_YEAR = `
  SELECT ${SUMMARY}, p.linked_global_pledge_en AS "linkedEn", p.linked_global_pledge_es AS "linkedEs",
         p.types, p.description_en AS "descriptionEn", p.description_es AS "descriptionEs", p.inferred, p.sources,
         f.account_en AS "accountEn", f.account_es AS "accountEs", fo.name_en AS "forumEn", fo.name_es AS "forumEs",
         array(SELECT c.code FROM pledge_commitments pc JOIN commitments c ON c.id = pc.commitment_id
                WHERE pc.pledge_id = p.id ORDER BY c.code) AS codes
  ${from(latestStage('u.period_end <= make_date($2, 12, 31)'), IN_FORCE_THEN)} JOIN pledge_forums fo ON fo.key = p.forum_key
  WHERE fo.year <= $2 ORDER BY fo.year DESC, p.key`;

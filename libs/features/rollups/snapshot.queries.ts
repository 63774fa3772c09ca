import { LAST_CYCLES } from './rollup.queries.js';

/**
 * The parts of a snapshot that are rows of ours, as JSON text each, so that freezing and checking read the same way.
 * Everything is ordered; numerics are text, so that no digit is lost.
 */

/** What counts and what was said. $1 ids of updates. */
export const SNAPSHOT_UPDATES = `
  SELECT coalesce(json_agg(json_build_object(
    'id', u.id, 'commitmentId', u.commitment_id, 'stateCode', u.state_code, 'areaKey', u.area_key, 'revision', u.revision,
    'stage', u.stage, 'outlook', u.outlook, 'percent', u.percent::text, 'percentSource', u.percent_source, 'noChange', u.no_change,
    'narrativeEn', u.narrative_en, 'narrativeEs', u.narrative_es, 'challengesEn', u.challenges_en, 'challengesEs', u.challenges_es,
    'nextStepsEn', u.next_steps_en, 'nextStepsEs', u.next_steps_es, 'supportNeededEn', u.support_needed_en, 'supportNeededEs', u.support_needed_es,
    'illustrative', u.illustrative, 'revisionReason', u.revision_reason, 'authorId', u.author_id,
    'submittedAt', u.submitted_at, 'approvedAt', u.decided_at, 'approvedBy', u.decided_by,
    'evidence', (SELECT coalesce(json_agg(json_build_object('titleEn', e.title_en, 'titleEs', e.title_es, 'kind', e.kind, 'url', e.url, 'fileId', e.file_id) ORDER BY e.position, e.id), '[]')
                 FROM evidence e WHERE e.update_id = u.id)
  ) ORDER BY u.id), '[]')::text AS json FROM updates u WHERE u.id = ANY($1::uuid[])`;

/** Facts with their links to commitments. $1 ids of facts. */
export const SNAPSHOT_FACTS = `
  SELECT coalesce(json_agg(json_build_object(
    'id', f.id, 'code', f.code, 'updateId', f.update_id, 'stateCode', f.state_code, 'areaKey', f.area_key, 'section', f.section,
    'kind', f.kind, 'textEn', f.text_en, 'textEs', f.text_es, 'institutions', f.institutions, 'source', f.source, 'noteEn', f.note_en, 'noteEs', f.note_es,
    'position', f.position,
    'commitments', (SELECT coalesce(json_agg(json_build_object('commitmentId', l.commitment_id, 'match', l.match) ORDER BY l.commitment_id), '[]')
                    FROM fact_commitments l WHERE l.fact_id = f.id)
  ) ORDER BY f.state_code, f.position, f.id), '[]')::text AS json FROM facts f WHERE f.id = ANY($1::uuid[])`;

/** The figures of facts. $1 ids of facts. */
export const SNAPSHOT_FIGURES = `
  SELECT coalesce(json_agg(json_build_object(
    'id', g.id, 'factId', g.fact_id, 'position', g.position, 'value', g.value::text, 'valueState', g.value_state, 'valueType', g.value_type,
    'qualifier', g.qualifier, 'basis', g.basis, 'role', g.role, 'unitEn', g.unit_en, 'unitEs', g.unit_es, 'currency', g.currency,
    'rateOn', g.rate_on, 'numerator', g.numerator::text, 'denominator', g.denominator::text, 'ordinalScale', g.ordinal_scale,
    'windowStart', g.window_start, 'windowEnd', g.window_end, 'windowTextEn', g.window_text_en, 'windowTextEs', g.window_text_es,
    'population', g.population, 'labelEn', g.label_en, 'labelEs', g.label_es, 'asOf', g.as_of, 'source', g.source,
    'disaggregation', g.disaggregation) ORDER BY g.fact_id, g.position, g.id), '[]')::text AS json
  FROM figures g WHERE g.fact_id = ANY($1::uuid[])`;

/**
 * Ids of the facts behind a cycle's report: those of the counted updates, the approved free-standing ones, and in an annual
 * cycle also what the year's mid-year cycle brought. $1 cycle, $2 updates that count.
 */
export const SNAPSHOT_FACT_IDS = `
  WITH this AS (SELECT id, year, kind FROM cycles WHERE id = $1),
  mid AS (SELECT c.id FROM cycles c, this WHERE this.kind = 'annual' AND c.kind = 'mid_year' AND c.year = this.year),
  mid_updates AS (
    SELECT DISTINCT ON (commitment_id) id FROM updates
    WHERE cycle_id IN (SELECT id FROM mid) AND review_state IN ('approved', 'published')
    ORDER BY commitment_id, revision DESC
  )
  SELECT id FROM facts
  WHERE update_id = ANY($2::uuid[]) OR update_id IN (SELECT id FROM mid_updates)
     OR (update_id IS NULL AND review_state IN ('approved', 'published') AND cycle_id IN (SELECT id FROM this UNION ALL SELECT id FROM mid))
  ORDER BY id`;

/**
 * What the numbers are about: the cycle, States, areas, plans in force with their commitments, explanations, what the plans
 * have due, and where the commitments stood in the cycles before. $1 cycle id.
 */
export const SNAPSHOT_FRAME = `
  WITH cycle AS (SELECT * FROM cycles WHERE id = $1),
  plan AS (
    SELECT DISTINCT ON (p.state_code) p.* FROM plans p, cycle
    WHERE p.status <> 'draft' AND (p.adopted_on IS NULL OR p.adopted_on <= cycle.cutoff_on)
    ORDER BY p.state_code, p.version_number DESC
  ),
  this AS (SELECT * FROM cycle),
  last AS (${LAST_CYCLES}),
  earlier AS (
    SELECT DISTINCT ON (last.id, u.commitment_id) last.same, last.key, u.commitment_id, u.stage, u.outlook, u.percent
    FROM last JOIN updates u ON u.cycle_id = last.id AND u.review_state IN ('approved', 'published')
    JOIN commitment_versions v ON v.commitment_id = u.commitment_id JOIN plan ON plan.id = v.plan_id
    ORDER BY last.id, u.commitment_id, u.revision DESC
  ),
  said AS NOT MATERIALIZED (
    SELECT u.id, u.commitment_id, u.stage, u.period_end, u.revision FROM updates u, cycle
    WHERE u.review_state IN ('approved', 'published') AND (u.cycle_id = cycle.id OR u.period_end < cycle.facts_to)
  )
  SELECT json_build_object(
    'cycle', (SELECT json_build_object('id', id, 'key', key, 'year', year, 'kind', kind, 'factsFrom', facts_from, 'factsTo', facts_to,
                'opensOn', opens_on, 'dueOn', due_on, 'reviewByOn', review_by_on, 'cutoffOn', cutoff_on) FROM cycle),
    'presidencies', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'stateCode', p.state_code, 'year', p.year, 'startsOn', p.starts_on, 'endsOn', p.ends_on)), '[]')
                   FROM presidencies p, cycle WHERE p.starts_on <= cycle.cutoff_on AND (p.ends_on IS NULL OR cycle.cutoff_on < p.ends_on)),
    'states', (SELECT json_agg(json_build_object('id', code, 'nameEn', name_en, 'nameEs', name_es, 'mechanismEn', mechanism_en,
                 'mechanismEs', mechanism_es, 'position', position) ORDER BY position) FROM states),
    'areas', (SELECT json_agg(json_build_object('id', key, 'nameEn', name_en, 'nameEs', name_es, 'shared', shared, 'stateCode', state_code,
                'mapsTo', maps_to, 'position', position) ORDER BY position, key) FROM areas),
    'institutions', (SELECT coalesce(json_agg(json_build_object('id', key, 'stateCode', state_code, 'acronym', acronym, 'nameEn', name_en, 'nameEs', name_es)
                       ORDER BY key), '[]') FROM institutions),
    'plans', (SELECT coalesce(json_agg(json_build_object('id', plan.id, 'stateCode', plan.state_code, 'versionNumber', plan.version_number,
                'titleEn', plan.title_en, 'titleEs', plan.title_es, 'basis', plan.basis, 'noteEn', plan.note_en, 'noteEs', plan.note_es,
                'publishedCommitments', plan.published_commitments, 'publishedSource', plan.published_source) ORDER BY plan.state_code), '[]') FROM plan),
    'commitments', (SELECT coalesce(json_agg(json_build_object('id', v.commitment_id, 'code', c.code, 'stateCode', c.state_code, 'number', v.number,
                      'areaKey', v.area_key, 'titleEn', v.title_en, 'titleEs', v.title_es, 'summaryEn', v.summary_en, 'summaryEs', v.summary_es,
                      'institutions', (SELECT coalesce(json_agg(json_build_object('role', ci.role, 'acronym', i.acronym, 'nameEn', i.name_en, 'nameEs', i.name_es)
                                         ORDER BY ci.role, i.key), '[]')
                                       FROM commitment_institutions ci JOIN institutions i ON i.id = ci.institution_id
                                       WHERE ci.commitment_version_id = v.id)) ORDER BY c.state_code, v.number), '[]')
                    FROM plan JOIN commitment_versions v ON v.plan_id = plan.id JOIN commitments c ON c.id = v.commitment_id),
    'schedule', (SELECT coalesce(json_agg(json_build_object('id', v.commitment_id, 'dueOn', v.due_on,
                   'stage', (SELECT said.stage FROM said WHERE said.commitment_id = v.commitment_id ORDER BY said.period_end DESC, said.revision DESC LIMIT 1),
                   'milestones', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'titleEn', m.title_en, 'titleEs', m.title_es, 'dueOn', m.due_on,
                                    'percent', (SELECT um.percent::text FROM update_milestones um JOIN said ON said.id = um.update_id
                                                WHERE um.milestone_id = m.id ORDER BY said.period_end DESC, said.revision DESC LIMIT 1))
                                    ORDER BY m.position), '[]')
                                  FROM milestones m WHERE m.commitment_version_id = v.id)) ORDER BY v.commitment_id), '[]')
                 FROM plan JOIN commitment_versions v ON v.plan_id = plan.id
                 WHERE v.due_on IS NOT NULL OR EXISTS (SELECT FROM milestones m WHERE m.commitment_version_id = v.id AND m.due_on IS NOT NULL)),
    'earlier', (SELECT coalesce(json_agg(json_build_object('id', CASE WHEN same THEN 'same/' ELSE 'other/' END || commitment_id, 'commitmentId', commitment_id,
                  'cycleKey', key, 'stage', stage, 'outlook', outlook, 'percent', percent::text) ORDER BY same, commitment_id), '[]') FROM earlier),
    'explanations', (SELECT coalesce(json_agg(json_build_object('id', e.commitment_id, 'kind', e.kind, 'textEn', e.text_en, 'textEs', e.text_es)
                       ORDER BY e.commitment_id), '[]') FROM commitment_explanations e WHERE e.cycle_id = $1 AND e.kind <> 'reopened')
  )::text AS json`;

/** $1 cycle id. */
export const NEXT_SNAPSHOT_NUMBER =
  'SELECT coalesce(max(number), 0)::int + 1 AS number FROM snapshots WHERE cycle_id = $1';

/** Newest first. $1 cycle key or null, $2 id or null. */
export const SNAPSHOT_LIST = `
  SELECT s.id, c.key AS "cycleKey", s.number, s.sha256, s.summary, s.created_at AS "createdAt", s.created_by AS "createdBy", c.state = 'published' AS published
  FROM snapshots s JOIN cycles c ON c.id = s.cycle_id
  WHERE ($1::text IS NULL OR c.key = $1) AND ($2::uuid IS NULL OR s.id = $2)
  ORDER BY s.created_at DESC, s.number DESC`;

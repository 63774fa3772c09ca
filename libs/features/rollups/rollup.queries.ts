/**
 * One row a commitment of the plans in force: the plan that each State had adopted by the cut-off day, the update that
 * counts (highest approved or published revision of the cycle) and whether an earlier cycle's value is carried forward.
 * $1 cycle id, $2 State or null for all.
 */
export const ROLLUP_ROWS = `
  WITH cycle AS (SELECT id, facts_to, cutoff_on FROM cycles WHERE id = $1),
  plan AS (
    SELECT DISTINCT ON (p.state_code) p.id, p.state_code
    FROM plans p, cycle
    WHERE p.status <> 'draft' AND (p.adopted_on IS NULL OR p.adopted_on <= cycle.cutoff_on) AND ($2::text IS NULL OR p.state_code = $2)
    ORDER BY p.state_code, p.version_number DESC
  )
  SELECT v.commitment_id AS "commitmentId", u.id AS "updateId", plan.state_code AS "stateCode",
         coalesce(u.area_key, v.area_key) AS "areaKey",
         CASE WHEN a.shared THEN a.key ELSE a.maps_to END AS "sharedAreaKey",
         v.weight, u.stage, u.outlook, u.percent,
         u.id IS NOT NULL AS reported,
         u.id IS NULL AND earlier.id IS NOT NULL AS "carriedForward",
         e.commitment_id IS NOT NULL AS explained, coalesce(cardinality(u.illustrative) > 0, false) AS illustrative
  FROM plan
  JOIN commitment_versions v ON v.plan_id = plan.id
  LEFT JOIN LATERAL (
    SELECT id, area_key, stage, outlook, percent, illustrative FROM updates
    WHERE cycle_id = $1 AND commitment_id = v.commitment_id AND review_state IN ('approved', 'published')
    ORDER BY revision DESC LIMIT 1
  ) u ON true
  LEFT JOIN LATERAL (
    SELECT past.id FROM updates past, cycle
    WHERE u.id IS NULL AND past.commitment_id = v.commitment_id AND past.period_end < cycle.facts_to
      AND past.review_state IN ('approved', 'published')
    ORDER BY past.period_end DESC, past.revision DESC LIMIT 1
  ) earlier ON true
  LEFT JOIN commitment_explanations e ON e.cycle_id = $1 AND e.commitment_id = v.commitment_id AND e.kind <> 'reopened'
  JOIN areas a ON a.key = coalesce(u.area_key, v.area_key)
  ORDER BY plan.state_code, v.number`;

/** The last cycle of the same kind and the last of the other kind before "this". */
export const LAST_CYCLES = `
    SELECT DISTINCT ON (c.kind) c.id, c.key, c.state, c.kind = this.kind AS same
    FROM cycles c, this
    WHERE c.facts_to < this.facts_to OR (c.facts_to = this.facts_to AND c.kind <> this.kind AND this.kind = 'annual')
    ORDER BY c.kind, c.facts_to DESC`;

/** The cells of the cycles that one is compared with. $1 cycle id. */
export const PREVIOUS_CELLS = `
  WITH this AS (SELECT kind, facts_to FROM cycles WHERE id = $1),
  last AS (${LAST_CYCLES})
  SELECT last.same, last.key AS "cycleKey", r.level, r.state_code AS "stateCode", r.area_key AS "areaKey", r.mean_percent AS "meanPercent",
         r.commitments, r.reported
  FROM last JOIN rollups r ON r.cycle_id = last.id AND last.id <> $1
  ORDER BY last.same, r.level, r.state_code, r.area_key`;

/**
 * Running cycles that come after this one: their change is measured from its numbers, and its values are carried forward into
 * them. $1 cycle id.
 */
export const FOLLOWING_CYCLES = `
  SELECT c.id FROM cycles c JOIN cycles this ON this.id = $1
  WHERE c.state IN ('open', 'in_review')
    AND (c.facts_to > this.facts_to OR (c.facts_to = this.facts_to AND c.kind = 'annual' AND this.kind = 'mid_year'))
  ORDER BY c.facts_to, c.kind`;

/** Writes cells; a row whose numbers are the same keeps its time. $1 cycle id, $2 cells as JSON, $3 now. */
export const STORE_CELLS = `
  INSERT INTO rollups (cycle_id, level, state_code, area_key, commitments, reported, carried_forward, explained, not_reported, illustrative,
                       stages, outlooks, percent_reported, mean_percent, weighted_mean_percent, mean_of_states, states_in_mean,
                       change_same_kind, change_other_kind, update_ids, computed_at)
  SELECT $1, c.level, c."stateCode", c."areaKey", c.commitments, c.reported, c."carriedForward", c.explained, c."notReported", c.illustrative,
         c.stages, c.outlooks, c."percentReported", c."meanPercent", c."weightedMeanPercent", c."meanOfStates", c."statesInMean",
         c."changeSameKind", c."changeOtherKind", c."updateIds", $3
  FROM jsonb_to_recordset($2::jsonb) AS c(level text, "stateCode" text, "areaKey" text, commitments int, reported int,
       "carriedForward" int, explained int, "notReported" int, illustrative int, stages jsonb, outlooks jsonb, "percentReported" int,
       "meanPercent" numeric, "weightedMeanPercent" numeric, "meanOfStates" numeric, "statesInMean" int,
       "changeSameKind" numeric, "changeOtherKind" numeric, "updateIds" uuid[])
  ON CONFLICT (cycle_id, level, state_code, area_key) DO UPDATE SET
    commitments = excluded.commitments, reported = excluded.reported, carried_forward = excluded.carried_forward,
    explained = excluded.explained, not_reported = excluded.not_reported, illustrative = excluded.illustrative, stages = excluded.stages, outlooks = excluded.outlooks,
    percent_reported = excluded.percent_reported, mean_percent = excluded.mean_percent,
    weighted_mean_percent = excluded.weighted_mean_percent, mean_of_states = excluded.mean_of_states,
    states_in_mean = excluded.states_in_mean, change_same_kind = excluded.change_same_kind,
    change_other_kind = excluded.change_other_kind, update_ids = excluded.update_ids, computed_at = excluded.computed_at`;

/** Removes cells that no commitment stands behind any more. $1 cycle id, $2 levels, $3 State or null, $4 cells kept as JSON. */
export const DROP_OTHER_CELLS = `
  DELETE FROM rollups r WHERE r.cycle_id = $1 AND r.level = ANY($2) AND ($3::text IS NULL OR r.state_code = $3)
    AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($4::jsonb) AS c(level text, "stateCode" text, "areaKey" text)
                    WHERE c.level = r.level AND c."stateCode" = r.state_code AND c."areaKey" = r.area_key)`;

const CELL = `json_build_object('level', r.level, 'stateCode', r.state_code, 'areaKey', r.area_key, 'commitments', r.commitments,
  'reported', r.reported, 'carriedForward', r.carried_forward, 'explained', r.explained, 'notReported', r.not_reported, 'illustrative', r.illustrative,
  'stages', r.stages, 'outlooks', r.outlooks, 'percentReported', r.percent_reported, 'meanPercent', r.mean_percent::text,
  'weightedMeanPercent', r.weighted_mean_percent::text, 'meanOfStates', r.mean_of_states::text, 'statesInMean', r.states_in_mean,
  'changeSameKind', r.change_same_kind::text, 'changeOtherKind', r.change_other_kind::text)`;

/**
 * The regional matrix as one JSON text, read from stored rows only.
 * $1 cycle key, $2 States whose cells may be seen before publication (null: all), $3 whether region and areas too.
 */
export const MATRIX = `
  SELECT json_build_object('cycleKey', c.key, 'cycleState', c.state, 'computedAt', max(r.computed_at),
           'cells', coalesce(json_agg(${CELL} ORDER BY r.level, r.state_code, r.area_key) FILTER (WHERE r.cycle_id IS NOT NULL), '[]'))::text AS json
  FROM cycles c
  LEFT JOIN rollups r ON r.cycle_id = c.id
    AND (c.state = 'published' OR CASE WHEN r.state_code = '' THEN $3 ELSE $2::text[] IS NULL OR r.state_code = ANY($2) END)
  WHERE c.key = $1
  GROUP BY c.id`;

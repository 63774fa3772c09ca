import { LAST_CYCLES } from './rollup.queries.js';

/**
 * Every commitment that reported a stage in a cycle and in one that it is compared with, with both.
 * $1 key of the cycle, $2 States whose approved updates may be read before publication (null: all), $3 State or null.
 */
export const STAGE_PAIRS = `
  WITH this AS (SELECT id, key, kind, state, facts_to, endorsed_at FROM cycles WHERE key = $1),
  last AS (${LAST_CYCLES}),
  said AS (
    SELECT DISTINCT ON (u.cycle_id, u.commitment_id) u.cycle_id, u.commitment_id, u.stage, u.decided_at
    FROM updates u
    WHERE u.cycle_id IN (SELECT id FROM this UNION SELECT id FROM last) AND u.review_state IN ('approved', 'published')
      AND (u.review_state = 'published' OR $2::text[] IS NULL OR u.state_code = ANY($2)) AND ($3::text IS NULL OR u.state_code = $3)
    ORDER BY u.cycle_id, u.commitment_id, u.revision DESC
  ),
  pair AS (
    SELECT c.id AS "commitmentId", c.code, c.state_code AS "stateCode", v.title_en AS "titleEn", v.title_es AS "titleEs",
           CASE WHEN last.same THEN 'same' ELSE 'other' END AS since, before.stage AS "from", now.stage AS "to",
           coalesce(now.decided_at > this.endorsed_at, false) AS "afterEndorsement"
    FROM this
    JOIN said now ON now.cycle_id = this.id
    CROSS JOIN last
    JOIN said before ON before.cycle_id = last.id AND before.commitment_id = now.commitment_id
    JOIN commitments c ON c.id = now.commitment_id
    JOIN states s ON s.code = c.state_code
    JOIN LATERAL (
      SELECT w.title_en, w.title_es FROM commitment_versions w JOIN plans p ON p.id = w.plan_id AND p.status <> 'draft'
      WHERE w.commitment_id = c.id ORDER BY p.version_number DESC LIMIT 1
    ) v ON true
    ORDER BY s.position, c.code
  )
  SELECT this.key AS "cycleKey", this.state AS "cycleState", this.endorsed_at AS "endorsedAt",
         (SELECT coalesce(json_agg(json_build_object('since', CASE WHEN last.same THEN 'same' ELSE 'other' END, 'cycleKey', last.key,
                                                     'cycleState', last.state) ORDER BY last.same DESC), '[]') FROM last) AS "comparedWith",
         (SELECT coalesce(json_agg(row_to_json(pair)), '[]') FROM pair) AS pairs
  FROM this`;

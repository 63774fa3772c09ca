import { commitmentsAt, DUE_PERSONS, IS_DUE } from './reminder.queries.js';

/** Names stand where whoever asks may know the people of a State. $4 such States, or null for all. */
const named = (state: string): string => `($4::text[] IS NULL OR ${state} = ANY($4))`;

/** An institution as JSON, by its alias. */
const institution = (i: string): string =>
  `'acronym', ${i}.acronym, 'nameEn', ${i}.name_en, 'nameEs', ${i}.name_es`;

/**
 * What a cycle still waits for, one JSON text: each commitment that is due or waits for its review, who it waits for, and every
 * reminder that named it, a round (kind and day) a line.
 * $1 instant, $2 key of the cycle, $3 States that may be seen (null: all), $4 States whose people may be named (null: all).
 */
export const LATE_COMMITMENTS = `${commitmentsAt('c.key = $2 AND c.opened_at <= $1')},
  due AS (
    SELECT item.*, CASE WHEN standing IN ('submitted', 'returned') THEN standing
                        WHEN standing = 'approved' THEN 'reopened'
                        WHEN update_id IS NOT NULL THEN 'draft'
                        ELSE 'missing' END AS status
    FROM item
    WHERE (standing = 'submitted' OR ${IS_DUE}) AND ($3::text[] IS NULL OR state_code = ANY($3))
  ),${DUE_PERSONS},
  people AS (
    SELECT due.commitment_id, json_agg(told.person ORDER BY told.name, told.acronym) AS list
    FROM due
    JOIN LATERAL (
      SELECT DISTINCT ON (n.name, i.id) n.name, i.acronym,
             jsonb_build_object('name', n.name, 'stopped', x.user_id IS NOT NULL, ${institution('i')}) AS person
      FROM person p
      JOIN auth_users a ON a.id = p.user_id
      LEFT JOIN reminder_stops x ON x.user_id = p.user_id AND ${named('due.state_code')}
      LEFT JOIN LATERAL (
        SELECT o.id, o.acronym, o.name_en, o.name_es
        FROM role_assignments r JOIN institutions o ON o.id = r.institution_id
        WHERE r.user_id = p.user_id AND r.state_code = due.state_code AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to > $1)
        ORDER BY r.role = 'focal_point' DESC, o.key LIMIT 1
      ) i ON true
      CROSS JOIN LATERAL (SELECT CASE WHEN ${named('due.state_code')} THEN a.name END AS name) n
      WHERE p.commitment_id = due.commitment_id
    ) told ON true
    GROUP BY due.commitment_id
  ),
  leads AS (
    SELECT l.commitment_version_id, json_agg(json_build_object(${institution('i')}) ORDER BY i.key) AS list
    FROM commitment_institutions l JOIN institutions i ON i.id = l.institution_id
    WHERE l.role = 'lead' AND l.commitment_version_id IN (SELECT version_id FROM due)
    GROUP BY 1
  ),
  round AS (
    SELECT due.commitment_id, l.kind, l.offset_days, max(l.claimed_at) AS claimed_at, max(l.sent_at) AS sent_at, max(l.failed_at) AS failed_at,
           count(*) AS people, count(*) FILTER (WHERE l.outcome = 'sent') AS sent,
           count(*) FILTER (WHERE l.outcome = 'claimed' AND l.failed_at IS NOT NULL) AS failed,
           coalesce(json_agg(a.name ORDER BY a.name) FILTER (WHERE CASE WHEN l.kind = 'escalation_presidency'
             THEN $4::text[] IS NULL ELSE ${named('due.state_code')} END), '[]') AS names
    FROM reminder_ledger l
    CROSS JOIN LATERAL unnest(l.commitment_ids) AS said(commitment_id)
    JOIN due ON due.commitment_id = said.commitment_id AND due.cycle_id = l.cycle_id
    JOIN auth_users a ON a.id = l.user_id
    WHERE l.outcome IN ('claimed', 'sent') AND l.claimed_at <= $1
    GROUP BY 1, 2, 3
  ),
  rounds AS (
    SELECT commitment_id, json_agg(json_build_object('kind', kind, 'offsetDays', offset_days, 'at', coalesce(sent_at, failed_at, claimed_at),
             'people', people, 'sent', sent, 'failed', failed, 'names', names) ORDER BY coalesce(sent_at, failed_at, claimed_at), kind) AS list
    FROM round GROUP BY 1
  ),
  line AS (
    SELECT due.*, s.position,
           CASE due.status WHEN 'submitted' THEN cy.review_by_on ELSE cy.due_on END AS day,
           ($1::timestamptz AT TIME ZONE s.time_zone)::date AS today
    FROM due JOIN cycles cy ON cy.id = due.cycle_id JOIN states s ON s.code = due.state_code
  )
  SELECT row_to_json(told)::text AS body FROM (
    SELECT cy.key AS "cycleKey", cy.state AS "cycleState", cy.due_on AS "dueOn", cy.review_by_on AS "reviewByOn",
           to_char($1::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asOf",
           (SELECT coalesce(json_agg(row_to_json(item)), '[]') FROM (
              SELECT line.commitment_id AS "commitmentId", line.code, line.state_code AS "stateCode", line.area_key AS "areaKey",
                     line.title_en AS "titleEn", line.title_es AS "titleEs", line.status, line.update_id AS "updateId", line.day AS "dueOn",
                     line.today - line.day AS "daysLate", coalesce(leads.list, '[]') AS leads, coalesce(people.list, '[]') AS "focalPoints",
                     coalesce(rounds.list, '[]') AS reminders
              FROM line
              LEFT JOIN people ON people.commitment_id = line.commitment_id
              LEFT JOIN leads ON leads.commitment_version_id = line.version_id
              LEFT JOIN rounds ON rounds.commitment_id = line.commitment_id
              ORDER BY line.today - line.day DESC, line.position, line.number) item) AS items
    FROM cycles cy WHERE cy.key = $2) told`;

import { BUNDLED_BY, type NotificationKind } from './notification.vocabulary.js';

const COORDINATORS = (path: string): string => `
  SELECT DISTINCT r.user_id, jsonb_build_object('state', s.state_code, 'cycle', cy.key) AS about, ${path} AS path
    FROM state_submissions s
    JOIN cycles cy ON cy.id = s.cycle_id
    JOIN role_assignments r ON r.role = 'national_coordinator' AND r.state_code = s.state_code
     AND r.valid_from <= $2::timestamptz AND (r.valid_to IS NULL OR r.valid_to > $2::timestamptz)
   WHERE s.id = ($1::jsonb->>'submissionId')::uuid`;

const TO_CYCLE = `'/cycles/' || cy.key`;
const TO_FORM = `'/my-updates/' || cy.key || '/' || co.id`;

const REPORT = (state: string): string => `
  SELECT r.created_by AS user_id, jsonb_build_object('cycle', cy.key, 'report', r.kind, 'subject', r.subject, 'lang', r.lang, 'format', r.format) AS about, '/reports/' || r.id AS path
    FROM reports r JOIN cycles cy ON cy.id = r.cycle_id
   WHERE r.id = ($1::jsonb->>'reportId')::uuid AND r.state = '${state}'`;

/** Whom each kind is for, what it is about and where it leads. $1 is the news as JSON, $2 the present instant. */
const WHO: Record<NotificationKind, string> = {
  update_returned: `
    SELECT DISTINCT who AS user_id, jsonb_build_object('code', co.code, 'cycle', cy.key) AS about, ${TO_FORM} AS path
      FROM updates u JOIN commitments co ON co.id = u.commitment_id JOIN cycles cy ON cy.id = u.cycle_id,
           unnest(ARRAY[u.author_id, u.submitted_by]) who
     WHERE u.id = ($1::jsonb->>'updateId')::uuid AND u.review_state = 'returned'`,
  fact_returned: `
    SELECT DISTINCT who AS user_id, jsonb_build_object('state', f.state_code, 'cycle', cy.key) AS about,
           '/states/' || f.state_code AS path
      FROM facts f JOIN cycles cy ON cy.id = f.cycle_id, unnest(ARRAY[f.author_id, f.submitted_by]) who
     WHERE f.id = ($1::jsonb->>'factId')::uuid AND f.review_state = 'returned'`,
  team_update_returned: `
    SELECT DISTINCT who AS user_id, jsonb_build_object('team', u.team_key, 'cycle', cy.key) AS about,
           '/teams/' || u.team_key || '/report/' || cy.key AS path
      FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id, unnest(ARRAY[u.author_id, u.submitted_by]) who
     WHERE u.id = ($1::jsonb->>'updateId')::uuid AND u.review_state = 'returned'`,
  focal_point_named: `
    SELECT f.user_id, jsonb_build_object('code', co.code) AS about, '/commitments/' || co.id AS path
      FROM commitments co JOIN commitment_focal_points f ON f.commitment_id = co.id AND (f.to_on IS NULL OR f.to_on > $2::timestamptz::date)
     WHERE co.id = ($1::jsonb->>'commitmentId')::uuid AND f.user_id = ($1::jsonb->>'userId')::uuid`,
  role_given: `
    SELECT r.user_id, jsonb_strip_nulls(jsonb_build_object('role', r.role, 'state', r.state_code)) AS about, '/account' AS path
      FROM role_assignments r
     WHERE r.id = ($1::jsonb->>'assignmentId')::uuid AND (r.valid_to IS NULL OR r.valid_to > $2::timestamptz)`,
  commitment_reopened: `
    SELECT DISTINCT f.user_id, jsonb_build_object('code', co.code, 'cycle', cy.key) AS about, ${TO_FORM} AS path
      FROM commitments co
      JOIN cycles cy ON cy.id = ($1::jsonb->>'cycleId')::uuid
      JOIN commitment_focal_points f ON f.commitment_id = co.id AND f.from_on <= $2::timestamptz::date AND (f.to_on IS NULL OR f.to_on > $2::timestamptz::date)
     WHERE co.id = ($1::jsonb->>'commitmentId')::uuid`,
  updates_due: `
    SELECT l.user_id, jsonb_build_object('count', cardinality(l.commitment_ids), 'cycle', cy.key, 'due', cy.due_on) AS about, '/my-updates' AS path
      FROM reminder_ledger l JOIN cycles cy ON cy.id = l.cycle_id
     WHERE l.id = ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb->'ids'))::uuid[]) AND l.kind = 'update'`,
  submission_returned: COORDINATORS(TO_CYCLE),
  submission_accepted: COORDINATORS(TO_CYCLE),
  question_asked: COORDINATORS(TO_CYCLE),
  question_answered: `
    SELECT DISTINCT m.author_id AS user_id, jsonb_build_object('state', s.state_code, 'cycle', cy.key) AS about, ${TO_CYCLE} AS path
      FROM state_submissions s JOIN cycles cy ON cy.id = s.cycle_id
      JOIN submission_messages m ON m.submission_id = s.id AND m.kind IN ('question', 'return')
     WHERE s.id = ($1::jsonb->>'submissionId')::uuid`,
  report_ready: REPORT('done'),
  report_failed: REPORT('failed'),
  section_returned: `
    SELECT who.user_id, jsonb_build_object('cycle', cy.key) AS about, '/reports/preparation/' || cy.key || '/' || s.key AS path
      FROM report_sections s JOIN cycles cy ON cy.id = s.cycle_id,
           LATERAL (SELECT r.user_id FROM role_assignments r
                     WHERE r.valid_from <= $2::timestamptz AND (r.valid_to IS NULL OR r.valid_to > $2::timestamptz)
                       AND (s.desk = 'state' AND r.role = 'national_coordinator' AND r.state_code = s.state_code
                         OR s.desk = 'team' AND r.role = 'team_lead' AND r.team_key = s.team_key
                         OR s.desk = 'presidency' AND r.role = 'presidency' AND r.state_code =
                            (SELECT p.state_code FROM presidencies p WHERE p.starts_on <= cy.cutoff_on AND (p.ends_on IS NULL OR p.ends_on > cy.cutoff_on)
                              ORDER BY p.starts_on DESC LIMIT 1))
                    UNION SELECT v.saved_by FROM report_section_versions v WHERE v.cycle_id = s.cycle_id AND v.key = s.key) who
     WHERE s.cycle_id = ($1::jsonb->>'cycleId')::uuid AND s.key = $1::jsonb->>'key' AND s.state = 'returned'
       AND who.user_id IS DISTINCT FROM s.updated_by`,
  delegation_got: `
    SELECT ($1::jsonb->>'userId')::uuid AS user_id, jsonb_build_object('from', $1::jsonb->'from', 'to', $1::jsonb->'to') AS about, '/account' AS path`,
};

/** A day in the region ends at three at night. */
const DAY = `(($2::timestamptz AT TIME ZONE 'UTC') - interval '9 hours')::date`;

const bundleOf = (kind: NotificationKind): string => {
  const by = BUNDLED_BY[kind];
  return by
    ? `concat_ws(' ', $3::text, ${[DAY, ...by.map((name) => `t.about->>'${name}'`)].join(', ')})`
    : '$4';
};

/** $1 the news, $2 now, $3 the kind, $4 where it comes from. Whoever was told already is not told again. */
export const tellThem = (kind: NotificationKind): string => `
  INSERT INTO notifications (id, user_id, kind, about, path, source, bundle, created_at)
  SELECT gen_random_uuid(), t.user_id, $3, t.about, t.path, $4, ${bundleOf(kind)}, $2::timestamptz FROM (${WHO[kind]}) t JOIN auth_users u ON u.id = t.user_id AND u.active
      ON CONFLICT (user_id, source) DO NOTHING RETURNING user_id AS "userId"`;

const FIRST = 'ORDER BY created_at DESC, id DESC';

/** $1 the person, $2 only unread ones, $3 and $4 where the page before ended, $5 how many. */
export const NEWEST = `
  SELECT * FROM (
    SELECT (array_agg(id ${FIRST}))[1] AS id, kind, (array_agg(about ${FIRST}))[1] AS about, (array_agg(path ${FIRST}))[1] AS path,
           max(created_at) AS "createdAt", read_at AS "readAt", count(*)::int AS count,
           json_agg(json_build_object('about', about, 'path', path) ORDER BY about->>'code', created_at DESC, id DESC) AS items
      FROM notifications WHERE user_id = $1 AND (NOT $2 OR read_at IS NULL) GROUP BY kind, bundle, read_at) n
   WHERE $3::timestamptz IS NULL OR ("createdAt", id) < ($3, $4::uuid)
   ORDER BY "createdAt" DESC, id DESC LIMIT $5`;

/** $1 the person. Counting stops at a hundred: nobody reads a larger number. */
export const UNREAD = `
  SELECT count(*)::int AS unread FROM (SELECT DISTINCT bundle FROM notifications WHERE user_id = $1 AND read_at IS NULL LIMIT 100) n`;

/** $1 the person, $2 one of them, with what is shown as one with it, or all (null), $3 now. */
export const READ = `
  UPDATE notifications SET read_at = $3
   WHERE user_id = $1 AND read_at IS NULL AND ($2::uuid IS NULL OR bundle = (SELECT bundle FROM notifications WHERE user_id = $1 AND id = $2))`;

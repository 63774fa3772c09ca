/**
 * Parts of the timeline's statement. `home` is the commitment with its State's time zone and whether the reader is `inside`,
 * `seen` the updates that the reader may see.
 */

/** What was done to updates, from the trail; for who looks on from outside the approval alone, as the update tells it. */
export const MOVES = `
  SELECT move.*, row_number() OVER (PARTITION BY move.update_id ORDER BY move.at DESC, move.rank DESC) = 1 AS last FROM (
    SELECT CASE a.action WHEN 'update.submit' THEN 'submitted' WHEN 'update.return' THEN 'returned' WHEN 'update.start_revision' THEN 'revised'
                         ELSE 'approved' END AS kind,
           a.at, a.id AS rank, s.id AS update_id, a.actor_id, a.on_behalf_of_id, coalesce(a.reason, s.revision_reason) AS reason
      FROM home, seen s JOIN audit_entries a ON a.entity = 'update' AND a.entity_id = s.id::text
           AND a.action IN ('update.submit', 'update.return', 'update.approve', 'update.approve_own', 'update.start_revision')
     WHERE home.inside
    UNION ALL
    SELECT 'approved', s.decided_at, 0, s.id, NULL, NULL, NULL FROM home, seen s
     WHERE NOT home.inside AND s.review_state IN ('approved', 'published')
    UNION ALL
    SELECT 'draft', s.updated_at, 9e15, s.id, s.author_id, NULL, NULL FROM seen s WHERE s.review_state = 'draft') move`;

/** How far each update says that milestones are, and what the one before it said; milestones of other plan versions go by their titles. */
export const TICKS = `
  SELECT s.id, s.cycle_key, s.revision, coalesce(s.submitted_at, s.updated_at) AS at, m.title_en, m.title_es, m.position, r.percent,
         lag(r.percent) OVER (PARTITION BY m.title_en, m.title_es ORDER BY s.period_end, s.revision) AS before
    FROM seen s JOIN update_milestones r ON r.update_id = s.id JOIN milestones m ON m.id = r.milestone_id`;

const FIELDS = {
  titleEn: 'title_en',
  titleEs: 'title_es',
  summaryEn: 'summary_en',
  summaryEs: 'summary_es',
  areaKey: 'area_key',
  actionMode: 'action_mode',
  targetGroups: 'target_groups',
  startsOn: 'starts_on',
  dueOn: 'due_on',
  continuous: 'continuous',
  priority: 'priority',
  weight: 'weight',
  institutions: 'bodies',
  milestones: 'marks',
};

const CHANGED = Object.entries(FIELDS)
  .map(
    ([name, column]) => `CASE WHEN h.${column} IS DISTINCT FROM lag(h.${column}) OVER w THEN '${name}' END`,
  )
  .join(', ');

// A first version that nobody knows the day of is where everything begins.
const PLACE = `coalesce(h.adopted_on::timestamp AT TIME ZONE h.time_zone, CASE WHEN h.version_number = 1 THEN '-infinity' ELSE h.created_at END)`;

/** Every plan version from the first that holds the commitment to the first that does not: what became of it. */
export const PLAN_STEPS_SQL = `
  SELECT * FROM (
    SELECT h.id, h.version_number, h.adopted_on, ${PLACE} AS place,
           CASE WHEN h.held AND NOT coalesce(lag(h.held) OVER w, false) THEN 'added'
                WHEN NOT h.held AND lag(h.held) OVER w THEN 'removed'
                WHEN h.held AND cardinality(array_remove(ARRAY[${CHANGED}], NULL)) > 0 THEN 'changed'
                WHEN h.held THEN 'kept' END AS step,
           CASE WHEN h.held AND lag(h.held) OVER w THEN array_remove(ARRAY[${CHANGED}], NULL) END AS changed
      FROM (SELECT p.id, p.version_number, p.adopted_on, p.created_at, home.time_zone, v.id IS NOT NULL AS held, v.title_en, v.title_es,
                   v.summary_en, v.summary_es, v.area_key, v.action_mode, v.target_groups, v.starts_on, v.due_on, v.continuous, v.priority, v.weight,
                   (SELECT string_agg(i.institution_id || i.role, ',' ORDER BY i.role, i.position) FROM commitment_institutions i
                     WHERE i.commitment_version_id = v.id) AS bodies,
                   (SELECT string_agg(concat_ws('|', m.title_en, m.title_es, m.due_on, m.weight), ',' ORDER BY m.position) FROM milestones m
                     WHERE m.commitment_version_id = v.id) AS marks
              FROM home JOIN plans p ON p.state_code = home.state_code AND p.status <> 'draft'
              LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = home.id) h
    WINDOW w AS (ORDER BY h.version_number)) step
   WHERE step.step IS NOT NULL`;

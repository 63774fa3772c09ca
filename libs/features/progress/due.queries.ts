import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, RawJson } from '#platform/http';
import { CYCLE_TAKES_UPDATES, ProgressAccess } from './progress.access.js';
import { summaryOf } from './update.sql.js';

/**
 * What a person still owes: commitments whose focal point he or she is, or which his or her institution leads, in every
 * cycle that takes updates of them, as long as the latest revision is missing, a draft or returned and nothing explains it.
 */
const DUE = `
  SELECT coalesce(json_agg(row_to_json(d)), '[]')::text AS body FROM (
    SELECT co.id AS "commitmentId", co.code, v.area_key AS "areaKey", v.title_en AS "titleEn", v.title_es AS "titleEs", co.state_code AS "stateCode",
           cy.key AS "cycleKey", cy.due_on AS "dueOn", cy.due_on - ($2::timestamptz AT TIME ZONE st.time_zone)::date AS "daysLeft",
           ((cy.due_on + 1)::timestamp AT TIME ZONE st.time_zone) AS "closesAt",
           u.id AS "updateId", u.review_state AS "reviewState", u.return_reason AS "returnReason",
           (SELECT row_to_json(y) FROM (SELECT ${summaryOf('e')}, (SELECT key FROM cycles WHERE id = e.cycle_id) AS "cycleKey" FROM updates e
             WHERE e.commitment_id = co.id AND e.period_end < cy.facts_to AND e.review_state IN ('approved', 'published')
             ORDER BY e.period_end DESC, e.revision DESC LIMIT 1) y) AS last
      FROM commitments co
      JOIN states st ON st.code = co.state_code
      JOIN plans p ON p.state_code = co.state_code AND p.status = 'adopted'
      JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = co.id
      JOIN cycles cy ON cy.state <> 'planned'
      JOIN state_submissions s ON s.cycle_id = cy.id AND s.state_code = co.state_code
      LEFT JOIN commitment_explanations x ON x.cycle_id = cy.id AND x.commitment_id = co.id
      LEFT JOIN LATERAL (SELECT u.id, u.review_state, u.return_reason FROM updates u WHERE u.cycle_id = cy.id AND u.commitment_id = co.id
                          ORDER BY u.revision DESC LIMIT 1) u ON true
     WHERE (co.id IN (SELECT f.commitment_id FROM commitment_focal_points f WHERE f.user_id = $1 AND f.from_on <= $3 AND (f.to_on IS NULL OR f.to_on > $3))
            OR (co.state_code = ANY($4::text[]) AND EXISTS (SELECT FROM commitment_institutions i
                 WHERE i.commitment_version_id = v.id AND i.role = 'lead' AND i.institution_id = ANY($5::uuid[]))))
       AND ${CYCLE_TAKES_UPDATES}
       AND (u.id IS NULL OR u.review_state IN ('draft', 'returned') OR (x.kind = 'reopened' AND u.review_state <> 'submitted'))
       AND (x.kind IS NULL OR x.kind = 'reopened' OR u.id IS NOT NULL)
     ORDER BY cy.due_on, co.state_code, v.number) d`;

/** "My updates due". */
@Injectable()
export class DueQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /** By due day; days left are counted in the State's time zone, and what was said last comes along. */
  async of(actor: Actor): Promise<RawJson> {
    const { userId, commitmentStates, institutionIds } = this.access.writeScope(actor);
    const values = [userId, this.clock.now(), this.access.today(), commitmentStates, institutionIds];
    const row = await this.database.one<{ body: string }>(DUE, values, 'updates_due');
    return new RawJson(row?.body ?? '[]');
  }
}

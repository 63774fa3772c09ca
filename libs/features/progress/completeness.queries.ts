import { Inject, Injectable } from '@nestjs/common';
import { type CommitmentStanding, CYCLE, CycleContent } from '#features/cycles';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, notFound, RawJson } from '#platform/http';

/** The commitments of a State's plan in force with where each stands in a cycle. $1 cycle id, $2 State. */
const STANDINGS = `
  SELECT co.id, co.code, v.id AS version_id, v.number, v.area_key, v.title_en, v.title_es, u.id AS update_id, u.review_state,
         x.kind, x.text_en, x.text_es,
         EXISTS (SELECT FROM updates e JOIN cycles cy ON cy.id = $1
                  WHERE e.commitment_id = co.id AND e.period_end < cy.facts_to AND e.review_state IN ('approved', 'published')) AS earlier
    FROM plans p
    JOIN commitment_versions v ON v.plan_id = p.id
    JOIN commitments co ON co.id = v.commitment_id
    LEFT JOIN commitment_explanations x ON x.cycle_id = $1 AND x.commitment_id = co.id
    LEFT JOIN LATERAL (SELECT u.id, u.review_state FROM updates u WHERE u.cycle_id = $1 AND u.commitment_id = co.id
                        ORDER BY u.revision DESC LIMIT 1) u ON true
   WHERE p.state_code = $2 AND p.status = 'adopted'`;

const COUNTS = ['approved', 'submitted', 'returned', 'draft', 'explained', 'missing']
  .map((word) => `count(*) FILTER (WHERE status = '${word}') AS ${word}`)
  .join(', ');

/** Published counts as approved; an update in the making outranks an explanation, as in the rule of submissions. */
const COMPLETENESS = `
  WITH standing AS (
    SELECT t.*, CASE WHEN t.review_state IN ('approved', 'published') THEN 'approved'
                     WHEN t.review_state IS NOT NULL THEN t.review_state
                     WHEN t.kind = 'not_assessed' OR (t.kind = 'no_change' AND t.earlier) THEN 'explained'
                     ELSE 'missing' END AS status
      FROM (${STANDINGS}) t
  )
  SELECT json_build_object(
    'total', (SELECT row_to_json(a) FROM (SELECT count(*) AS commitments, ${COUNTS} FROM standing) a),
    'areas', (SELECT coalesce(json_agg(row_to_json(a)), '[]') FROM (
        SELECT s.area_key AS "areaKey", ar.name_en AS "nameEn", ar.name_es AS "nameEs", count(*) AS commitments, ${COUNTS}
          FROM standing s JOIN areas ar ON ar.key = s.area_key GROUP BY s.area_key, ar.name_en, ar.name_es, ar.position ORDER BY ar.position, s.area_key) a),
    'institutions', (SELECT coalesce(json_agg(row_to_json(a)), '[]') FROM (
        SELECT i.id AS "institutionId", i.key, i.acronym, i.name_en AS "nameEn", i.name_es AS "nameEs", count(*) AS commitments, ${COUNTS}
          FROM standing s JOIN commitment_institutions ci ON ci.commitment_version_id = s.version_id AND ci.role = 'lead'
          JOIN institutions i ON i.id = ci.institution_id GROUP BY i.id ORDER BY i.key) a),
    'commitments', (SELECT coalesce(json_agg(json_build_object('commitmentId', s.id, 'code', s.code, 'areaKey', s.area_key, 'titleEn', s.title_en,
        'titleEs', s.title_es, 'status', s.status, 'updateId', s.update_id, 'explanation', s.kind) ORDER BY s.number), '[]') FROM standing s))::text AS body`;

/** What is there and what is missing in a State's cycle. */
@Injectable()
export class CompletenessQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Counts by area and by leading institution, and each commitment. @throws DomainError not_found */
  async of(actor: Actor, cycleKey: string, stateCode: string): Promise<RawJson> {
    this.access.assertMay(actor, 'submission.read', { stateCode }, CYCLE);
    const cycle = await this.database.one<{ id: string }>('SELECT id FROM cycles WHERE key = $1', [cycleKey]);
    if (!cycle) throw notFound(CYCLE);
    const row = await this.database.one<{ body: string }>(
      COMPLETENESS,
      [cycle.id, stateCode],
      'completeness',
    );
    return new RawJson(row?.body ?? '{}');
  }
}

/** Gives cycles what they must know about the updates in them. */
@Injectable()
export class UpdatesOfCycle extends CycleContent {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async standings(cycleId: string, stateCode: string): Promise<CommitmentStanding[]> {
    return this.database.query(
      `SELECT t.id AS "commitmentId", t.code, t.review_state AS "reviewState", t.earlier AS "hasEarlierUpdate",
              CASE WHEN t.kind IS NOT NULL THEN json_build_object('kind', t.kind, 'textEn', t.text_en, 'textEs', t.text_es) END AS explanation
         FROM (${STANDINGS}) t ORDER BY t.code`,
      [cycleId, stateCode],
    );
  }

  async publish(cycleId: string): Promise<number> {
    const updates = await this.database.execute(
      `UPDATE updates SET review_state = 'published', version = version + 1 WHERE cycle_id = $1 AND review_state = 'approved'`,
      [cycleId],
    );
    const facts = await this.database.execute(
      `UPDATE facts SET review_state = 'published', version = version + 1 WHERE cycle_id = $1 AND update_id IS NULL AND review_state = 'approved'`,
      [cycleId],
    );
    return updates + facts;
  }
}

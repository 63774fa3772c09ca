import { Inject, Injectable } from '@nestjs/common';
import { Database, prepared, Statement } from '#platform/database';
import { type Actor, notFound, RawJson } from '#platform/http';
import { ProgressAccess } from './progress.access.js';
import { MOVES, PLAN_STEPS_SQL, TICKS } from './timeline.sql.js';
import { summaryOf } from './update.sql.js';
import { COMMITMENT } from './writing-place.js';

/** Everything that happened to a commitment, in one statement. */
@Injectable()
export class TimelineQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /**
   * The latest first. Who works with the commitment learns who did what and why; everybody else what was published of it,
   * and which plan versions hold it.
   * @throws DomainError not_found
   */
  async of(actor: Actor, commitmentId: string): Promise<RawJson> {
    const scope = this.access.readScope(actor);
    const sql = new Statement();
    const id = sql.param(commitmentId);
    const visible = ['u.commitment_id = home.id', ...this.access.visible(scope, sql, 'u')].join(' AND ');
    const inside =
      scope.full === 'all' || scope.submitted === 'all'
        ? 'true'
        : `co.state_code = ANY(${sql.param(scope.submitted)}::text[])`;
    const text = `
      WITH home AS (
        SELECT co.id, co.state_code, st.time_zone, ${inside} AS inside
          FROM commitments co JOIN states st ON st.code = co.state_code
         WHERE co.id = ${id}::uuid AND ${this.access.known(actor, sql, 'co')}),
      seen AS MATERIALIZED (
        SELECT u.*, cy.key AS cycle_key FROM home, updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE ${visible}),
      moves AS (${MOVES}),
      ticks AS (${TICKS}),
      steps AS (${PLAN_STEPS_SQL})
      SELECT (SELECT coalesce(json_agg(e.event ORDER BY e.place DESC, e.rank DESC), '[]')::text FROM (
        SELECT m.at AS place, m.rank, json_build_object('kind', m.kind, 'at', m.at, 'cycleKey', s.cycle_key, 'actorName', w.name,
               'onBehalfOfName', b.name, 'reason', m.reason, 'updateId', s.id, 'revision', s.revision,
               'update', CASE WHEN m.last THEN (SELECT row_to_json(x) FROM (SELECT ${summaryOf('s')}) x) END) AS event
          FROM moves m JOIN seen s ON s.id = m.update_id
          LEFT JOIN auth_users w ON w.id = m.actor_id LEFT JOIN auth_users b ON b.id = m.on_behalf_of_id
        UNION ALL
        SELECT t.at, 0, json_build_object('kind', 'milestones', 'at', t.at, 'cycleKey', t.cycle_key, 'updateId', t.id, 'revision', t.revision,
               'milestones', json_agg(json_build_object('titleEn', t.title_en, 'titleEs', t.title_es, 'percent', t.percent, 'before', t.before)
                                      ORDER BY t.position))
          FROM ticks t WHERE t.percent <> coalesce(t.before, 0) GROUP BY t.id, t.at, t.cycle_key, t.revision
        UNION ALL
        SELECT x.at, 0, json_build_object('kind', 'explained', 'at', x.at, 'cycleKey', cy.key, 'explanation', x.kind,
               'textEn', x.text_en, 'textEs', x.text_es, 'actorName', w.name)
          FROM home JOIN commitment_explanations x ON x.commitment_id = home.id AND x.kind <> 'reopened' JOIN cycles cy ON cy.id = x.cycle_id
          LEFT JOIN auth_users w ON w.id = x.author_id WHERE home.inside
        UNION ALL
        SELECT a.at, a.id, json_build_object('kind', 'reopened', 'at', a.at, 'reason', a.reason, 'actorName', w.name)
          FROM home JOIN audit_entries a ON a.entity = 'commitment' AND a.entity_id = home.id::text AND a.action = 'cycle.reopen_commitment'
          LEFT JOIN auth_users w ON w.id = a.actor_id WHERE home.inside
        UNION ALL
        SELECT cy.facts_to::timestamp AT TIME ZONE home.time_zone, 0,
               json_build_object('kind', 'carried', 'day', cy.facts_to, 'cycleKey', cy.key, 'carriedFrom', last.cycle_key)
          FROM home JOIN cycles cy ON cy.state = 'published' OR (home.inside AND cy.state = 'endorsed')
          JOIN LATERAL (SELECT s.cycle_key FROM seen s WHERE s.period_end < cy.facts_to AND s.review_state IN ('approved', 'published')
                         ORDER BY s.period_end DESC, s.revision DESC LIMIT 1) last ON true
         WHERE NOT EXISTS (SELECT FROM seen s WHERE s.cycle_id = cy.id)
        UNION ALL
        SELECT p.place, 0, json_build_object('kind', 'plan', 'day', p.adopted_on, 'planId', p.id, 'planVersion', p.version_number,
               'planStep', p.step, 'changed', p.changed)
          FROM steps p) e) AS body
        FROM home`;
    const row = await this.database.one<{ body: string }>(text, sql.values, prepared('timeline', text).name);
    if (!row) throw notFound(COMMITMENT);
    return new RawJson(row.body);
  }
}

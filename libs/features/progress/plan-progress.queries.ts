import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, notFound, RawJson } from '#platform/http';
import { ProgressAccess } from './progress.access.js';
import { Statement, statementName } from './statement.js';
import { summaryOf } from './update.sql.js';

const PLAN: Bilingual = { en: 'plan', es: 'el plan' };

/** A plan's commitments, each with the update that stands for it now. */
@Injectable()
export class PlanProgressQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly policy: AccessService,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /**
   * Each commitment with its latest update that the actor may see. With a cycle: the update of that cycle, else the last
   * approved one of an earlier cycle, marked `carriedForward`. One index probe a commitment, however long its history.
   * @throws DomainError not_found
   */
  async of(actor: Actor, planId: string, cycle?: string): Promise<RawJson> {
    const sql = new Statement();
    const plan = sql.param(planId);
    const reach = this.policy.reachOf(actor, 'plan.read').working;
    const drafts =
      reach === 'all' ? '' : `AND (p.status <> 'draft' OR p.state_code = ANY(${sql.param(reach)}))`;
    const key = cycle === undefined ? undefined : sql.param(cycle);
    const latest = key ? this.ofCycle(actor, sql) : this.whicheverIsLatest(actor, sql);
    const text = `
      SELECT p.state_code AS "stateCode", (
          SELECT coalesce(json_agg(c), '[]') FROM (
            SELECT v.commitment_id AS "commitmentId", co.code, v.number, v.area_key AS "areaKey", v.title_en AS "titleEn", v.title_es AS "titleEs",
                   k.key AS "cycleKey", l AS latest
              FROM commitment_versions v JOIN commitments co ON co.id = v.commitment_id
              LEFT JOIN LATERAL (${latest}) l ON true
              LEFT JOIN cycles k ON k.id = l."cycleId"
             WHERE v.plan_id = p.id ORDER BY v.number) c)::text AS commitments
          FROM plans p ${key ? `JOIN cycles cy ON cy.key = ${key}` : ''} WHERE p.id = ${plan}::uuid ${drafts}`;
    const row = await this.database.one<{ stateCode: string; commitments: string }>(
      text,
      sql.values,
      statementName('plan_progress', text),
    );
    if (!row) throw notFound(PLAN);
    const head = JSON.stringify({ planId, stateCode: row.stateCode, cycleKey: cycle ?? null });
    return new RawJson(`${head.slice(0, -1)},"commitments":${row.commitments}}`);
  }

  private whicheverIsLatest(actor: Actor, sql: Statement): string {
    return `
      SELECT ${summaryOf('u')}, u.cycle_id AS "cycleId", false AS "carriedForward" FROM updates u
       WHERE u.commitment_id = v.commitment_id ${this.visible(actor, sql)} ORDER BY u.period_end DESC, u.revision DESC LIMIT 1`;
  }

  private ofCycle(actor: Actor, sql: Statement): string {
    const visible = this.visible(actor, sql);
    return `
      (SELECT ${summaryOf('u')}, u.cycle_id AS "cycleId", false AS "carriedForward" FROM updates u
        WHERE u.cycle_id = cy.id AND u.commitment_id = v.commitment_id ${visible} ORDER BY u.revision DESC LIMIT 1)
      UNION ALL
      (SELECT ${summaryOf('u')}, u.cycle_id AS "cycleId", true AS "carriedForward" FROM updates u
        WHERE u.commitment_id = v.commitment_id AND u.period_end < cy.facts_to AND u.review_state IN ('approved', 'published') ${visible}
        ORDER BY u.period_end DESC, u.revision DESC LIMIT 1)
      LIMIT 1`;
  }

  private visible(actor: Actor, sql: Statement): string {
    return this.access
      .visible(this.access.readScope(actor), sql, 'u')
      .map((condition) => `AND ${condition}`)
      .join(' ');
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database, prepared, Statement } from '#platform/database';
import { type Actor, type Bilingual, notFound, RawJson } from '#platform/http';
import { ProgressAccess } from './progress.access.js';
import { summaryOf } from './update.sql.js';
import type { CommitmentProgress, LatestUpdate } from './update.views.js';

const PLAN: Bilingual = { en: 'plan', es: 'el plan' };

type Nullable<T> = { [Name in keyof T]: T[Name] | null };

/** A commitment beside the update that stands for it. */
type ProgressRow = { stateCode: string } & Nullable<Omit<CommitmentProgress, 'latest'>> &
  Nullable<LatestUpdate>;

const commitmentOf = (row: ProgressRow): Nullable<CommitmentProgress> => ({
  commitmentId: row.commitmentId,
  code: row.code,
  number: row.number,
  areaKey: row.areaKey,
  titleEn: row.titleEn,
  titleEs: row.titleEs,
  cycleKey: row.cycleKey,
  latest: row.id === null ? null : latestOf(row as LatestUpdate),
});

/** Written out: rest and spread would cost more than the query. */
const latestOf = (row: LatestUpdate): LatestUpdate => ({
  id: row.id,
  revision: row.revision,
  reviewState: row.reviewState,
  isLatest: row.isLatest,
  stage: row.stage,
  outlook: row.outlook,
  percent: row.percent,
  percentSource: row.percentSource,
  noChange: row.noChange,
  narrativeEn: row.narrativeEn,
  narrativeEs: row.narrativeEs,
  illustrative: row.illustrative,
  periodEnd: row.periodEnd,
  submittedAt: row.submittedAt,
  updatedAt: row.updatedAt,
  version: row.version,
  cycleId: row.cycleId,
  carriedForward: row.carriedForward,
});

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
      SELECT p.state_code AS "stateCode", v.commitment_id AS "commitmentId", co.code, v.number, v.area_key AS "areaKey",
             v.title_en AS "titleEn", v.title_es AS "titleEs", k.key AS "cycleKey", l.*
        FROM plans p ${key ? `JOIN cycles cy ON cy.key = ${key}` : ''}
        LEFT JOIN (commitment_versions v JOIN commitments co ON co.id = v.commitment_id) ON v.plan_id = p.id
        LEFT JOIN LATERAL (${latest}) l ON true
        LEFT JOIN cycles k ON k.id = l."cycleId"
       WHERE p.id = ${plan}::uuid ${drafts} ORDER BY v.number`;
    const rows = await this.database.jsonRows<ProgressRow>(
      text,
      sql.values,
      prepared('plan_progress', text).name,
    );
    const [first] = rows;
    if (!first) throw notFound(PLAN);
    // A plan without commitments yet has one row that names none.
    const commitments = first.commitmentId === null ? [] : rows.map(commitmentOf);
    return new RawJson(
      JSON.stringify({ planId, stateCode: first.stateCode, cycleKey: cycle ?? null, commitments }),
    );
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

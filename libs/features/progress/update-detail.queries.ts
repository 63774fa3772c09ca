import { Inject, Injectable } from '@nestjs/common';
import { Database, prepared, Statement } from '#platform/database';
import { type Actor, notFound } from '#platform/http';
import { EVIDENCE_JSON } from './evidence-rows.js';
import { FACT_JSON } from './fact-rows.js';
import { CYCLE_TAKES_UPDATES, mayWrite, ProgressAccess, writeValues } from './progress.access.js';
import { allowedActions } from './progress.rules.js';
import type { UpdateDetail } from './update-detail.views.js';
import { UPDATE } from './update-records.js';
import { contextJoins, contextOf, summaryOf } from './update.sql.js';

interface Row {
  detail: Omit<UpdateDetail, 'actions'> & { open: boolean; permitted: boolean };
}

/** One update with everything that belongs to it, in one statement. */
@Injectable()
export class UpdateDetailQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /** @throws DomainError not_found when there is none, or none that the actor may see */
  async get(actor: Actor, id: string): Promise<UpdateDetail> {
    const scope = this.access.readScope(actor);
    const sql = new Statement();
    const update = sql.param(id);
    const first = sql.values.length + 1;
    for (const value of writeValues(this.access.writeScope(actor), this.access.today())) sql.param(value);
    const [visible, others] = [this.access.visible(scope, sql, 'u'), this.access.visible(scope, sql, 'o')];
    // Names of persons are for those who work with the update, not for the public.
    const inside =
      scope.full === 'all' || scope.submitted === 'all'
        ? 'true'
        : `u.state_code = ANY(${sql.param(scope.submitted)}::text[])`;
    const text = `
      SELECT row_to_json(d) AS detail FROM (
        SELECT ${summaryOf('u')}, ${contextOf('u')}, u.decided_at AS "decidedAt", u.challenges_en AS "challengesEn", u.challenges_es AS "challengesEs",
               u.next_steps_en AS "nextStepsEn", u.next_steps_es AS "nextStepsEs", u.support_needed_en AS "supportNeededEn",
               u.support_needed_es AS "supportNeededEs", u.return_reason AS "returnReason", u.revision_reason AS "revisionReason",
               u.author_id AS "authorId", cy.state AS "cycleState", ${CYCLE_TAKES_UPDATES} AS open, ${mayWrite(first, 'co', 'v.id')} AS permitted,
               (SELECT coalesce(json_agg(${FACT_JSON} ORDER BY f.position), '[]') FROM facts f WHERE f.update_id = u.id) AS facts,
               (SELECT coalesce(json_agg(${EVIDENCE_JSON} ORDER BY e.position), '[]') FROM evidence e WHERE e.update_id = u.id) AS evidence,
               (SELECT coalesce(json_agg(json_build_object('milestoneId', m.id, 'titleEn', m.title_en, 'titleEs', m.title_es, 'weight', m.weight,
                  'percent', r.percent) ORDER BY m.position), '[]')
                  FROM milestones m LEFT JOIN update_milestones r ON r.milestone_id = m.id AND r.update_id = u.id
                 WHERE m.commitment_version_id = v.id OR r.update_id IS NOT NULL) AS milestones,
               (SELECT json_agg(json_build_object('id', o.id, 'revision', o.revision, 'reviewState', o.review_state, 'revisionReason', o.revision_reason,
                  'decidedAt', o.decided_at) ORDER BY o.revision DESC)
                  FROM updates o WHERE o.cycle_id = u.cycle_id AND o.commitment_id = u.commitment_id ${and(others)}) AS revisions,
               (SELECT coalesce(json_agg(json_build_object('at', a.at, 'actorName', coalesce(w.name, 'system'), 'onBehalfOfName', b.name, 'action', a.action, 'reason', a.reason,
                  'revision', o.revision) ORDER BY a.id), '[]')
                  FROM updates o JOIN audit_entries a ON a.entity = 'update' AND a.entity_id = o.id::text
                  LEFT JOIN auth_users w ON w.id = a.actor_id LEFT JOIN auth_users b ON b.id = a.on_behalf_of_id
                 WHERE ${inside} AND o.cycle_id = u.cycle_id AND o.commitment_id = u.commitment_id ${and(others)}) AS history
          FROM updates u ${contextJoins('u')}
          LEFT JOIN state_submissions s ON s.cycle_id = u.cycle_id AND s.state_code = u.state_code
          LEFT JOIN commitment_explanations x ON x.cycle_id = u.cycle_id AND x.commitment_id = u.commitment_id
         WHERE u.id = ${update}::uuid ${and(visible)}) d`;
    const row = await this.database.one<Row>(text, sql.values, prepared('update_detail', text).name);
    if (!row) throw notFound(UPDATE);
    const { open, permitted, ...detail } = row.detail;
    return { ...detail, actions: open ? this.actions(actor, detail, permitted) : [] };
  }

  private actions(
    actor: Actor,
    { stateCode, reviewState, isLatest }: Omit<UpdateDetail, 'actions'>,
    author: boolean,
  ): UpdateDetail['actions'] {
    const reviewer = this.access.reviews(actor, stateCode);
    const parties = [...(author ? (['author'] as const) : []), ...(reviewer ? (['reviewer'] as const) : [])];
    return allowedActions(reviewState, parties, isLatest);
  }
}

const and = (conditions: readonly string[]): string =>
  conditions.map((condition) => `AND ${condition}`).join(' ');

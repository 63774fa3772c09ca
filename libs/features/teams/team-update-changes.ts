import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { acceptsUpdates, type CycleState } from '#features/cycles';
import {
  assertAllowed,
  decideMove,
  moveReview,
  type ReviewMove,
  verbOf,
  type ReviewState,
  type UpdateAction,
} from '#features/progress';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, notFound } from '#platform/http';
import { Outbox } from '#platform/outbox';
import type { TeamUpdateNews } from './team.events.js';
import { TEAM_UPDATE } from './team.labels.js';
import { TeamAccess } from './team.access.js';

/** A team update as the rules look at it. */
export interface TeamUpdateRecord {
  id: string;
  teamKey: string;
  cycleId: string;
  cycleState: CycleState;
  /** Of its cycle, and so of the workplan that it speaks of. */
  year: number;
  reviewState: ReviewState;
  isLatest: boolean;
  summaryEn: string | null;
  summaryEs: string | null;
  /** Everybody who wrote in it. */
  editors: string[];
  submittedBy: string | null;
  version: number;
}

/** The steps that every change of a team update has in common: take it, move it, tell of it. Always within a transaction. */
@Injectable()
export class TeamUpdateChanges {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TeamAccess) private readonly access: TeamAccess,
  ) {}

  /** Locks an update for an action that its state, its cycle and the actor allow. @throws DomainError not_found, forbidden, conflict, invalid */
  async take(action: UpdateAction, actor: Actor, id: string, reason?: string): Promise<TeamUpdateRecord> {
    const update = await this.database.one<TeamUpdateRecord & Record<string, unknown>>(
      LOCK,
      [id],
      'team_update_lock',
    );
    if (!update || !this.access.reads(actor, update.teamKey, update.reviewState)) throw notFound(TEAM_UPDATE);
    const parties = this.access.parties(actor, update.teamKey);
    const { reviewState: from, isLatest, version } = update;
    const current = { id, reviewState: from, version };
    assertAllowed(decideMove({ action, from, isLatest, parties, reason }), current, NOT_ALLOWED);
    if (!acceptsUpdates(update.cycleState)) throw conflict(CLOSED, { current });
    return update;
  }

  async move(actor: Actor, update: TeamUpdateRecord, move: ReviewMove<TeamUpdateNews>): Promise<void> {
    await moveReview(this.database, 'team_updates', update.id, move, { actor, at: this.clock.now() });
    await this.record(`team_update.${verbOf(move)}`, update.id, {
      before: { reviewState: update.reviewState },
      after: { reviewState: move.to },
      reason: move.reason,
    });
    const { id: updateId, teamKey, cycleId } = update;
    await this.outbox.publish(move.news, { updateId, teamKey, cycleId });
  }

  record(
    action: string,
    id: string,
    change: { before?: object; after?: object; reason?: string },
  ): Promise<void> {
    return this.audit.record({ action, entity: 'team_update', entityId: id, ...change });
  }
}

const LOCK = `
  SELECT u.id, u.team_key AS "teamKey", u.cycle_id AS "cycleId", cy.state AS "cycleState", cy.year, u.review_state AS "reviewState",
         u.is_latest AS "isLatest", u.summary_en AS "summaryEn", u.summary_es AS "summaryEs", u.editors::text[] AS editors,
         u.submitted_by AS "submittedBy", u.version
    FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE u.id = $1 FOR UPDATE OF u`;

const NOT_ALLOWED: Bilingual = {
  en: 'Who leads the team writes its update; the Secretariat or the Presidency reviews it.',
  es: 'Quien lidera el equipo redacta su actualización; la Secretaría o la Presidencia la revisa.',
};
export const CLOSED: Bilingual = {
  en: 'The reporting cycle takes no updates now.',
  es: 'El ciclo de informe no admite actualizaciones ahora.',
};

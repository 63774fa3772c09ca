import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { acceptsUpdates, type CycleState } from '#features/cycles';
import { decideMove, type ReviewState, statesBefore, type UpdateAction } from '#features/progress';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, forbidden, invalid, notFound } from '#platform/http';
import { Outbox, type Topic } from '#platform/outbox';
import type { TeamUpdateNews } from './team.events.js';
import { TEAM_UPDATE } from './team.labels.js';
import { TeamUpdateAccess } from './team-update.access.js';

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
  authorId: string | null;
  submittedBy: string | null;
  version: number;
}

interface Move {
  action: 'submit' | 'returnForChanges' | 'approve';
  to: ReviewState;
  news: Topic<TeamUpdateNews>;
  reason?: string;
}

/** The steps that every change of a team update has in common: take it, move it, tell of it. Always within a transaction. */
@Injectable()
export class TeamUpdateChanges {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TeamUpdateAccess) private readonly access: TeamUpdateAccess,
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
    const decision = decideMove({ action, from, isLatest, parties, reason });
    const current = { id, reviewState: from, version };
    if (!decision.ok) {
      if (decision.code === 'invalid') throw invalid(decision.field ?? 'reason', decision.detail);
      if (decision.code === 'forbidden') throw forbidden(NOT_ALLOWED);
      throw conflict(decision.detail, { current });
    }
    if (!acceptsUpdates(update.cycleState)) throw conflict(CLOSED, { current });
    return update;
  }

  async move(actor: Actor, update: TeamUpdateRecord, { action, to, news, reason }: Move): Promise<void> {
    const stamp =
      action === 'submit' ? 'submitted_at = $4, submitted_by = $5' : 'decided_at = $4, decided_by = $5';
    const moved = await this.database.execute(
      `UPDATE team_updates SET review_state = $3, ${stamp}, return_reason = $6, version = version + 1, updated_at = $4
        WHERE id = $1 AND review_state = ANY($2)`,
      [update.id, statesBefore(action), to, this.clock.now(), actor.userId, reason?.trim() ?? null],
    );
    if (moved === 0) throw conflict(FASTER);
    await this.record(AUDIT_ACTIONS[action], update.id, {
      before: { reviewState: update.reviewState },
      after: { reviewState: to },
      reason,
    });
    const { id: updateId, teamKey, cycleId } = update;
    await this.outbox.publish(news, { updateId, teamKey, cycleId });
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
         u.is_latest AS "isLatest", u.summary_en AS "summaryEn", u.summary_es AS "summaryEs", u.author_id AS "authorId",
         u.submitted_by AS "submittedBy", u.version
    FROM team_updates u JOIN cycles cy ON cy.id = u.cycle_id WHERE u.id = $1 FOR UPDATE OF u`;

const AUDIT_ACTIONS: Record<Move['action'], string> = {
  submit: 'team_update.submit',
  returnForChanges: 'team_update.return',
  approve: 'team_update.approve',
};

const NOT_ALLOWED: Bilingual = {
  en: 'Who leads the team writes its update; the Secretariat or the Presidency reviews it.',
  es: 'Quien lidera el equipo redacta su actualización; la Secretaría o la Presidencia la revisa.',
};
export const CLOSED: Bilingual = {
  en: 'The reporting cycle takes no updates now.',
  es: 'El ciclo de informe no admite actualizaciones ahora.',
};
const FASTER: Bilingual = {
  en: 'Somebody else moved this update a moment ago. Look at it again.',
  es: 'Otra persona movió esta actualización hace un momento. Vuelva a abrirla.',
};

import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, forbidden, invalid } from '#platform/http';
import { Outbox, type Topic } from '#platform/outbox';
import { lockedBecause } from './lock.texts.js';
import type { UpdateNews } from './progress.events.js';
import { decideMove, statesBefore, type UpdateAction } from './progress.rules.js';
import type { ReviewState } from './progress.vocabulary.js';
import { receiptOf } from './update-content.js';
import type { UpdateReceipt } from './update.views.js';
import { type UpdateRecord, UpdateRecords } from './update-records.js';

/** One move of an update from state to state. */
export interface Move {
  action: 'submit' | 'returnForChanges' | 'approve';
  to: ReviewState;
  news: Topic<UpdateNews>;
  reason?: string;
}

const ASSIGNMENTS: Record<Move['action'], string> = {
  submit: 'submitted_at = $4, submitted_by = $5, return_reason = $6',
  returnForChanges: 'decided_at = $4, decided_by = $5, return_reason = $6',
  approve: 'decided_at = $4, decided_by = $5, return_reason = $6',
};

const AUDIT_ACTIONS: Record<Move['action'], string> = {
  submit: 'update.submit',
  returnForChanges: 'update.return',
  approve: 'update.approve',
};

/** The steps that every change of an update has in common: take it, move it, tell of it. Always within a transaction. */
@Injectable()
export class UpdateChanges {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(UpdateRecords) private readonly records: UpdateRecords,
  ) {}

  /** Locks an update for an action that its state, its cycle and the actor allow. @throws DomainError not_found, forbidden, conflict, invalid */
  async take(action: UpdateAction, actor: Actor, id: string, reason?: string): Promise<UpdateRecord> {
    const update = await this.records.lock(actor, id);
    const { reviewState: from, isLatest, parties } = update;
    const decision = decideMove({ action, from, isLatest, parties, reason });
    if (!decision.ok) {
      if (decision.code === 'invalid') throw invalid(decision.field ?? 'reason', decision.detail);
      if (decision.code === 'forbidden') throw forbidden(decision.detail);
      throw conflict(decision.detail, { current: receiptOf(update) });
    }
    if (!update.open)
      throw conflict(lockedBecause(update.cycleState, update.submissionState), {
        current: receiptOf(update),
      });
    return update;
  }

  async move(actor: Actor, update: UpdateRecord, { action, to, news, reason }: Move): Promise<UpdateReceipt> {
    const moved = await this.database.execute(
      `UPDATE updates SET review_state = $3, ${ASSIGNMENTS[action]}, version = version + 1, updated_at = $4
        WHERE id = $1 AND review_state = ANY($2)`,
      [update.id, statesBefore(action), to, this.clock.now(), actor.userId, reason?.trim() ?? null],
      `update_${action}`,
    );
    if (moved === 0) throw conflict(FASTER);
    const change = { before: { reviewState: update.reviewState }, after: { reviewState: to }, reason };
    await this.tell(AUDIT_ACTIONS[action], news, update, change);
    return receiptOf(update, { reviewState: to, version: update.version + 1 });
  }

  /** The audit entry and the news of a change. */
  async tell(
    action: string,
    news: Topic<UpdateNews>,
    update: UpdateRecord,
    change: { before?: object; after?: object; reason?: string },
  ): Promise<void> {
    const { id: updateId, commitmentId, cycleId, stateCode } = update;
    await this.audit.record({ action, entity: 'update', entityId: updateId, stateCode, ...change });
    await this.outbox.publish(news, { updateId, commitmentId, cycleId, stateCode });
  }
}

const FASTER: Bilingual = {
  en: 'Somebody else moved this update a moment ago. Look at it again.',
  es: 'Otra persona movió esta actualización hace un momento. Vuelva a abrirla.',
};

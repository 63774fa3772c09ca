import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, conflict } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { lockedBecause } from './lock.texts.js';
import type { UpdateNews } from './progress.events.js';
import { decideMove, type UpdateAction } from './progress.rules.js';
import { assertAllowed, verbOf, moveReview, type ReviewMove } from './review-moves.js';
import { receiptOf } from './update-content.js';
import type { UpdateReceipt } from './update.views.js';
import { type UpdateRecord, UpdateRecords } from './update-records.js';

/** The steps that every change of an update has in common: take it, move it, record it. Always within a transaction. */
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
    assertAllowed(decideMove({ action, from, isLatest, parties, reason }), receiptOf(update));
    if (!update.open)
      throw conflict(lockedBecause(update.cycleState, update.submissionState), {
        current: receiptOf(update),
      });
    return update;
  }

  async move(actor: Actor, update: UpdateRecord, move: ReviewMove<UpdateNews>): Promise<UpdateReceipt> {
    const { to, news, reason } = move;
    await moveReview(this.database, 'updates', update.id, move, { actor, at: this.clock.now() });
    const change = { before: { reviewState: update.reviewState }, after: { reviewState: to }, reason };
    await this.record(`update.${verbOf(move)}`, update, change);
    const { id: updateId, commitmentId, cycleId, stateCode } = update;
    await this.outbox.publish(news, { updateId, commitmentId, cycleId, stateCode });
    return receiptOf(update, { reviewState: to, version: update.version + 1 });
  }

  /** The audit entry of a change. */
  record(
    action: string,
    { id, stateCode }: UpdateRecord,
    change: { before?: object; after?: object; reason?: string },
  ): Promise<void> {
    return this.audit.record({ action, entity: 'update', entityId: id, stateCode, ...change });
  }
}

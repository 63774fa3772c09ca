import { Inject, Injectable } from '@nestjs/common';
import { tookPart } from '#features/identity';
import { ExplanationsService } from '#features/cycles';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, forbidden, invalidFields } from '#platform/http';
import { progressApproved, progressReturned, progressSubmitted } from './progress.events.js';
import { problemsBeforeSubmit } from './update-content.rules.js';
import { UpdateChanges } from './update-changes.js';
import {
  audited,
  contentOf,
  contentValues,
  hasParts,
  OWN_SUBMISSION,
  receiptOf,
  refuseUnstorable,
  staleWith,
  withPercentSource,
} from './update-content.js';
import { type Created, UpdateCreation } from './update-creation.js';
import type { CreateUpdate, NoChange, UpdateBody } from './update.dto.js';
import type { UpdateReceipt } from './update.views.js';
import { type Owner, UpdateParts } from './update-parts.js';
import { UpdateRecords } from './update-records.js';

/** The loop of an update: drafted, submitted, returned or approved, corrected by a new revision with its reason. */
@Injectable()
export class ProgressService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(UpdateCreation) private readonly creation: UpdateCreation,
    @Inject(UpdateRecords) private readonly records: UpdateRecords,
    @Inject(UpdateParts) private readonly parts: UpdateParts,
    @Inject(UpdateChanges) private readonly changes: UpdateChanges,
    @Inject(ExplanationsService) private readonly explanations: ExplanationsService,
  ) {}

  /** Begins the update of a commitment in a cycle. @throws DomainError not_found, forbidden, conflict, invalid */
  async createDraft(actor: Actor, input: CreateUpdate): Promise<UpdateReceipt> {
    const body = withPercentSource(input);
    refuseUnstorable(body);
    // Most drafts begin without parts: one statement, which needs no transaction around it.
    if (!hasParts(input))
      return (await this.creation.create(actor, input.commitmentId, input.cycleKey, body)).receipt;
    return this.database.transaction(async () => {
      const created = await this.creation.create(actor, input.commitmentId, input.cycleKey, body);
      await this.parts.replace(ownerOf(created), input);
      if (body.percentSource === 'milestones')
        await this.setPercent(created.receipt.id, created.commitmentVersionId);
      return created.receipt;
    });
  }

  /** Reports in one call that nothing changed since the last approved update: its values, submitted at once. */
  reportNoChange(actor: Actor, input: NoChange): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const earlier = await this.records.earlier(input.commitmentId, input.cycleKey);
      const { id: earlierId, ...values } = earlier ?? { id: null };
      const created = await this.creation.create(actor, input.commitmentId, input.cycleKey, {
        ...values,
        noChange: true,
        narrativeEn: input.narrativeEn,
        narrativeEs: input.narrativeEs,
      });
      if (earlierId)
        await this.parts.replace(ownerOf(created), { milestones: await this.parts.milestonesOf(earlierId) });
      return this.submit(actor, created.receipt.id);
    });
  }

  /** Saves a draft or a returned update. @throws DomainError stale with both versions, conflict, forbidden, invalid */
  save(actor: Actor, id: string, version: number, input: UpdateBody): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const before = await this.changes.take('save', actor, id);
      const body = withPercentSource(input);
      if (before.version !== version) throw staleWith(before, input);
      refuseUnstorable(body);
      await this.database.execute(
        `UPDATE updates SET stage = $3, outlook = $4, percent = $5, percent_source = $6, no_change = $7, narrative_en = $8, narrative_es = $9,
                challenges_en = $10, challenges_es = $11, next_steps_en = $12, next_steps_es = $13, support_needed_en = $14,
                support_needed_es = $15, illustrative = $16, version = version + 1, updated_at = $17
          WHERE id = $1 AND version = $2`,
        [id, version, ...contentValues(body), this.clock.now()],
        'update_save',
      );
      await this.parts.replace(before, input);
      if (body.percentSource === 'milestones') await this.setPercent(id, before.commitmentVersionId);
      await this.changes.record('update.save', before, {
        before: audited(before),
        after: audited(body),
      });
      return receiptOf(before, { version: version + 1 });
    });
  }

  /** Hands an update to the reviewer. @throws DomainError invalid with everything that is missing, conflict, forbidden */
  submit(actor: Actor, id: string): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('submit', actor, id);
      const problems = problemsBeforeSubmit(contentOf(update), {
        earlier: (await this.records.earlier(update.commitmentId, update.cycleKey)) ?? null,
        milestonePercent: await this.parts.milestonePercent(id, update.commitmentVersionId),
      });
      if (problems.length > 0) throw invalidFields(problems);
      return this.changes.move(actor, update, { action: 'submit', to: 'submitted', news: progressSubmitted });
    });
  }

  /** Gives a submitted update back to its author. @throws DomainError invalid without a reason, conflict, forbidden */
  returnForChanges(actor: Actor, id: string, reason: string): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('returnForChanges', actor, id, reason);
      return this.changes.move(actor, update, {
        action: 'returnForChanges',
        to: 'returned',
        news: progressReturned,
        reason,
      });
    });
  }

  /** Approves and so locks an update; never one's own, unless the State allows it. @throws DomainError forbidden, conflict */
  approve(actor: Actor, id: string): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const update = await this.changes.take('approve', actor, id);
      const own = tookPart(actor, [update.submittedBy, update.authorId]);
      if (own && !update.allowSelfApproval) throw forbidden(OWN_SUBMISSION);
      await this.explanations.endException(update.cycleId, update.commitmentId, update.stateCode);
      // What corrects a cycle that is public already is public at once.
      const to = update.cycleState === 'published' ? 'published' : 'approved';
      return this.changes.move(actor, update, { action: 'approve', to, news: progressApproved, own });
    });
  }

  /**
   * Begins the correction of an approved update as its next revision, with all that belongs to it. The approved one goes on
   * counting until the correction is approved. @throws DomainError invalid without a reason, conflict, forbidden
   */
  startRevision(actor: Actor, id: string, reason: string): Promise<UpdateReceipt> {
    return this.database.transaction(async () => {
      const old = await this.changes.take('startRevision', actor, id, reason);
      const next = newId();
      await this.database.execute('UPDATE updates SET is_latest = false WHERE id = $1', [id]);
      await this.database.execute(NEXT_REVISION, [id, next, reason.trim(), actor.userId, this.clock.now()]);
      const revision = {
        ...old,
        id: next,
        revision: old.revision + 1,
        reviewState: 'draft' as const,
        version: 1,
      };
      await this.parts.replace(revision, await this.parts.of(id));
      const change = {
        before: { updateId: id, revision: old.revision },
        after: { revision: revision.revision },
        reason,
      };
      await this.changes.record('update.start_revision', revision, change);
      return receiptOf(revision);
    });
  }

  /** The percent that the milestones of an update give. */
  private async setPercent(id: string, commitmentVersionId: string | null): Promise<void> {
    const percent = await this.parts.milestonePercent(id, commitmentVersionId);
    await this.database.execute('UPDATE updates SET percent = $2 WHERE id = $1', [id, percent]);
  }
}

const NEXT_REVISION = `
  INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, revision, revision_reason, author_id, period_end, created_at, updated_at,
         stage, outlook, percent, percent_source, no_change, narrative_en, narrative_es, challenges_en, challenges_es, next_steps_en, next_steps_es,
         support_needed_en, support_needed_es, illustrative)
  SELECT $2, commitment_id, cycle_id, state_code, area_key, revision + 1, $3, $4, period_end, $5, $5,
         stage, outlook, percent, percent_source, no_change, narrative_en, narrative_es, challenges_en, challenges_es, next_steps_en, next_steps_es,
         support_needed_en, support_needed_es, illustrative
    FROM updates WHERE id = $1`;

const ownerOf = ({ receipt, cycleId }: Created): Owner => ({
  id: receipt.id,
  commitmentId: receipt.commitmentId,
  cycleId,
  stateCode: receipt.stateCode,
  areaKey: receipt.areaKey,
});

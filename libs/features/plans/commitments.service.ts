import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { type Actor, invalid, notFound } from '#platform/http';
import type { CommitmentDto, EditedCommitmentDto } from './commitment.dto.js';
import type { CommitmentChange } from './commitment.input.js';
import type { CommitmentContent } from './plan.content.js';
import { type HeldDraft, PlanDrafts } from './plan-drafts.js';
import type { PlanDto } from './plan.dto.js';
import { problemsOfCommitment } from './plan.rules.js';
import { COMMITMENT_JSON } from './plan.sql.js';
import { PlanWriter } from './plan.writer.js';
import { COMMITMENT, PlansQueries } from './plans.queries.js';

const BY_VERSION = `
  SELECT ${COMMITMENT_JSON} AS commitment FROM commitment_versions v JOIN commitments c ON c.id = v.commitment_id WHERE v.id = $1`;

/** The commitments of a draft: each method takes the plan version that the caller saw and raises it. */
@Injectable()
export class CommitmentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(PlansQueries) private readonly queries: PlansQueries,
    @Inject(PlanDrafts) private readonly drafts: PlanDrafts,
    @Inject(PlanWriter) private readonly writer: PlanWriter,
  ) {}

  /**
   * Adds a commitment, last or at a place; those behind it move on.
   * @throws DomainError invalid, and as every edit of a draft
   */
  add(
    actor: Actor,
    planId: string,
    version: number,
    content: CommitmentContent & { number?: number },
  ): Promise<EditedCommitmentDto> {
    return this.drafts.edit(actor, planId, version, async (draft) => {
      await this.writer.check(draft.stateCode, (known) => problemsOfCommitment(content, known));
      await this.refuseTwice(planId, content.code);
      const number = await this.placeFor(planId, content.number);
      await this.database.execute(
        'UPDATE commitment_versions SET number = number + 1 WHERE plan_id = $1 AND number >= $2',
        [planId, number],
      );
      const [versionId = ''] = await this.writer.add(draft.stateCode, planId, number, [content]);
      return this.edited(draft, 'commitment.add', versionId);
    });
  }

  /**
   * Changes what a draft says of a commitment. What is left out stays; institutions and milestones are replaced whole.
   * @throws DomainError invalid, and as every edit of a draft
   */
  async change(
    actor: Actor,
    versionId: string,
    version: number,
    change: CommitmentChange,
  ): Promise<EditedCommitmentDto> {
    const { planId } = await this.find(versionId);
    return this.drafts.edit(actor, planId, version, async (draft) => {
      const before = await this.find(versionId);
      if (change.code !== undefined && change.code !== before.code)
        throw invalid('code', {
          en: 'stays with the commitment for good',
          es: 'permanece siempre con el compromiso',
        });
      const content: CommitmentContent = { ...before, ...given(change) };
      await this.writer.check(draft.stateCode, (known) => problemsOfCommitment(content, known));
      await this.writer.replace(versionId, content);
      return this.edited(draft, 'commitment.change', versionId, before);
    });
  }

  /**
   * Takes a commitment out of a draft; those behind it move up. One that was adopted before stays in the history.
   * @returns the plan
   * @throws DomainError as every edit of a draft
   */
  async remove(actor: Actor, versionId: string, version: number): Promise<PlanDto> {
    const { planId } = await this.find(versionId);
    return this.drafts.edit(actor, planId, version, async ({ stateCode }) => {
      const before = await this.find(versionId);
      await this.database.execute('DELETE FROM commitment_versions WHERE id = $1', [versionId]);
      await this.database.execute(
        'UPDATE commitment_versions SET number = number - 1 WHERE plan_id = $1 AND number > $2',
        [planId, before.number],
      );
      await this.writer.forgetUnadopted(stateCode);
      await this.audit.record({
        action: 'commitment.remove',
        entity: 'commitment',
        entityId: before.commitmentId,
        stateCode,
        before,
      });
      return this.queries.get(actor, planId);
    });
  }

  /**
   * Puts the commitments of a draft into an order. Numbers change, codes do not.
   * @param versionIds all of the plan's, in the new order
   * @throws DomainError invalid, and as every edit of a draft
   */
  reorder(actor: Actor, planId: string, version: number, versionIds: readonly string[]): Promise<PlanDto> {
    return this.drafts.edit(actor, planId, version, async ({ stateCode }) => {
      const before = (await this.queries.get(actor, planId)).commitments;
      const asked = new Set(versionIds);
      if (
        asked.size !== versionIds.length ||
        asked.size !== before.length ||
        before.some(({ versionId }) => !asked.has(versionId))
      )
        throw invalid('versionIds', {
          en: 'must name each commitment of the plan once',
          es: 'debe nombrar cada compromiso del plan una vez',
        });
      await this.database.execute(
        `UPDATE commitment_versions v SET number = o.number FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, number)
          WHERE v.id = o.id AND v.plan_id = $1 AND v.number <> o.number`,
        [planId, versionIds],
      );
      const plan = await this.queries.get(actor, planId);
      const codes = (commitments: CommitmentDto[]) => commitments.map(({ code }) => code);
      const change = { before: codes(before), after: codes(plan.commitments) };
      await this.audit.record({
        action: 'plan.reorder',
        entity: 'plan',
        entityId: planId,
        stateCode,
        ...change,
      });
      return plan;
    });
  }

  /** What a plan version says of a commitment. @throws DomainError not_found */
  private async find(versionId: string): Promise<CommitmentDto> {
    const row = await this.database.one<{ commitment: CommitmentDto }>(BY_VERSION, [versionId]);
    if (!row) throw notFound(COMMITMENT);
    return row.commitment;
  }

  private async edited(
    draft: HeldDraft,
    action: string,
    versionId: string,
    before?: CommitmentDto,
  ): Promise<EditedCommitmentDto> {
    const after = await this.find(versionId);
    const { stateCode } = draft;
    await this.audit.record({
      action,
      entity: 'commitment',
      entityId: after.commitmentId,
      stateCode,
      before,
      after,
    });
    return { ...after, version: draft.version };
  }

  private async refuseTwice(planId: string, code: string | null | undefined): Promise<void> {
    if (!code) return;
    const there = await this.database.one(
      'SELECT FROM commitment_versions v JOIN commitments c ON c.id = v.commitment_id WHERE v.plan_id = $1 AND c.code = $2',
      [planId, code],
    );
    if (there) throw invalid('code', { en: 'is in the plan already', es: 'ya está en el plan' });
  }

  private async placeFor(planId: string, asked: number | undefined): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      'SELECT count(*)::int FROM commitment_versions WHERE plan_id = $1',
      [planId],
    );
    const last = (row?.count ?? 0) + 1;
    return Math.min(asked ?? last, last);
  }
}

/** Without the members that the caller left out. */
const given = (change: CommitmentChange): CommitmentChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

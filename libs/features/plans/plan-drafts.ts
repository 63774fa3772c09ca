import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, conflict, type DomainError, notFound, stale } from '#platform/http';
import { PLAN, PlansQueries } from './plans.queries.js';
import type { PlanStatus } from './plan.vocabulary.js';

/** A draft that the present transaction holds, with its raised version. */
export interface HeldDraft {
  id: string;
  stateCode: string;
  version: number;
}

interface PlanRow extends Record<string, unknown> {
  stateCode: string;
  status: PlanStatus;
  version: number;
}

/** The one way to change a draft: whoever saw its present version raises it, and nobody else changes it meanwhile. */
@Injectable()
export class PlanDrafts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(PlansQueries) private readonly queries: PlansQueries,
  ) {}

  /**
   * Runs `work` on a draft in one transaction.
   * @param version the one that the caller saw
   * @throws DomainError not_found, forbidden, conflict when it was adopted, stale when somebody else changed it
   */
  edit<T>(actor: Actor, planId: string, version: number, work: (draft: HeldDraft) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await this.admit(actor, 'plan.edit', planId);
      const held = await this.database.one<{ stateCode: string }>(
        `UPDATE plans SET version = version + 1, updated_at = now() WHERE id = $1 AND status = 'draft' AND version = $2
         RETURNING state_code AS "stateCode"`,
        [planId, version],
      );
      if (!held) throw await this.refusal(actor, planId);
      return work({ id: planId, stateCode: held.stateCode, version: version + 1 });
    });
  }

  /** The plan as it is, for somebody who may do that to it. @throws DomainError not_found, forbidden */
  async admit(actor: Actor, permission: 'plan.edit' | 'plan.adopt', planId: string): Promise<PlanRow> {
    const plan = await this.row(planId);
    const visibility = plan.status === 'draft' ? 'working' : 'published';
    this.access.assertMay(actor, permission, { stateCode: plan.stateCode, visibility }, PLAN);
    return plan;
  }

  /** Why a draft could not be taken: adopted meanwhile, or changed by somebody else. */
  async refusal(actor: Actor, planId: string): Promise<DomainError> {
    const current = await this.queries.get(actor, planId);
    if (current.status === 'draft') return stale(current);
    return conflict(
      {
        en: 'This plan version was adopted and is never edited. Start a revision.',
        es: 'Esta versión del plan ya fue aprobada y no se edita. Inicie una revisión.',
      },
      { current },
    );
  }

  private async row(planId: string): Promise<PlanRow> {
    const row = await this.database.one<PlanRow>(
      'SELECT state_code AS "stateCode", status, version FROM plans WHERE id = $1',
      [planId],
    );
    if (!row) throw notFound(PLAN);
    return row;
  }
}

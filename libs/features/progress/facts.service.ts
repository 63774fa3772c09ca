import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { CYCLE, type CycleState, type SubmissionState } from '#features/cycles';
import { AccessService, tookPart } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database, isConstraintViolation } from '#platform/database';
import { type Actor, type Bilingual, conflict, forbidden, invalid, notFound, stale } from '#platform/http';
import { Outbox, type Topic } from '#platform/outbox';
import type { CreateFact, FreeFactContent } from './fact.dto.js';
import type { FactDto } from './fact.views.js';
import { FactRows } from './fact-rows.js';
import { FACT, FactsQueries } from './facts.queries.js';
import { lockedBecause } from './lock.texts.js';
import { factApproved, type FactNews, factReturned, factSubmitted } from './progress.events.js';
import { decideMove, statesBefore, type UpdateAction, type UpdateParty } from './progress.rules.js';
import type { ReviewState } from './progress.vocabulary.js';
import { verbOf } from './review-moves.js';
import { OWN_SUBMISSION } from './update-content.js';

interface FactRecord {
  id: string;
  updateId: string | null;
  cycleId: string;
  cycleState: CycleState;
  submissionState: SubmissionState | null;
  stateCode: string;
  reviewState: ReviewState;
  authorId: string | null;
  submittedBy: string | null;
  allowSelfApproval: boolean;
  version: number;
}

/** Whether a State's cycle takes facts: aliases `cy` and `s`. */
const OPEN = `cy.state IN ('open', 'in_review') AND s.state IN ('open', 'returned')`;

const LOCK = `
  SELECT f.id, f.update_id AS "updateId", f.cycle_id AS "cycleId", cy.state AS "cycleState", s.state AS "submissionState", f.state_code AS "stateCode",
         f.review_state AS "reviewState", f.author_id AS "authorId", f.submitted_by AS "submittedBy", st.allow_self_approval AS "allowSelfApproval", f.version
    FROM facts f JOIN cycles cy ON cy.id = f.cycle_id JOIN states st ON st.code = f.state_code
    LEFT JOIN state_submissions s ON s.cycle_id = f.cycle_id AND s.state_code = f.state_code
   WHERE f.id = $1 AND f.update_id IS NULL FOR UPDATE OF f`;

interface Move {
  action: Extract<UpdateAction, 'submit' | 'returnForChanges' | 'approve'>;
  to: ReviewState;
  news: Topic<FactNews>;
  reason?: string;
}

/** Facts that no commitment answers: they stand free in a State's cycle, with the same review as an update. */
@Injectable()
export class FactsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FactRows) private readonly rows: FactRows,
    @Inject(FactsQueries) private readonly queries: FactsQueries,
  ) {}

  /** Writes a draft. @throws DomainError not_found, forbidden, conflict, invalid */
  async create(actor: Actor, input: CreateFact): Promise<FactDto> {
    const { cycleKey, stateCode, areaKey = null, section = null, ...content } = input;
    if (!this.writes(actor, stateCode)) throw forbidden(NOT_YOURS);
    refuseWithoutPlace(input);
    const id = await this.database.transaction(async () => {
      const cycle = await this.database.one<{
        id: string;
        state: CycleState;
        submission: SubmissionState | null;
        open: boolean | null;
      }>(
        `SELECT cy.id, cy.state, s.state AS submission, ${OPEN} AS open
           FROM cycles cy LEFT JOIN state_submissions s ON s.cycle_id = cy.id AND s.state_code = $2 WHERE cy.key = $1`,
        [cycleKey, stateCode],
      );
      if (!cycle) throw notFound(CYCLE);
      if (!cycle.open) throw conflict(lockedBecause(cycle.state, cycle.submission));
      const place = {
        updateId: null,
        cycleId: cycle.id,
        stateCode,
        areaKey,
        section,
        draftOf: { authorId: actor.userId },
      };
      const [created = ''] = await this.guarded(() => this.rows.insert([content], place, ''));
      await this.audit.record({
        action: 'fact.create',
        entity: 'fact',
        entityId: created,
        stateCode,
        after: { ...input, figures: input.figures?.length ?? 0 },
      });
      return created;
    });
    return this.queries.get(actor, id);
  }

  /** Saves a draft or a returned fact whole. @throws DomainError stale, conflict, forbidden, invalid */
  async save(actor: Actor, id: string, version: number, input: FreeFactContent): Promise<FactDto> {
    refuseWithoutPlace(input);
    await this.database.transaction(async () => {
      const fact = await this.take('save', actor, id);
      if (fact.version !== version) throw stale(await this.queries.get(actor, id));
      await this.guarded(() => this.rows.rewrite(id, input));
      await this.guarded(() =>
        this.database.execute(
          'UPDATE facts SET area_key = $2, section = $3, version = version + 1, updated_at = $4 WHERE id = $1',
          [id, input.areaKey ?? null, input.section ?? null, this.clock.now()],
        ),
      );
      await this.audit.record({
        action: 'fact.save',
        entity: 'fact',
        entityId: id,
        stateCode: fact.stateCode,
        after: { ...input, figures: input.figures?.length ?? 0 },
      });
    });
    return this.queries.get(actor, id);
  }

  /** Hands a fact to the reviewer. @throws DomainError conflict, forbidden */
  submit(actor: Actor, id: string): Promise<FactDto> {
    return this.move(actor, id, { action: 'submit', to: 'submitted', news: factSubmitted });
  }

  /** @throws DomainError invalid without a reason, conflict, forbidden */
  returnForChanges(actor: Actor, id: string, reason: string): Promise<FactDto> {
    return this.move(actor, id, { action: 'returnForChanges', to: 'returned', news: factReturned, reason });
  }

  /** Approves a fact; never one's own, unless the State allows it. @throws DomainError conflict, forbidden */
  approve(actor: Actor, id: string): Promise<FactDto> {
    return this.move(actor, id, { action: 'approve', to: 'approved', news: factApproved });
  }

  private async move(actor: Actor, id: string, { action, to, news, reason }: Move): Promise<FactDto> {
    await this.database.transaction(async () => {
      const fact = await this.take(action, actor, id, reason);
      const own = tookPart(actor, [fact.submittedBy, fact.authorId]);
      if (action === 'approve' && own && !fact.allowSelfApproval) throw forbidden(OWN_SUBMISSION);
      const who =
        action === 'submit' ? 'submitted_at = $4, submitted_by = $5' : 'decided_at = $4, decided_by = $5';
      const moved = await this.database.execute(
        `UPDATE facts SET review_state = $3, ${who}, return_reason = $6, version = version + 1, updated_at = $4 WHERE id = $1 AND review_state = ANY($2)`,
        [id, statesBefore(action), to, this.clock.now(), actor.userId, reason?.trim() ?? null],
      );
      if (moved === 0) throw conflict(FASTER);
      const { cycleId, stateCode } = fact;
      const name = verbOf({ action, own: own && action === 'approve' });
      const change = { before: { reviewState: fact.reviewState }, after: { reviewState: to }, reason };
      await this.audit.record({ action: `fact.${name}`, entity: 'fact', entityId: id, stateCode, ...change });
      await this.outbox.publish(news, { factId: id, cycleId, stateCode });
    });
    return this.queries.get(actor, id);
  }

  private async take(action: UpdateAction, actor: Actor, id: string, reason?: string): Promise<FactRecord> {
    const fact = await this.database.one<FactRecord>(LOCK, [id]);
    if (!fact) throw notFound(FACT);
    await this.queries.get(actor, id); // what somebody cannot read is missing for them, whatever else they may do
    const parties: UpdateParty[] = [
      ...(this.writes(actor, fact.stateCode) ? (['author'] as const) : []),
      ...(this.access.may(actor, 'update.review', { stateCode: fact.stateCode })
        ? (['reviewer'] as const)
        : []),
    ];
    const decision = decideMove({ action, from: fact.reviewState, isLatest: true, parties, reason });
    if (!decision.ok) {
      if (decision.code === 'invalid') throw invalid(decision.field ?? 'reason', decision.detail);
      if (decision.code === 'forbidden') throw forbidden(decision.detail);
      throw conflict(decision.detail, {
        current: { id, reviewState: fact.reviewState, version: fact.version },
      });
    }
    const open =
      ['open', 'in_review'].includes(fact.cycleState) &&
      ['open', 'returned'].includes(fact.submissionState ?? '');
    if (!open) throw conflict(lockedBecause(fact.cycleState, fact.submissionState));
    return fact;
  }

  /** Whoever reports for a State may write its free-standing facts: no commitment decides whose they are. */
  private writes(actor: Actor, stateCode: string): boolean {
    const states = this.access.reachOf(actor, 'fact.write').working;
    return states === 'all' || states.includes(stateCode);
  }

  /** Names the field when the area or the State is not there. */
  private async guarded<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isConstraintViolation(error, 'facts_area_key_fkey'))
        throw invalid('areaKey', { en: 'There is no such area.', es: 'No existe esa área.' });
      throw error;
    }
  }
}

function refuseWithoutPlace({ areaKey, section }: FreeFactContent): void {
  if (Boolean(areaKey) === Boolean(section)) throw invalid('areaKey', ONE_PLACE);
}

const ONE_PLACE: Bilingual = {
  en: 'Give the area or, when it belongs to none, the report section; not both.',
  es: 'Indique el área o, si no corresponde a ninguna, la sección del informe; no ambas.',
};

const NOT_YOURS: Bilingual = {
  en: 'Only those who report for this State may write its facts.',
  es: 'Solo quienes informan por este Estado pueden redactar sus hechos.',
};

const FASTER: Bilingual = {
  en: 'Somebody else moved this fact a moment ago. Look at it again.',
  es: 'Otra persona movió este hecho hace un momento. Vuelva a abrirlo.',
};

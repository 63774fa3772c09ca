import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, conflict, invalid, notFound } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { assertCycle, CYCLE } from './cycles.queries.js';
import type { Explain, ExplanationDto } from './cycle.dto.js';
import { commitmentExplained, commitmentReopened } from './cycle.events.js';
import { SUBMISSION_STATE_LABELS } from './cycle.labels.js';
import type { CycleState, ExplanationKind, SubmissionState } from './cycle.vocabulary.js';

const COMMITMENT: Bilingual = { en: 'commitment', es: 'el compromiso' };

const COLUMNS = `x.commitment_id AS "commitmentId", co.code, co.state_code AS "stateCode", x.kind, x.text_en AS "textEn", x.text_es AS "textEs",
  x.author_id AS "authorId", x.at`;

interface Place {
  cycleId: string | null;
  cycleState: CycleState;
  stateCode: string;
  submissionState: SubmissionState | null;
  kind: ExplanationKind | null;
}

/** Why commitments have no update in a cycle, and the exceptions that reopen one of them. */
@Injectable()
export class ExplanationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The explanations of a cycle that the actor may see, by commitment code. @throws DomainError not_found */
  async list(actor: Actor, key: string, stateCode?: string): Promise<ExplanationDto[]> {
    const states = this.access.reachOf(actor, 'submission.read').working;
    const all = states === 'all';
    await assertCycle(this.database, key);
    return this.database.query<ExplanationDto>(
      `SELECT ${COLUMNS} FROM commitment_explanations x JOIN commitments co ON co.id = x.commitment_id JOIN cycles c ON c.id = x.cycle_id
        WHERE c.key = $1 AND ($2::text IS NULL OR co.state_code = $2) AND ($3 OR co.state_code = ANY($4)) ORDER BY co.code`,
      [key, stateCode ?? null, all, all ? [] : states],
    );
  }

  /** Says why a commitment has no update. Replaces an earlier explanation; ends an exception. @throws DomainError invalid, conflict */
  async explain(actor: Actor, key: string, commitmentId: string, input: Explain): Promise<ExplanationDto> {
    if (!input.textEn?.trim() && !input.textEs?.trim())
      throw invalid('textEn', {
        en: 'Explain in English or in Spanish.',
        es: 'Explique en inglés o en español.',
      });
    return this.database.transaction(async () => {
      const place = await this.place(key, commitmentId);
      this.access.assertMay(actor, 'update.review', { stateCode: place.stateCode }, COMMITMENT);
      if (!isOpen(place)) throw conflict(lockedBecause(place));
      return this.put(actor, place, commitmentId, { ...input, action: 'cycle.explain_commitment' });
    });
  }

  /** Takes an explanation back, so that the commitment counts as missing again. @throws DomainError conflict, not_found */
  async withdraw(actor: Actor, key: string, commitmentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const place = await this.place(key, commitmentId);
      this.access.assertMay(actor, 'update.review', { stateCode: place.stateCode }, COMMITMENT);
      if (!isOpen(place)) throw conflict(lockedBecause(place));
      const removed = await this.database.execute(
        `DELETE FROM commitment_explanations WHERE cycle_id = $1 AND commitment_id = $2 AND kind <> 'reopened'`,
        [place.cycleId, commitmentId],
      );
      if (removed === 0) throw notFound({ en: 'explanation', es: 'la explicación' });
      await this.audit.record({
        action: 'cycle.withdraw_explanation',
        entity: 'commitment',
        entityId: commitmentId,
        stateCode: place.stateCode,
        before: { kind: place.kind },
      });
      await this.outbox.publish(commitmentExplained, {
        cycleId: place.cycleId ?? '',
        stateCode: place.stateCode,
        commitmentId,
      });
    });
  }

  /** Lets one commitment be written again although its State is done with the cycle. The cycle itself stays as it is. */
  reopen(actor: Actor, key: string, commitmentId: string, reason: string): Promise<ExplanationDto> {
    return this.database.transaction(async () => {
      const place = await this.place(key, commitmentId);
      this.access.assertMay(actor, 'submission.decide', { stateCode: place.stateCode }, COMMITMENT);
      if (isOpen(place) || place.cycleState === 'planned')
        throw conflict({
          en: 'An exception is not needed: the commitment is not locked in this cycle.',
          es: 'No hace falta una excepción: el compromiso no está bloqueado en este ciclo.',
        });
      return this.put(actor, place, commitmentId, {
        kind: 'reopened',
        textEn: reason,
        textEs: reason,
        action: 'cycle.reopen_commitment',
      });
    });
  }

  /** Ends the exception of a commitment, if it has one; part of approving its correction. */
  async endException(cycleId: string, commitmentId: string, stateCode: string): Promise<void> {
    const ended = await this.database.execute(
      `DELETE FROM commitment_explanations WHERE cycle_id = $1 AND commitment_id = $2 AND kind = 'reopened'`,
      [cycleId, commitmentId],
    );
    if (ended === 0) return;
    await this.audit.record({
      action: 'cycle.end_exception',
      entity: 'commitment',
      entityId: commitmentId,
      stateCode,
      before: { kind: 'reopened' },
    });
  }

  private async put(
    actor: Actor,
    place: Place,
    commitmentId: string,
    input: { kind: ExplanationKind; textEn?: string | null; textEs?: string | null; action: string },
  ): Promise<ExplanationDto> {
    const [row] = await this.database.query<ExplanationDto>(
      `INSERT INTO commitment_explanations AS x (cycle_id, commitment_id, kind, text_en, text_es, author_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (cycle_id, commitment_id) DO UPDATE SET kind = $3, text_en = $4, text_es = $5, author_id = $6, at = $7
       RETURNING x.commitment_id AS "commitmentId", (SELECT code FROM commitments WHERE id = x.commitment_id) AS code, $8::text AS "stateCode",
                 x.kind, x.text_en AS "textEn", x.text_es AS "textEs", x.author_id AS "authorId", x.at`,
      [
        place.cycleId,
        commitmentId,
        input.kind,
        input.textEn ?? null,
        input.textEs ?? null,
        actor.userId,
        this.clock.now(),
        place.stateCode,
      ],
    );
    await this.audit.record({
      action: input.action,
      entity: 'commitment',
      entityId: commitmentId,
      stateCode: place.stateCode,
      before: place.kind ? { kind: place.kind } : undefined,
      after: { kind: input.kind },
      reason: input.textEn ?? input.textEs,
    });
    const news = { cycleId: place.cycleId ?? '', stateCode: place.stateCode, commitmentId };
    await this.outbox.publish(input.kind === 'reopened' ? commitmentReopened : commitmentExplained, news);
    return row as ExplanationDto;
  }

  private async place(key: string, commitmentId: string): Promise<Place> {
    const row = await this.database.one<Place>(
      `SELECT c.id AS "cycleId", c.state AS "cycleState", co.state_code AS "stateCode", s.state AS "submissionState", x.kind
         FROM commitments co LEFT JOIN cycles c ON c.key = $1
         LEFT JOIN state_submissions s ON s.cycle_id = c.id AND s.state_code = co.state_code
         LEFT JOIN commitment_explanations x ON x.cycle_id = c.id AND x.commitment_id = co.id
        WHERE co.id = $2`,
      [key, commitmentId],
    );
    if (!row) throw notFound(COMMITMENT);
    if (!row.cycleId) throw notFound(CYCLE);
    return row;
  }
}

const isOpen = ({ cycleState, submissionState, kind }: Place): boolean =>
  ((cycleState === 'open' || cycleState === 'in_review') &&
    (submissionState === 'open' || submissionState === 'returned')) ||
  (kind === 'reopened' && cycleState !== 'planned');

function lockedBecause({ submissionState }: Place): Bilingual {
  const label = SUBMISSION_STATE_LABELS[submissionState ?? 'open'];
  return submissionState === 'submitted' || submissionState === 'accepted'
    ? {
        en: `The State’s contribution is “${label.en}”, so its commitments are locked in this cycle.`,
        es: `El aporte del Estado está «${label.es}», por lo que sus compromisos están bloqueados en este ciclo.`,
      }
    : {
        en: 'The cycle takes no explanations: it is not open, or it is closed.',
        es: 'El ciclo no admite explicaciones: aún no está abierto o ya está cerrado.',
      };
}

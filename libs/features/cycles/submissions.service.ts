import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { AccessService } from '#features/identity';
import { tellLive } from '#features/live';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict, DomainError, invalid, notFound } from '#platform/http';
import { Outbox, type Topic } from '#platform/outbox';
import { CycleContent } from './cycle-content.js';
import type { NewMessage, SubmissionDto } from './cycle.dto.js';
import {
  submissionAccepted,
  type SubmissionNews,
  submissionReturned,
  submissionSaid,
  submissionSubmitted,
} from './cycle.events.js';
import { assertCycle } from './cycles.queries.js';
import type { CycleState, MessageKind } from './cycle.vocabulary.js';
import { completeness, decideSubmissionMove, type SubmissionAction } from './submission.rules.js';

const SUBMISSION: Bilingual = { en: 'State contribution', es: 'el aporte del Estado' };

const SELECT = `
  SELECT s.id, c.key AS "cycleKey", s.state_code AS "stateCode", s.state, s.submitted_at AS "submittedAt", s.submitted_by AS "submittedBy",
         s.decided_at AS "decidedAt", s.decided_by AS "decidedBy", s.note, s.version,
         coalesce((SELECT json_agg(json_build_object('id', m.id, 'authorId', m.author_id, 'authorName', coalesce(w.name, 'system'), 'at', m.at,
                                                     'kind', m.kind, 'text', m.text) ORDER BY m.at, m.id)
                     FROM submission_messages m LEFT JOIN auth_users w ON w.id = m.author_id WHERE m.submission_id = s.id), '[]') AS messages
    FROM state_submissions s JOIN cycles c ON c.id = s.cycle_id JOIN states st ON st.code = s.state_code
   WHERE c.key = $1`;

const NEWS: Record<SubmissionAction, Topic<SubmissionNews>> = {
  submit: submissionSubmitted,
  accept: submissionAccepted,
  return: submissionReturned,
};

interface Standing {
  id: string;
  cycleId: string;
  cycleState: CycleState;
  state: SubmissionDto['state'];
}

/** What each State hands in for a cycle, and the exchange about it with the Presidency. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CycleContent) private readonly content: CycleContent,
  ) {}

  /** The contributions of the States that the actor may see, in the order of the States. Empty before the cycle opens. @throws DomainError not_found */
  async list(actor: Actor, key: string): Promise<SubmissionDto[]> {
    const states = this.access.reachOf(actor, 'submission.read').working;
    const all = states === 'all';
    await assertCycle(this.database, key);
    return this.database.query<SubmissionDto>(
      `${SELECT} AND ($2 OR s.state_code = ANY($3)) ORDER BY st.position`,
      [key, all, all ? [] : states],
      'submissions_list',
    );
  }

  /** @throws DomainError not_found */
  async get(actor: Actor, key: string, stateCode: string): Promise<SubmissionDto> {
    this.access.assertMay(actor, 'submission.read', { stateCode }, SUBMISSION);
    const submission = await this.database.one<SubmissionDto>(
      `${SELECT} AND s.state_code = $2`,
      [key, stateCode],
      'submission_get',
    );
    if (!submission) throw notFound(SUBMISSION);
    return submission;
  }

  /** Hands the State's cycle in. @throws DomainError invalid, naming every commitment that is neither approved nor explained */
  async submit(actor: Actor, key: string, stateCode: string, note?: string | null): Promise<SubmissionDto> {
    this.access.assertMay(actor, 'submission.submit', { stateCode }, SUBMISSION);
    return this.move('submit', actor, key, stateCode, note);
  }

  /** Takes the State's contribution as it is. @throws DomainError conflict */
  async accept(actor: Actor, key: string, stateCode: string, note?: string | null): Promise<SubmissionDto> {
    this.access.assertMay(actor, 'submission.decide', { stateCode }, SUBMISSION);
    return this.move('accept', actor, key, stateCode, note);
  }

  /** Gives it back with questions, and so lets the State write again. @throws DomainError conflict, invalid without questions */
  async returnForAnswers(
    actor: Actor,
    key: string,
    stateCode: string,
    note?: string | null,
  ): Promise<SubmissionDto> {
    this.access.assertMay(actor, 'submission.decide', { stateCode }, SUBMISSION);
    return this.move('return', actor, key, stateCode, note);
  }

  /** Adds a question or an answer; the contribution stays where it is. */
  async say(actor: Actor, key: string, stateCode: string, message: NewMessage): Promise<SubmissionDto> {
    this.access.assertMay(actor, 'submission.ask', { stateCode }, SUBMISSION);
    await this.database.transaction(async () => {
      const { id, cycleId } = await this.standing(key, stateCode);
      await this.write(actor, id, message.kind, message.text);
      await this.outbox.publish(submissionSaid, { cycleId, stateCode, submissionId: id, kind: message.kind });
      await this.audit.record({
        action: `submission.${message.kind}`,
        entity: 'submission',
        entityId: id,
        stateCode,
        after: { text: message.text },
      });
      this.tellPages(key, stateCode);
    });
    return this.get(actor, key, stateCode);
  }

  private async move(
    action: SubmissionAction,
    actor: Actor,
    key: string,
    stateCode: string,
    note?: string | null,
  ): Promise<SubmissionDto> {
    await this.database.transaction(async () => {
      const before = await this.standing(key, stateCode);
      const decision = decideSubmissionMove({
        action,
        from: before.state,
        cycleState: before.cycleState,
        complete: true,
        note,
      });
      if (!decision.ok) {
        if (decision.code === 'invalid') throw invalid(decision.field ?? 'note', decision.detail);
        throw conflict(decision.detail, { state: before.state });
      }
      const stamp =
        action === 'submit'
          ? 'submitted_at = $4, submitted_by = $5, note = $6'
          : 'decided_at = $4, decided_by = $5, note = coalesce($6, note)';
      const moved = await this.database.execute(
        `UPDATE state_submissions SET state = $3, ${stamp}, version = version + 1 WHERE id = $1 AND state = $2`,
        [before.id, before.state, decision.to, this.clock.now(), actor.userId, note ?? null],
      );
      if (moved === 0) throw conflict(FASTER);
      // After the move, so that the row lock keeps a second submission out while the commitments are counted.
      if (action === 'submit') await this.refuseIncomplete(before.cycleId, stateCode);
      const word: Partial<Record<SubmissionAction, MessageKind>> = { accept: 'accept', return: 'return' };
      if (word[action] && note?.trim()) await this.write(actor, before.id, word[action], note);
      await this.audit.record({
        action: `submission.${action}`,
        entity: 'submission',
        entityId: before.id,
        stateCode,
        before: { state: before.state },
        after: { state: decision.to },
        reason: note,
      });
      await this.outbox.publish(NEWS[action], {
        cycleId: before.cycleId,
        stateCode,
        submissionId: before.id,
      });
      this.tellPages(key, stateCode);
    });
    return this.get(actor, key, stateCode);
  }

  private tellPages(key: string, state: string): void {
    tellLive(this.database, {
      topic: 'submission',
      key,
      for: { may: 'submission.read', from: 'working', state },
    });
  }

  private async refuseIncomplete(cycleId: string, stateCode: string): Promise<void> {
    const result = completeness(await this.content.standings(cycleId, stateCode));
    if (result.complete) return;
    const { missing, total } = result;
    throw new DomainError(
      'invalid',
      {
        en: `${missing.length} of ${total} commitments are neither approved nor explained.`,
        es: `${missing.length} de ${total} compromisos no están aprobados ni explicados.`,
      },
      missing.map(({ code, reason }) => ({ field: code, detail: reason })),
      { missing: missing.map(({ commitmentId, code }) => ({ commitmentId, code })) },
    );
  }

  private async standing(key: string, stateCode: string): Promise<Standing> {
    const row = await this.database.one<Standing>(
      `SELECT s.id, s.cycle_id AS "cycleId", c.state AS "cycleState", s.state
         FROM state_submissions s JOIN cycles c ON c.id = s.cycle_id WHERE c.key = $1 AND s.state_code = $2`,
      [key, stateCode],
    );
    if (!row) throw notFound(SUBMISSION);
    return row;
  }

  private async write(actor: Actor, submissionId: string, kind: MessageKind, text: string): Promise<void> {
    await this.database.execute(
      'INSERT INTO submission_messages (id, submission_id, author_id, at, kind, text) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), submissionId, actor.userId, this.clock.now(), kind, text],
    );
  }
}

const FASTER: Bilingual = {
  en: 'Somebody else moved this contribution a moment ago. Look at it again.',
  es: 'Otra persona movió este aporte hace un momento. Vuelva a abrirlo.',
};

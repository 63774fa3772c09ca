import { Inject, Injectable } from '@nestjs/common';
import { AUDIT_COLUMNS, AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Database, newId } from '#platform/database';
import { type Actor, type Bilingual, conflict } from '#platform/http';
import { CYCLE_TAKES_UPDATES, mayWrite, ProgressAccess, writeValues } from './progress.access.js';
import { audited, contentValues } from './update-content.js';
import type { UpdateBody } from './update.dto.js';
import type { UpdateReceipt } from './update.views.js';
import { refuseToWrite, type WritingPlace } from './writing-place.js';

interface Outcome extends WritingPlace {
  receipt: UpdateReceipt | null;
  existingId: string | null;
}

/**
 * One round trip: looks up what the rules need, writes the draft if they let it, and its audit entry with it.
 * What was found comes back either way, so that a refusal can say why.
 */
const CREATE = `
  WITH target AS (
    SELECT co.id, co.code, co.state_code, cy.id AS cycle_id, cy.key AS cycle_key, cy.facts_to, cy.state AS cycle_state,
           s.state AS submission_state, v.id AS version_id, v.area_key, ${CYCLE_TAKES_UPDATES} AS open,
           ${mayWrite(19, 'co', 'v.id')} AS permitted,
           (SELECT u.id FROM updates u WHERE u.cycle_id = cy.id AND u.commitment_id = co.id ORDER BY u.revision DESC LIMIT 1) AS existing_id
      FROM commitments co
      LEFT JOIN cycles cy ON cy.key = $3
      LEFT JOIN state_submissions s ON s.cycle_id = cy.id AND s.state_code = co.state_code
      LEFT JOIN commitment_explanations x ON x.cycle_id = cy.id AND x.commitment_id = co.id
      LEFT JOIN plans p ON p.state_code = co.state_code AND p.status = 'adopted'
      LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = co.id
     WHERE co.id = $2
  ), written AS (
    INSERT INTO updates (id, commitment_id, cycle_id, state_code, area_key, period_end, author_id, created_at, updated_at, stage, outlook,
      percent, percent_source, no_change, narrative_en, narrative_es, challenges_en, challenges_es, next_steps_en, next_steps_es,
      support_needed_en, support_needed_es, illustrative)
    SELECT $1::uuid, id, cycle_id, state_code, area_key, facts_to, $37::uuid, $4::timestamptz, $4::timestamptz, $5::text, $6::text, $7::numeric, $8,
           $9::boolean, $10, $11, $12, $13, $14, $15, $16, $17, $18::text[]
      FROM target WHERE permitted AND open AND version_id IS NOT NULL AND existing_id IS NULL
    ON CONFLICT ON CONSTRAINT updates_cycle_commitment_revision DO NOTHING
    RETURNING id, revision, review_state, version
  ), audited AS (
    INSERT INTO audit_entries (${AUDIT_COLUMNS}, state_code)
    SELECT $25::uuid, $26::timestamptz, $27::uuid, $28::uuid, $29, $30, $31, $32::jsonb, $33::jsonb, $34, $35, $36, t.state_code
      FROM written w, target t
  )
  SELECT t.cycle_id AS "cycleId", t.cycle_state AS "cycleState", t.submission_state AS "submissionState", t.permitted,
         t.version_id AS "commitmentVersionId", t.open, t.existing_id AS "existingId",
         CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'commitmentId', t.id, 'code', t.code, 'cycleKey', t.cycle_key,
           'stateCode', t.state_code, 'areaKey', t.area_key, 'revision', w.revision, 'reviewState', w.review_state, 'version', w.version) END AS receipt
    FROM target t LEFT JOIN written w ON true`;

/** A new draft, with the ids that its parts need beside the receipt. */
export interface Created {
  receipt: UpdateReceipt;
  cycleId: string;
  commitmentVersionId: string | null;
}

/** Begins updates. */
@Injectable()
export class UpdateCreation {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws DomainError not_found, forbidden, conflict (a closed cycle, or the commitment has an update already) */
  async create(actor: Actor, commitmentId: string, cycleKey: string, body: UpdateBody): Promise<Created> {
    const id = newId();
    const entry = { action: 'update.create', entity: 'update' as const, entityId: id, after: audited(body) };
    const values = [
      id,
      commitmentId,
      cycleKey,
      this.clock.now(),
      ...contentValues(body),
      ...writeValues(this.access.writeScope(actor), this.access.today()),
      ...this.audit.values(entry),
      actor.userId,
    ];
    const outcome = await this.database.one<Outcome>(CREATE, values, 'update_create');
    if (!outcome?.receipt || !outcome.cycleId) throw await this.refusal(outcome, commitmentId);
    return {
      receipt: outcome.receipt,
      cycleId: outcome.cycleId,
      commitmentVersionId: outcome.commitmentVersionId,
    };
  }

  private async refusal(outcome: Outcome | undefined, commitmentId: string): Promise<Error> {
    const { cycleId, existingId } = refuseToWrite(outcome);
    // Written by somebody else between the look-up and the insert: only a fresh statement can see it.
    const updateId =
      existingId ??
      (
        await this.database.one<{ id: string }>(
          'SELECT id FROM updates WHERE cycle_id = $1 AND commitment_id = $2 ORDER BY revision DESC LIMIT 1',
          [cycleId, commitmentId],
        )
      )?.id;
    return conflict(EXISTS, { updateId });
  }
}

const EXISTS: Bilingual = {
  en: 'The commitment has an update in this cycle already. Continue that one.',
  es: 'El compromiso ya tiene una actualización en este ciclo. Continúe con esa.',
};

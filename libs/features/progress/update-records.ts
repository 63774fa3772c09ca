import { Inject, Injectable } from '@nestjs/common';
import { type CycleState, type ExplanationKind, type SubmissionState } from '#features/cycles';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, notFound } from '#platform/http';
import { CYCLE_TAKES_UPDATES, mayWrite, ProgressAccess, writeValues } from './progress.access.js';
import type { UpdateParty } from './progress.rules.js';
import type { IllustrativeField, Outlook, PercentSource, ReviewState, Stage } from './progress.vocabulary.js';

export const UPDATE: Bilingual = { en: 'update', es: 'la actualización' };

/** An update as the rules look at it, with what surrounds it. */
export interface UpdateRecord {
  id: string;
  commitmentId: string;
  code: string;
  cycleId: string;
  cycleKey: string;
  cycleState: CycleState;
  submissionState: SubmissionState | null;
  explanation: ExplanationKind | null;
  /** Whether the cycle takes updates of this commitment now. */
  open: boolean;
  /** Whether the actor may write it. */
  permitted: boolean;
  allowSelfApproval: boolean;
  stateCode: string;
  areaKey: string;
  /** The commitment's version in the plan in force; null when it is no longer in it. */
  commitmentVersionId: string | null;
  revision: number;
  reviewState: ReviewState;
  isLatest: boolean;
  stage: Stage | null;
  outlook: Outlook | null;
  percent: number | null;
  percentSource: PercentSource | null;
  noChange: boolean;
  narrativeEn: string | null;
  narrativeEs: string | null;
  challengesEn: string | null;
  challengesEs: string | null;
  nextStepsEn: string | null;
  nextStepsEs: string | null;
  supportNeededEn: string | null;
  supportNeededEs: string | null;
  illustrative: IllustrativeField[];
  authorId: string | null;
  submittedBy: string | null;
  periodEnd: string;
  version: number;
  /** In what capacities the actor may act on it. */
  parties: UpdateParty[];
}

const LOCK = `
  SELECT u.id, u.commitment_id AS "commitmentId", co.code, u.cycle_id AS "cycleId", cy.key AS "cycleKey", cy.state AS "cycleState",
         s.state AS "submissionState", x.kind AS explanation, ${CYCLE_TAKES_UPDATES} AS open, ${mayWrite(2, 'co', 'v.id')} AS permitted,
         st.allow_self_approval AS "allowSelfApproval", u.state_code AS "stateCode", u.area_key AS "areaKey", v.id AS "commitmentVersionId",
         u.revision, u.review_state AS "reviewState", u.is_latest AS "isLatest", u.stage, u.outlook, u.percent::float8 AS percent,
         u.percent_source AS "percentSource", u.no_change AS "noChange", u.narrative_en AS "narrativeEn", u.narrative_es AS "narrativeEs",
         u.challenges_en AS "challengesEn", u.challenges_es AS "challengesEs", u.next_steps_en AS "nextStepsEn", u.next_steps_es AS "nextStepsEs",
         u.support_needed_en AS "supportNeededEn", u.support_needed_es AS "supportNeededEs", u.illustrative, u.author_id AS "authorId",
         u.submitted_by AS "submittedBy", u.period_end::text AS "periodEnd", u.version
    FROM updates u
    JOIN commitments co ON co.id = u.commitment_id JOIN cycles cy ON cy.id = u.cycle_id JOIN states st ON st.code = u.state_code
    LEFT JOIN state_submissions s ON s.cycle_id = u.cycle_id AND s.state_code = u.state_code
    LEFT JOIN commitment_explanations x ON x.cycle_id = u.cycle_id AND x.commitment_id = u.commitment_id
    LEFT JOIN plans p ON p.state_code = u.state_code AND p.status = 'adopted'
    LEFT JOIN commitment_versions v ON v.plan_id = p.id AND v.commitment_id = u.commitment_id
   WHERE u.id = $1 FOR UPDATE OF u`;

/** The last word of earlier cycles about a commitment. */
export interface EarlierUpdate {
  id: string;
  stage: Stage | null;
  outlook: Outlook | null;
  percent: number | null;
  percentSource: PercentSource | null;
  illustrative: IllustrativeField[];
}

/** Reads single updates for those who change them. */
@Injectable()
export class UpdateRecords {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly policy: AccessService,
    @Inject(ProgressAccess) private readonly access: ProgressAccess,
  ) {}

  /**
   * Locks an update until the transaction ends, so that of two people who act on it at once the second sees the outcome.
   * @throws DomainError not_found when there is none, or none that the actor may know of
   */
  async lock(actor: Actor, id: string): Promise<UpdateRecord> {
    const values = [id, ...writeValues(this.access.writeScope(actor), this.access.today())];
    const row = await this.database.one<UpdateRecord>(LOCK, values, 'update_lock');
    if (!row) throw notFound(UPDATE);
    row.parties = [
      ...(row.permitted ? (['author'] as const) : []),
      ...(this.access.reviews(actor, row.stateCode) ? (['reviewer'] as const) : []),
    ];
    if (
      row.parties.length === 0 &&
      !this.policy.may(actor, 'update.read', {
        stateCode: row.stateCode,
        visibility: shownFrom(row.reviewState),
      })
    )
      throw notFound(UPDATE);
    return row;
  }

  /** The last approved update of a commitment in a cycle before this one; undefined also when there is no such cycle. */
  earlier(commitmentId: string, cycleKey: string): Promise<EarlierUpdate | undefined> {
    return this.database.one<EarlierUpdate>(
      `SELECT u.id, u.stage, u.outlook, u.percent::float8 AS percent, u.percent_source AS "percentSource", u.illustrative
         FROM updates u JOIN cycles cy ON cy.key = $2 AND u.period_end < cy.facts_to
        WHERE u.commitment_id = $1 AND u.review_state IN ('approved', 'published')
        ORDER BY u.period_end DESC, u.revision DESC LIMIT 1`,
      [commitmentId, cycleKey],
      'update_earlier',
    );
  }
}

const shownFrom = (state: ReviewState): 'working' | 'submitted' | 'published' =>
  state === 'draft' ? 'working' : state === 'published' ? 'published' : 'submitted';

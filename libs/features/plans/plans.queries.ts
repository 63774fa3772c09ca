import { Inject, Injectable } from '@nestjs/common';
import { AccessService } from '#features/identity';
import { Database } from '#platform/database';
import { type Actor, type Bilingual, notFound, type Page, pageOf, parseCursor } from '#platform/http';
import type { CommitmentDto, CommitmentHistoryDto } from './commitment.dto.js';
import type { CommitmentsQuery } from './commitment.input.js';
import type { PlanDto, PlansQuery, PlanSummaryDto } from './plan.dto.js';
import { COMMITMENT_JSON, contains, PLAN_COLUMNS } from './plan.sql.js';

export const PLAN: Bilingual = { en: 'plan', es: 'el plan' };
export const COMMITMENT: Bilingual = { en: 'commitment', es: 'el compromiso' };

/** Drafts only for the States of $1; null: for all. */
const MAY_SEE = `(p.status <> 'draft' OR $1::text[] IS NULL OR p.state_code = ANY ($1))`;

const LIST = `
  SELECT ${PLAN_COLUMNS} FROM plans p JOIN states s ON s.code = p.state_code
   WHERE ${MAY_SEE} AND ($2::text IS NULL OR p.state_code = $2) AND ($3::text IS NULL OR p.status = $3)
   ORDER BY s.position, p.version_number DESC`;

const PLAN_BY_ID = `
  SELECT ${PLAN_COLUMNS},
         coalesce((SELECT json_agg(${COMMITMENT_JSON} ORDER BY v.number)
                     FROM commitment_versions v JOIN commitments c ON c.id = v.commitment_id
                    WHERE v.plan_id = p.id), '[]') AS commitments
    FROM plans p WHERE p.id = $2 AND ${MAY_SEE}`;

const COMMITMENTS = `
  SELECT ${COMMITMENT_JSON} AS commitment
    FROM plans p JOIN commitment_versions v ON v.plan_id = p.id JOIN commitments c ON c.id = v.commitment_id
    JOIN areas a ON a.key = v.area_key
   WHERE p.status = 'adopted'
     AND ($1::text IS NULL OR p.state_code = $1)
     AND ($2::text IS NULL OR $2 IN (a.key, a.maps_to))
     AND ($3::text IS NULL OR c.code ILIKE $3 OR v.title_en ILIKE $3 OR v.title_es ILIKE $3 OR v.summary_en ILIKE $3 OR v.summary_es ILIKE $3)
     AND ($4::text IS NULL OR (p.state_code, v.number) > ($4, $5::int))
   ORDER BY p.state_code, v.number LIMIT $6`;

const HISTORY = `
  SELECT c.id, c.code, c.state_code AS "stateCode",
         coalesce((SELECT json_agg(${COMMITMENT_JSON}::jsonb || jsonb_build_object(
                            'planVersionNumber', p.version_number, 'planStatus', p.status, 'adoptedOn', p.adopted_on)
                          ORDER BY p.version_number DESC)
                     FROM commitment_versions v JOIN plans p ON p.id = v.plan_id
                    WHERE v.commitment_id = c.id AND ${MAY_SEE}), '[]') AS versions,
         coalesce((SELECT json_agg(json_build_object('id', f.id, 'userId', f.user_id, 'name', u.name, 'fromOn', f.from_on, 'toOn', f.to_on)
                          ORDER BY f.from_on, u.name)
                     FROM commitment_focal_points f JOIN auth_users u ON u.id = f.user_id
                    WHERE f.commitment_id = c.id AND ($1::text[] IS NULL OR c.state_code = ANY ($1))), '[]') AS "focalPoints"
    FROM commitments c WHERE c.id = $2`;

const CURRENT = `
  SELECT c.id AS "commitmentId", c.code, c.state_code AS "stateCode", v.plan_id AS "planId", v.id AS "versionId",
         v.area_key AS "areaKey", v.continuous, v.starts_on::text AS "startsOn", v.due_on::text AS "dueOn",
         array(SELECT ci.institution_id FROM commitment_institutions ci WHERE ci.commitment_version_id = v.id AND ci.role = 'lead') AS "leadInstitutionIds",
         array(SELECT f.user_id FROM commitment_focal_points f
                WHERE f.commitment_id = c.id AND f.from_on <= $2::date AND (f.to_on IS NULL OR f.to_on > $2::date)) AS "focalPointIds",
         coalesce((SELECT json_agg(json_build_object('id', m.id, 'weight', m.weight) ORDER BY m.position)
                     FROM milestones m WHERE m.commitment_version_id = v.id), '[]') AS milestones
    FROM commitments c
    JOIN commitment_versions v ON v.commitment_id = c.id
    JOIN plans p ON p.id = v.plan_id AND p.status = 'adopted'
   WHERE c.id = $1`;

/** A commitment of a plan in force, as whoever reports on it needs it. */
export interface CurrentCommitment extends Record<string, unknown> {
  commitmentId: string;
  code: string;
  stateCode: string;
  planId: string;
  versionId: string;
  areaKey: string;
  continuous: boolean;
  startsOn: string | null;
  dueOn: string | null;
  leadInstitutionIds: string[];
  /** Users who are its focal points on the day asked for. */
  focalPointIds: string[];
  milestones: { id: string; weight: number }[];
}

/** Reads of plans and commitments, one statement each. Drafts show at home only; what was adopted, to everybody. */
@Injectable()
export class PlansQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AccessService) private readonly access: AccessService,
  ) {}

  /** Plan versions that the actor may see, by State, the newest first. */
  list(actor: Actor, query: PlansQuery = {}): Promise<PlanSummaryDto[]> {
    const parameters = [this.homes(actor), query.state ?? null, query.status ?? null];
    return this.database.query<PlanSummaryDto & Record<string, unknown>>(LIST, parameters);
  }

  /** A plan version with everything in it. @throws DomainError not_found */
  async get(actor: Actor, id: string): Promise<PlanDto> {
    const plan = await this.database.one<PlanDto & Record<string, unknown>>(
      PLAN_BY_ID,
      [this.homes(actor), id],
      'plan_by_id',
    );
    if (!plan) throw notFound(PLAN);
    return plan;
  }

  /** Commitments of the plans in force, by State and number. */
  async commitments(query: CommitmentsQuery): Promise<Page<CommitmentDto>> {
    const [afterState = null, afterNumber = null] = query.cursor ? parseCursor(query.cursor, 2) : [];
    const parameters = [
      query.state ?? null,
      query.area ?? null,
      query.q ? contains(query.q) : null,
      afterState,
      Number.isInteger(afterNumber) ? afterNumber : null,
      query.limit + 1,
    ];
    const rows = await this.database.query<{ commitment: CommitmentDto }>(COMMITMENTS, parameters);
    return pageOf(
      rows.map((row) => row.commitment),
      query.limit,
      (row) => [row.stateCode, row.number],
    );
  }

  /** A commitment through its plan versions. @throws DomainError not_found when the actor may see none of them */
  async history(actor: Actor, commitmentId: string): Promise<CommitmentHistoryDto> {
    const parameters = [this.homes(actor), commitmentId];
    const found = await this.database.one<CommitmentHistoryDto & Record<string, unknown>>(
      HISTORY,
      parameters,
    );
    if (!found || found.versions.length === 0) throw notFound(COMMITMENT);
    return found;
  }

  /** A commitment of the plan in force, with those who may report on it on that day; undefined when none holds it. */
  current(commitmentId: string, day: string): Promise<CurrentCommitment | undefined> {
    return this.database.one<CurrentCommitment>(CURRENT, [commitmentId, day], 'commitment_current');
  }

  /** States whose drafts the actor may see; null: all. */
  private homes(actor: Actor): string[] | null {
    const { working } = this.access.reachOf(actor, 'plan.read');
    return working === 'all' ? null : working;
  }
}

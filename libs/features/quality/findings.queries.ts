import { Inject, Injectable } from '@nestjs/common';
import type { CycleState } from '#features/cycles';
import { FACT_JSON, type FigureContent, type ReviewState } from '#features/progress';
import { Database } from '#platform/database';
import type { FindingAnswerKind } from './quality.vocabulary.js';

/** A fact as the checks read it. */
export interface FactRow {
  id: string;
  code: string | null;
  textEn: string | null;
  textEs: string | null;
  figures: (FigureContent & { id: string })[];
}

/** An update, or a fact that stands free, with everything that is looked at. */
export interface SubjectRow {
  kind: 'update' | 'fact';
  id: string;
  stateCode: string;
  commitmentId: string | null;
  /** The commitment’s, or the fact’s own. */
  code: string | null;
  reviewState: ReviewState;
  /** Null while it is written. */
  submittedOn: string | null;
  narrativeEn: string | null;
  narrativeEs: string | null;
  challengesEn: string | null;
  challengesEs: string | null;
  nextStepsEn: string | null;
  nextStepsEs: string | null;
  supportNeededEn: string | null;
  supportNeededEs: string | null;
  facts: FactRow[];
  /** Who may answer besides the coordinator: focal points of today, or the author of a free fact. */
  focalPointIds: string[];
  leadInstitutionIds: string[];
}

export interface AnswerRow {
  fingerprint: string;
  checkKey: string;
  stateCode: string;
  commitmentId: string | null;
  about: string | null;
  foundEn: string;
  foundEs: string;
  answer: FindingAnswerKind;
  textEn: string | null;
  textEs: string | null;
  authorName: string | null;
  at: string;
}

/** A cycle as the checks see it. */
export interface CycleMaterial {
  cycleId: string;
  cycleKey: string;
  cycleState: CycleState;
  factsTo: string;
  subjects: SubjectRow[];
  /** What was approved about the same commitments in the latest earlier cycles, at most `EARLIER_PERIODS` of them. */
  earlier: { commitmentId: string; periodEnd: string; facts: FactRow[] }[];
  /** The latest answer to each finding. */
  answers: AnswerRow[];
}

export interface MaterialQuery {
  cycleKey: string;
  /** Null: every State. */
  stateCodes: readonly string[] | null;
  /** An update that is looked at whatever its state, in place of other revisions. */
  updateId?: string;
  /** Only what was approved: what endorsement freezes. */
  approvedOnly?: boolean;
  /** The day that focal points are looked up for. */
  today: string;
}

/** How far back the checks look: a median needs four earlier values, and a mid-year and an annual cycle make two a year. */
export const EARLIER_PERIODS = 8;

const FACTS_OF = (condition: string): string =>
  `(SELECT coalesce(json_agg(${FACT_JSON} ORDER BY f.position), '[]') FROM facts f WHERE ${condition})`;

/** $1 cycle key, $2 State codes or null, $3 update id or null, $4 approved only, $5 today. */
const MATERIAL = `
  WITH cy AS (SELECT id, key, state, facts_to FROM cycles WHERE key = $1),
  said AS (
    SELECT DISTINCT ON (u.commitment_id) u.*
      FROM updates u JOIN cy ON cy.id = u.cycle_id
     WHERE ($2::text[] IS NULL OR u.state_code = ANY($2::text[]))
       AND (u.review_state IN ('approved', 'published') OR (NOT $4::boolean AND (u.review_state <> 'draft' OR u.id = $3::uuid)))
     ORDER BY u.commitment_id, (u.id = $3::uuid) DESC NULLS LAST, u.revision DESC
  ),
  before AS (
    SELECT e.id, s.commitment_id, e.period_end
      FROM said s CROSS JOIN LATERAL (
        SELECT DISTINCT ON (b.period_end) b.id, b.period_end FROM updates b
         WHERE b.commitment_id = s.commitment_id AND b.period_end < s.period_end AND b.review_state IN ('approved', 'published')
         ORDER BY b.period_end DESC, b.revision DESC LIMIT ${EARLIER_PERIODS}) e
  )
  SELECT json_build_object('cycleId', cy.id, 'cycleKey', cy.key, 'cycleState', cy.state, 'factsTo', cy.facts_to,
    'subjects', (SELECT coalesce(json_agg(x.subject ORDER BY x.state_code, x.kind DESC, x.place), '[]') FROM (
      SELECT s.state_code, 'update' AS kind, co.code AS place, json_build_object('kind', 'update', 'id', s.id, 'stateCode', s.state_code,
             'commitmentId', s.commitment_id, 'code', co.code, 'reviewState', s.review_state,
             'submittedOn', to_char(s.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
             'narrativeEn', s.narrative_en, 'narrativeEs', s.narrative_es, 'challengesEn', s.challenges_en, 'challengesEs', s.challenges_es,
             'nextStepsEn', s.next_steps_en, 'nextStepsEs', s.next_steps_es, 'supportNeededEn', s.support_needed_en, 'supportNeededEs', s.support_needed_es,
             'facts', ${FACTS_OF('f.update_id = s.id')},
             'focalPointIds', (SELECT coalesce(json_agg(p.user_id), '[]') FROM commitment_focal_points p
                WHERE p.commitment_id = s.commitment_id AND p.from_on <= $5::date AND (p.to_on IS NULL OR p.to_on > $5::date)),
             'leadInstitutionIds', (SELECT coalesce(json_agg(i.institution_id), '[]') FROM plans p JOIN commitment_versions v ON v.plan_id = p.id
                JOIN commitment_institutions i ON i.commitment_version_id = v.id AND i.role = 'lead'
                WHERE p.state_code = s.state_code AND p.status = 'adopted' AND v.commitment_id = s.commitment_id)) AS subject
        FROM said s JOIN commitments co ON co.id = s.commitment_id
      UNION ALL
      SELECT o.state_code, 'fact', lpad(o.position::text, 6, '0'), json_build_object('kind', 'fact', 'id', o.id, 'stateCode', o.state_code, 'commitmentId', NULL,
             'code', o.code, 'reviewState', o.review_state, 'submittedOn', to_char(o.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
             'facts', ${FACTS_OF('f.id = o.id')}, 'focalPointIds', CASE WHEN o.author_id IS NULL THEN '[]'::json ELSE json_build_array(o.author_id) END,
             'leadInstitutionIds', '[]'::json)
        FROM facts o JOIN cy ON cy.id = o.cycle_id
       WHERE o.update_id IS NULL AND ($2::text[] IS NULL OR o.state_code = ANY($2::text[]))
         AND (o.review_state IN ('approved', 'published') OR (NOT $4::boolean AND o.review_state <> 'draft'))) x),
    'earlier', (SELECT coalesce(json_agg(json_build_object('commitmentId', b.commitment_id, 'periodEnd', b.period_end,
                  'facts', ${FACTS_OF('f.update_id = b.id')}) ORDER BY b.commitment_id, b.period_end), '[]') FROM before b),
    'answers', (SELECT coalesce(json_agg(json_build_object('fingerprint', a.fingerprint, 'checkKey', a.check_key, 'stateCode', a.state_code,
                  'commitmentId', a.commitment_id, 'about', a.about, 'foundEn', a.found_en, 'foundEs', a.found_es, 'answer', a.answer,
                  'textEn', a.text_en, 'textEs', a.text_es, 'authorName', w.name, 'at', a.at) ORDER BY a.at, a.id), '[]')
                FROM (SELECT DISTINCT ON (state_code, fingerprint) * FROM finding_answers
                       WHERE cycle_id = cy.id AND ($2::text[] IS NULL OR state_code = ANY($2::text[]))
                       ORDER BY state_code, fingerprint, at DESC, id DESC) a LEFT JOIN auth_users w ON w.id = a.author_id)
  ) AS material FROM cy`;

/** Reads everything that the checks need, in one statement. */
@Injectable()
export class FindingsQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Undefined when there is no such cycle. */
  async material(query: MaterialQuery): Promise<CycleMaterial | undefined> {
    const row = await this.database.one<{ material: CycleMaterial }>(
      MATERIAL,
      [query.cycleKey, query.stateCodes, query.updateId ?? null, query.approvedOnly ?? false, query.today],
      'findings_material',
    );
    return row?.material;
  }

  /** The annual cycle’s report also tells what the mid-year one brought: both keys, or the cycle’s own alone. */
  async cyclesOfReport(cycleId: string): Promise<string[]> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT o.key FROM cycles c JOIN cycles o ON o.id = c.id OR (c.kind = 'annual' AND o.kind = 'mid_year' AND o.year = c.year)
        WHERE c.id = $1 ORDER BY o.facts_to`,
      [cycleId],
    );
    return rows.map(({ key }) => key);
  }
}

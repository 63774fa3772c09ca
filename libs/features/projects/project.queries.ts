import type { ProjectsQuery } from './project.input.js';

/** Percent, wording (both languages of one report) and people reached, each of the latest report that says it. */
const STANDING = `
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS reports,
           (array_agg(r.percent ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE r.percent IS NOT NULL))[1] AS percent,
           (array_agg(r.as_of ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE r.percent IS NOT NULL))[1] AS percent_as_of,
           (array_agg(r.as_of_precision ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE r.percent IS NOT NULL))[1] AS percent_precision,
           (array_agg(r.status_en ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE coalesce(r.status_en, r.status_es) IS NOT NULL))[1] AS status_en,
           (array_agg(r.status_es ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE coalesce(r.status_en, r.status_es) IS NOT NULL))[1] AS status_es,
           (array_agg(r.reached ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE r.reached IS NOT NULL))[1] AS reached,
           (array_agg(r.reached_qualifier ORDER BY r.as_of DESC NULLS LAST, r.number DESC) FILTER (WHERE r.reached IS NOT NULL))[1] AS reached_qualifier
      FROM project_reports r WHERE r.project_id = p.id) l ON true`;

const SUMMARY = `
  p.id, p.key, p.programme_key AS programme, p.state_code AS state, ex.key AS "executingEntity", coalesce(dn.key, pd.key) AS donor,
  p.title_en AS "titleEn", p.title_es AS "titleEs", p.amount::text AS amount, p.currency, p.expected_end_on AS "expectedEndOn",
  p.expected_end_precision AS "expectedEndPrecision", p.beneficiaries_expected AS "beneficiariesExpected",
  p.beneficiaries_qualifier AS "beneficiariesQualifier", p.further_beneficiaries AS "furtherBeneficiaries", l.percent, l.percent_as_of AS "percentAsOf", l.percent_precision AS "percentPrecision", l.status_en AS "statusEn",
  l.status_es AS "statusEs", l.reached, l.reached_qualifier AS "reachedQualifier", l.reports, p.version`;

const FROM = `
  FROM projects p JOIN programmes g ON g.key = p.programme_key
  LEFT JOIN institutions ex ON ex.id = p.executing_id LEFT JOIN institutions dn ON dn.id = p.donor_id
  LEFT JOIN institutions pd ON pd.id = g.donor_id ${STANDING}`;

/** One page of projects by key, after `$5`, one more than `$6` wants. */
export const PROJECTS = `
  SELECT ${SUMMARY} ${FROM}
   WHERE ($1::text IS NULL OR p.programme_key = $1) AND ($2::text IS NULL OR p.state_code = $2)
     AND ($3::uuid IS NULL OR EXISTS (SELECT FROM project_commitments c WHERE c.project_id = p.id AND c.commitment_id = $3))
     AND ($4::text IS NULL OR p.key ILIKE $4 OR p.title_en ILIKE $4 OR p.title_es ILIKE $4)
     AND ($5::text IS NULL OR p.key > $5)
   ORDER BY p.key LIMIT $6`;

export const listValues = (query: ProjectsQuery, after: string | number | null): unknown[] => [
  query.programme ?? null,
  query.state ?? null,
  query.commitment ?? null,
  query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null,
  after,
  query.limit + 1,
];

/** A project with everything in it; `$1` its id. */
export const PROJECT = `
  SELECT ${SUMMARY}, p.note_en AS "noteEn", p.note_es AS "noteEs", p.sources, dn.key AS "ownDonor",
         coalesce((SELECT json_agg(json_build_object('id', c.id, 'code', c.code, 'titleEn', v.title_en, 'titleEs', v.title_es) ORDER BY c.code)
                     FROM project_commitments pc JOIN commitments c ON c.id = pc.commitment_id
                     LEFT JOIN plans pl ON pl.state_code = c.state_code AND pl.status = 'adopted'
                     LEFT JOIN commitment_versions v ON v.plan_id = pl.id AND v.commitment_id = c.id
                    WHERE pc.project_id = p.id), '[]') AS commitments,
         coalesce((SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'asOf', r.as_of, 'asOfPrecision', r.as_of_precision,
                                                     'percent', r.percent, 'statusEn', r.status_en, 'statusEs', r.status_es, 'reached', r.reached,
                                                     'reachedQualifier', r.reached_qualifier, 'sources', r.sources)
                            ORDER BY r.as_of DESC NULLS LAST, r.number DESC)
                     FROM project_reports r WHERE r.project_id = p.id), '[]') AS history
  ${FROM} WHERE p.id = $1`;

/**
 * The portfolio: all projects, then by programme, then by State (the last without: of the whole region). Amounts are summed within a currency only. `$1` a programme
 * or null for all.
 */
export const PORTFOLIO = `
  WITH standing AS MATERIALIZED (
    SELECT p.programme_key, p.state_code, p.amount, p.currency, r.percent
      FROM projects p LEFT JOIN (
        SELECT DISTINCT ON (project_id) project_id, percent FROM project_reports WHERE percent IS NOT NULL
         ORDER BY project_id, as_of DESC NULLS LAST, number DESC) r ON r.project_id = p.id
     WHERE $1::text IS NULL OR p.programme_key = $1
  ), placed AS (
    SELECT x.scope, x.key, s.amount, s.currency, s.percent
      FROM standing s CROSS JOIN LATERAL (VALUES ('all', NULL), ('programme', s.programme_key), ('state', s.state_code)) x(scope, key)
  ), summed AS (
    SELECT scope, key, currency, count(*)::int AS projects, count(percent)::int AS known, sum(percent) AS percents, sum(amount) AS total
      FROM placed GROUP BY scope, key, currency
  )
  SELECT k.scope, k.key, sum(k.projects)::int AS projects, sum(k.known)::int AS "withPercent",
         round(sum(k.percents) / nullif(sum(k.known), 0), 1) AS "meanPercent",
         coalesce(sum(k.projects) FILTER (WHERE k.currency IS NULL), 0)::int AS "withoutAmount",
         coalesce(json_agg(json_build_object('currency', k.currency, 'amount', k.total::text, 'projects', k.projects) ORDER BY k.currency)
                    FILTER (WHERE k.currency IS NOT NULL), '[]') AS amounts
    FROM summed k LEFT JOIN states s ON k.scope = 'state' AND s.code = k.key
   GROUP BY k.scope, k.key, s.position
   ORDER BY array_position(ARRAY['all', 'programme', 'state'], k.scope), s.position, k.key`;

export const PROGRAMMES = `
  SELECT g.key, g.name_en AS "nameEn", g.name_es AS "nameEs", d.key AS donor, g.amount::text AS amount, g.currency
    FROM programmes g LEFT JOIN institutions d ON d.id = g.donor_id ORDER BY g.key`;

/** Programmes with their projects, for a year's report. */
export const PROGRAMME_SECTIONS = `
  SELECT g.key, g.name_en AS "nameEn", g.name_es AS "nameEs", m.key AS manager, d.key AS donor, g.donor_note_en AS "donorNoteEn",
         g.donor_note_es AS "donorNoteEs", g.amount, g.currency, g.beneficiaries_expected AS "beneficiariesExpected",
         g.beneficiaries_qualifier AS "beneficiariesQualifier", g.legal_basis_en AS "legalBasisEn", g.legal_basis_es AS "legalBasisEs",
         g.follow_up_en AS "followUpEn", g.follow_up_es AS "followUpEs", g.committee, g.notes, g.sources
    FROM programmes g LEFT JOIN institutions m ON m.id = g.manager_id LEFT JOIN institutions d ON d.id = g.donor_id
   WHERE EXISTS (SELECT FROM projects p WHERE p.programme_key = g.key) ORDER BY g.key`;

export const SECTION_PROJECTS = `
  SELECT ${SUMMARY}, p.note_en AS "noteEn", p.note_es AS "noteEs", p.sources,
         array(SELECT c.code FROM project_commitments pc JOIN commitments c ON c.id = pc.commitment_id
                WHERE pc.project_id = p.id ORDER BY c.code) AS codes
  ${FROM} LEFT JOIN states s ON s.code = p.state_code ORDER BY s.position, p.key`;

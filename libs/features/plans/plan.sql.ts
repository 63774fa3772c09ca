/** Pieces of SQL that build the room's views, shared by its queries. */

/** One commitment version `v` of the commitment `c`, as CommitmentDto. */
export const COMMITMENT_JSON = `json_build_object(
  'commitmentId', c.id, 'versionId', v.id, 'planId', v.plan_id, 'stateCode', c.state_code, 'code', c.code, 'number', v.number,
  'areaKey', v.area_key, 'titleEn', v.title_en, 'titleEs', v.title_es, 'summaryEn', v.summary_en, 'summaryEs', v.summary_es,
  'actionMode', v.action_mode, 'targetGroups', v.target_groups, 'startsOn', v.starts_on, 'dueOn', v.due_on,
  'continuous', v.continuous, 'priority', v.priority, 'weight', v.weight,
  'institutions', coalesce((
    SELECT json_agg(json_build_object('id', i.id, 'key', i.key, 'acronym', i.acronym, 'nameEn', i.name_en, 'nameEs', i.name_es,
                                      'role', ci.role, 'basis', ci.basis,
                                      'basisNoteEn', ci.basis_note_en, 'basisNoteEs', ci.basis_note_es) ORDER BY ci.role, ci.position)
      FROM commitment_institutions ci JOIN institutions i ON i.id = ci.institution_id
     WHERE ci.commitment_version_id = v.id), '[]'),
  'milestones', coalesce((
    SELECT json_agg(json_build_object('id', m.id, 'titleEn', m.title_en, 'titleEs', m.title_es, 'weight', m.weight,
                                      'position', m.position, 'dueOn', m.due_on) ORDER BY m.position)
      FROM milestones m WHERE m.commitment_version_id = v.id), '[]'))`;

/** The plan `p`, as PlanSummaryDto. */
export const PLAN_COLUMNS = `
  p.id, p.state_code AS "stateCode", p.version_number AS "versionNumber", p.title_en AS "titleEn", p.title_es AS "titleEs",
  p.status, p.basis, p.adopted_on::text AS "adoptedOn", p.note_en AS "noteEn", p.note_es AS "noteEs",
  p.published_commitments AS "publishedCommitments", p.published_source AS "publishedSource",
  p.published_source_url AS "publishedSourceUrl", p.published_note_en AS "publishedNoteEn", p.published_note_es AS "publishedNoteEs",
  (SELECT count(*)::int FROM commitment_versions v WHERE v.plan_id = p.id) AS "commitmentCount",
  p.version, p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;

/** Text for ILIKE that finds it anywhere, whatever signs it holds. */
export const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

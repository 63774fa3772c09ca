/** One table of the export: what it holds and the SELECT behind it, in a fixed order. No names or addresses of people. */
export interface Dataset {
  name: string;
  description: string;
  sql: string;
}

const table = (name: string, description: string, columns: string, order: string): Dataset => ({
  name,
  description,
  sql: `SELECT ${columns} FROM ${name} ORDER BY ${order}`,
});

/** Every dataset of `mirps export`, in an order in which a reader can load them one after the other. */
export const DATASETS: readonly Dataset[] = [
  table('states', 'The States, with their time zones and national mechanisms', '*', 'code'),
  table('presidencies', 'Pro-tempore Presidencies by their real dates', '*', 'starts_on'),
  table('areas', 'Shared areas, and States’ own ones with the shared one that they count under', '*', 'key'),
  table('institutions', 'Institutions by key', '*', 'key'),
  table('regional_sections', 'The regional layer by year and section', '*', 'year, key'),
  table('plans', 'National Action Plans, every version', '*', 'state_code, version_number'),
  table('commitments', 'Commitments: what stays the same through all versions', '*', 'code'),
  table('commitment_versions', 'What each plan version says of each commitment', '*', 'plan_id, number'),
  table(
    'commitment_institutions',
    'Lead and partner institutions',
    '*',
    'commitment_version_id, institution_id',
  ),
  table('milestones', 'Milestones with weights', '*', 'commitment_version_id, position, id'),
  table('cycles', 'Reporting cycles with their days', '*', 'year, facts_to'),
  table('state_submissions', 'States’ submissions', '*', 'cycle_id, state_code'),
  table(
    'commitment_explanations',
    'Why a commitment has no update in a cycle',
    '*',
    'cycle_id, commitment_id',
  ),
  table(
    'updates',
    'Progress updates, every revision, drafts included',
    '*',
    'cycle_id, commitment_id, revision',
  ),
  table('update_milestones', 'Milestones as updates report them', '*', 'update_id, milestone_id'),
  table('facts', 'Facts of updates and free-standing ones', '*', 'cycle_id, state_code, position, id'),
  table('fact_commitments', 'Further commitments that a fact answers', '*', 'fact_id, commitment_id'),
  table('figures', 'Figures with everything needed to read them', '*', 'fact_id, position, id'),
  table('evidence', 'Evidence of updates and facts', '*', 'update_id, fact_id, position, id'),
  table(
    'rollups',
    'Stored rollups by cycle, level, State and area',
    '*',
    'cycle_id, level, state_code, area_key',
  ),
  table('snapshots', 'Snapshots with their canonical text and hash', '*', 'created_at, id'),
  table(
    'audit_entries',
    'Who changed what, by user id',
    'id, at, actor_id, action, entity, entity_id, state_code, before, after, reason, request_id',
    'id',
  ),
];

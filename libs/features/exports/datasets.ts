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

/** What stays inside: people's accounts, mails to them, and what the machinery keeps for itself. */
export const NOT_EXPORTED: readonly string[] = [
  'auth_accounts',
  'auth_sessions',
  'auth_users',
  'auth_verifications',
  'idempotency_keys',
  'mail_outbox',
  'outbox',
  'schema_migrations',
  'sign_in_attempts',
];

/** Every dataset of `mirps export`, in an order in which a reader can load them one after the other. */
export const DATASETS: readonly Dataset[] = [
  table('states', 'The States, with their time zones and national mechanisms', '*', 'code'),
  table('presidencies', 'Pro-tempore Presidencies by their real dates', '*', 'starts_on'),
  table('areas', 'Shared areas, and States’ own ones with the shared one that they count under', '*', 'key'),
  table('institutions', 'Institutions by key', '*', 'key'),
  table(
    'terms',
    'Words that plans and figures use by key: population groups, kinds of action',
    '*',
    'list, position, key',
  ),
  table('regional_sections', 'The regional layer by year and section', '*', 'year, key'),
  table('plan_templates', 'Templates that a State’s plan can start from', '*', 'key'),
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
  table(
    'commitment_focal_points',
    'Focal points of commitments, by user id',
    '*',
    'commitment_id, from_on, id',
  ),
  table('cycles', 'Reporting cycles with their days', '*', 'year, facts_to'),
  table('state_submissions', 'States’ submissions', '*', 'cycle_id, state_code'),
  table(
    'submission_messages',
    'Questions and answers between Presidency and States',
    'id, submission_id, author_id, at, kind, text',
    'submission_id, at, id',
  ),
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
  table('pledge_forums', 'Occasions where pledges were made', '*', 'key'),
  table(
    'pledge_distributions',
    'Pledges by stage as the hosts of forums counted them',
    '*',
    'forum_key, as_of_month',
  ),
  table('pledges', 'Pledges', '*', 'key'),
  table('pledge_areas', 'Areas of focus of pledges', '*', 'pledge_id, area_key'),
  table('pledge_commitments', 'Commitments that carry pledges out', '*', 'pledge_id, commitment_id'),
  table(
    'pledge_updates',
    'Updates of pledges, the one in force and those before it',
    '*',
    'pledge_id, number',
  ),
  table('finding_answers', 'What people answered to findings in figures', '*', 'at, id'),
  table('frameworks', 'Frameworks of indicators', '*', 'key'),
  table('framework_areas', 'Areas of frameworks by code', '*', 'framework_key, code'),
  table(
    'indicators',
    'Indicators with the rules by which they are put together',
    '*',
    'framework_key, level, code',
  ),
  table(
    'indicator_series',
    'Series: an indicator at a place for a population',
    '*',
    'indicator_id, place, population_key',
  ),
  table(
    'observations',
    'Values of series, every source',
    '*',
    'series_id, year, part, role, dimension, category, source',
  ),
  table(
    'budget_lines',
    'Budgets of frameworks by area',
    '*',
    'framework_key, place, year, kind, source, position',
  ),
  table(
    'indicator_commitments',
    'Which indicators tell of which commitments',
    '*',
    'commitment_id, indicator_id',
  ),
  table('teams', 'Regional Technical Teams with their theory of change', '*', 'position, key'),
  table('team_leads', 'Leads of teams by period', '*', 'team_key, from_on, id'),
  table('team_members', 'States and cities in teams', '*', 'team_key, position, id'),
  table('team_advisors', 'Institutions that advise teams', '*', 'team_key, position, institution_id, role'),
  table('team_years', 'What teams set out for a year', '*', 'team_key, year'),
  table('team_activities', 'Workplans of teams', '*', 'year, team_key, position, id'),
  table(
    'team_activity_supporters',
    'Institutions that support activities',
    '*',
    'activity_id, position, institution_id',
  ),
  table('team_activity_commitments', 'Commitments that activities serve', '*', 'activity_id, commitment_id'),
  table('team_sessions', 'Sessions of teams', '*', 'year, team_key, starts_on, id'),
  table('team_session_attendees', 'Who was at sessions of teams', '*', 'session_id, position'),
  table('team_products', 'Products of teams', '*', 'year, team_key, position, id'),
  table(
    'team_updates',
    'Updates of teams, every revision, drafts included',
    '*',
    'cycle_id, team_key, revision',
  ),
  table('team_update_activities', 'Activities as team updates report them', '*', 'update_id, activity_id'),
  table('team_rollups', 'Stored progress of teams by cycle', '*', 'cycle_id, team_key'),
  table(
    'rollups',
    'Stored rollups by cycle, level, State and area',
    '*',
    'cycle_id, level, state_code, area_key',
  ),
  table('snapshots', 'Snapshots with their canonical text and hash', '*', 'created_at, id'),
  table('reports', 'Reports that were made, with their hash', '*', 'created_at, id'),
  table('reminder_ledger', 'Who was reminded of what, by user id', '*', 'claimed_at, id'),
  table('reminder_stops', 'Who wants no reminders by mail, by user id', '*', 'user_id'),
  table('role_assignments', 'Roles by user id, past and future ones too', '*', 'user_id, valid_from, id'),
  table(
    'audit_entries',
    'Who changed what, by user id',
    `id, at, actor_id, action, entity, entity_id, state_code, before - '{name,email}'::text[] AS before,
     after - '{name,email}'::text[] AS after, reason, request_id`,
    'id',
  ),
];

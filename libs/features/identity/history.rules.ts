import type { AuditedKind, AuditSight } from '#features/audit';
import type { Actor } from '#platform/http';
import { reachOf } from './access.rules.js';

/**
 * Whose history is shown beside a thing. `working` things have drafts that nobody outside of their State may know of; `open`
 * ones are public from the beginning; `own` ones are about a person, for administrators.
 */
export const HISTORY_OF: Record<AuditedKind, 'working' | 'open' | 'own'> = {
  acronym: 'open',
  alliance_event: 'open',
  annual_meeting: 'open',
  area: 'open',
  audit_trail: 'own',
  budget_line: 'open',
  commitment: 'working',
  context_figure: 'open',
  contribution: 'open',
  cycle: 'open',
  dialogue: 'open',
  edition: 'open',
  evidence_file: 'working',
  exchange_rate: 'open',
  fact: 'working',
  good_practice: 'open',
  indicator: 'open',
  indicator_series: 'open',
  institution: 'open',
  mechanism: 'open',
  observation: 'open',
  page: 'own',
  partner_sheet: 'open',
  plan: 'working',
  plan_template: 'open',
  pledge: 'open',
  pledge_forum: 'open',
  presidency: 'open',
  programme: 'open',
  project: 'open',
  published_count: 'open',
  regional_document: 'open',
  regional_plan: 'open',
  report: 'open',
  report_section: 'working',
  snapshot: 'open',
  stated_gap: 'open',
  state: 'open',
  story: 'working',
  submission: 'working',
  support_platform: 'open',
  team: 'open',
  team_activity: 'open',
  team_product: 'open',
  team_session: 'open',
  team_update: 'working',
  term: 'open',
  token: 'own',
  update: 'working',
  user: 'own',
};

/** Whose entries about such a thing a person sees: all of what is open, else those of the States where they work. */
export function sightOf(actor: Actor, entity: AuditedKind): AuditSight {
  const { working } = reachOf(actor, 'history.read');
  const kind = HISTORY_OF[entity];
  if (working === 'all' || kind === 'open') return { states: 'all', regional: true };
  return { states: kind === 'own' ? [] : working, regional: false };
}

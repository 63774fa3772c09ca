import type { AuditSight } from '#features/audit';
import type { Actor } from '#platform/http';
import { reachOf } from './access.rules.js';

/**
 * Things whose history is shown beside them. `working` ones have drafts that nobody outside of their State may know of;
 * the others are public from the beginning.
 */
export const HISTORY_OF = {
  update: 'working',
  fact: 'working',
  plan: 'working',
  commitment: 'working',
  submission: 'working',
  story: 'working',
  team_update: 'working',
  cycle: 'open',
  state: 'open',
  institution: 'open',
  plan_template: 'open',
  pledge: 'open',
  pledge_forum: 'open',
  programme: 'open',
  project: 'open',
  contribution: 'open',
  exchange_rate: 'open',
  stated_gap: 'open',
  indicator: 'open',
  indicator_series: 'open',
  observation: 'open',
  budget_line: 'open',
  mechanism: 'open',
  good_practice: 'open',
  team: 'open',
  team_activity: 'open',
  team_product: 'open',
  team_session: 'open',
  report: 'open',
  snapshot: 'open',
} as const;
export type WithHistory = keyof typeof HISTORY_OF;

/** Whose entries about such a thing a person sees: all of what is open, else those of the States where they work. */
export function sightOf(actor: Actor, entity: WithHistory): AuditSight {
  const { working } = reachOf(actor, 'history.read');
  if (working === 'all' || HISTORY_OF[entity] === 'open') return { states: 'all', regional: true };
  return { states: working, regional: false };
}

import { linkOptions } from '@tanstack/react-router';
import type { Kind } from './queries';

/** Where people look at a thing, by its kind; null where the web has no page of it. */
const PAGES = {
  acronym: () => linkOptions({ to: '/regional-plan' }),
  alliance_event: () => linkOptions({ to: '/alliances' }),
  annual_meeting: () => linkOptions({ to: '/regional-plan' }),
  area: null,
  audit_trail: null,
  budget_line: () => linkOptions({ to: '/indicators' }),
  commitment: (id) => linkOptions({ to: '/commitments/$id', params: { id } }),
  context_figure: () => linkOptions({ to: '/regional-plan' }),
  contribution: () => linkOptions({ to: '/quantification' }),
  cycle: () => linkOptions({ to: '/cycles' }),
  dialogue: () => linkOptions({ to: '/alliances' }),
  edition: null,
  evidence_file: null,
  exchange_rate: () => linkOptions({ to: '/quantification' }),
  fact: null,
  good_practice: (id) => linkOptions({ to: '/alliances/practices/$id', params: { id } }),
  indicator: (id) => linkOptions({ to: '/indicators/$id', params: { id } }),
  indicator_series: null,
  institution: null,
  mechanism: (id) => linkOptions({ to: '/mechanisms/$id', params: { id } }),
  observation: null,
  page: null,
  partner_sheet: (id) => linkOptions({ to: '/partners/$id', params: { id } }),
  plan: null,
  plan_template: null,
  pledge: (id) => linkOptions({ to: '/pledges/$id', params: { id } }),
  pledge_forum: null,
  presidency: () => linkOptions({ to: '/regional-plan' }),
  programme: null,
  project: (id) => linkOptions({ to: '/projects/$id', params: { id } }),
  published_count: () => linkOptions({ to: '/regional-plan' }),
  regional_document: () => linkOptions({ to: '/regional-plan' }),
  regional_plan: (id) => linkOptions({ to: '/regional-plan', search: { year: id } }),
  report: (id) => linkOptions({ to: '/reports/$id', params: { id } }),
  report_section: null,
  snapshot: null,
  stated_gap: () => linkOptions({ to: '/quantification' }),
  state: (id) => linkOptions({ to: '/states/$code', params: { code: id } }),
  story: (id) => linkOptions({ to: '/stories/$id', params: { id } }),
  submission: null,
  support_platform: () => linkOptions({ to: '/alliances' }),
  team: (id) => linkOptions({ to: '/teams/$key', params: { key: id } }),
  team_activity: (id) => linkOptions({ to: '/team-activities/$id/edit', params: { id } }),
  team_product: (id) => linkOptions({ to: '/team-products/$id/edit', params: { id } }),
  team_session: (id) => linkOptions({ to: '/team-sessions/$id/edit', params: { id } }),
  team_update: (id) => linkOptions({ to: '/team-updates/$id', params: { id } }),
  term: null,
  token: null,
  update: (id) => linkOptions({ to: '/updates/$id', params: { id } }),
  user: (id) => linkOptions({ to: '/users/$id', params: { id } }),
} satisfies Record<Kind, ((id: string) => object) | null>;

export const KINDS = Object.keys(PAGES) as Kind[];

type Page = ReturnType<NonNullable<(typeof PAGES)[Kind]>>;

/** The page of a thing, for a link. */
export const pageOf = (kind: Kind, id: string): Page | undefined => PAGES[kind]?.(id);

import type { Role, Scope } from './identity.vocabulary.js';

type Row = Partial<Record<Role, Scope>>;

/** What one permission is. */
interface Rule {
  /** What somebody does with it, for docs/permissions.md. */
  what: string;
  /** Who holds it, and how far. */
  by: Row;
  /** The permission to see what this one changes; default: `read` of the same noun. Null: nothing is shown to outsiders. */
  behind?: string | null;
}

/** Everybody may; the listed roles may more. */
const open = (more: Row = {}): Row => ({ public: 'all', ...more });

const STATE_READERS: Row = { focal_point: 'own_state', national_coordinator: 'own_state' };
const REGION_READERS: Row = { presidency: 'submitted_only', secretariat: 'submitted_only' };
/** Whoever looks on from outside of the States sees no draft: the members of the Support Platform, by their own name, too. */
const ONLOOKERS: Row = { support_platform: 'published_only', public: 'published_only' };
/** Drafts at home, submissions for the region, publications for everybody. */
const READERS: Row = { ...STATE_READERS, ...REGION_READERS, ...ONLOOKERS, administrator: 'all' };

/**
 * Who may do what, and how far: one row a permission, one entry a role. What is not written is denied. A person holds
 * the union of their valid assignments and of `public`. The service checks the object: `AccessService.assertMay`.
 */
export const POLICY = {
  'account.use': {
    what: "Use one's own account: settings, password, sessions, tokens, delegation",
    by: { public: 'own_account' },
  },

  'state.read': { what: 'Read States, areas, institutions, Presidencies', by: open() },
  'state.manage': {
    what: 'Change what a State decides for itself, and its institutions',
    by: { national_coordinator: 'own_state', administrator: 'all' },
  },

  'plan.read': { what: 'Read National Action Plans and commitments', by: READERS },
  'plan.edit': {
    what: 'Prepare a plan version: commitments, milestones, focal points',
    by: { national_coordinator: 'own_state', administrator: 'all' },
  },
  'plan.adopt': { what: 'Put a plan version in force', by: { national_coordinator: 'own_state' } },

  'cycle.read': { what: 'Read reporting cycles', by: open() },
  'cycle.manage': { what: 'Plan, open and close cycles', by: { secretariat: 'all', administrator: 'all' } },

  'submission.read': {
    what: "Read States' submissions, their completeness and the conversation about them",
    by: { ...STATE_READERS, presidency: 'all', secretariat: 'all', administrator: 'all' },
  },
  'submission.submit': { what: "Hand in a State's reporting", by: { national_coordinator: 'own_state' } },
  'submission.ask': {
    what: 'Ask and answer about a submission',
    by: { national_coordinator: 'own_state', presidency: 'all', secretariat: 'all' },
  },
  'submission.decide': { what: 'Accept or return a submission', by: { presidency: 'all' } },

  'update.read': { what: 'Read progress updates', by: READERS },
  'update.write': {
    what: 'Write and submit progress updates',
    by: { focal_point: 'own_commitments', national_coordinator: 'own_state' },
  },
  'update.review': {
    what: 'Approve or return updates, within the State',
    by: { national_coordinator: 'own_state' },
  },
  'fact.write': {
    what: 'Record facts and figures',
    by: { focal_point: 'own_state', national_coordinator: 'own_state', secretariat: 'all' },
    behind: 'update.read',
  },

  'pledge.read': { what: 'Read pledges', by: open() },
  'pledge.write': {
    what: 'Keep pledges and their updates',
    by: {
      national_coordinator: 'own_state',
      team_lead: 'own_team',
      secretariat: 'all',
      administrator: 'all',
    },
  },
  'finding.answer': {
    what: 'Answer what the checks say of figures',
    by: { focal_point: 'own_commitments', national_coordinator: 'own_state' },
    behind: 'submission.read',
  },
  'indicator.read': { what: 'Read indicators and their series', by: open() },
  'indicator.manage': {
    what: 'Define frameworks and indicators',
    by: { secretariat: 'all', administrator: 'all' },
  },
  'observation.write': {
    what: 'Record observations of indicators',
    by: { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },
    behind: 'indicator.read',
  },
  'team.read': { what: 'Read Regional Technical Teams and published workplans', by: open() },
  'team.manage': { what: 'Define teams: leads, members, advisors', by: { secretariat: 'all' } },
  'team.work': {
    what: "Keep a team's workplan, sessions and products",
    by: { team_lead: 'own_team', secretariat: 'all' },
  },
  'team_update.read': {
    what: "Read teams' updates",
    by: {
      ...REGION_READERS,
      ...ONLOOKERS,
      team_lead: 'own_team',
      administrator: 'all',
    },
  },
  'team_update.write': { what: "Write and submit a team's update", by: { team_lead: 'own_team' } },
  'team_update.review': {
    what: "Approve or return teams' updates",
    by: { presidency: 'all', secretariat: 'all' },
  },

  'quantification.read': { what: 'Read needs, contributions and gaps', by: open() },
  'quantification.write': {
    what: 'Record needs, contributions and exchange rates',
    by: { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },
  },

  'project.read': { what: 'Read projects', by: open() },
  'project.write': {
    what: 'Keep projects and their reports',
    by: { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },
  },

  'mechanism.read': { what: 'Read national mechanisms', by: open() },
  'mechanism.write': {
    what: 'Keep national mechanisms, sessions and agreements',
    by: { national_coordinator: 'own_state', administrator: 'all' },
  },

  'alliance.read': { what: 'Read alliances, events and good practices', by: open() },
  'alliance.write': {
    what: 'Keep dialogue mechanisms, Support Platform and events',
    by: { secretariat: 'all', administrator: 'all' },
  },
  'good_practice.write': {
    what: 'Keep good practices',
    by: { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },
    behind: 'alliance.read',
  },

  'regional.read': { what: 'Read the Regional Action Plan and its context', by: open() },
  'regional.write': {
    what: 'Keep Presidencies, the Regional Action Plan, Annual Meetings and context figures',
    by: { secretariat: 'all', administrator: 'all' },
  },

  'story.read': {
    what: 'Read stories',
    by: {
      ...STATE_READERS,
      ...ONLOOKERS,
      secretariat: 'all',
      administrator: 'all',
    },
  },
  'story.write': {
    what: 'Write and publish stories, with recorded consent',
    by: { national_coordinator: 'own_state', secretariat: 'all' },
  },

  'partner.read': { what: "Read partners' fact sheets", by: open() },
  'partner.write': { what: "Keep partners' fact sheets", by: { secretariat: 'all', administrator: 'all' } },

  'rollup.read': { what: 'Read rollups of progress', by: READERS },
  'region.endorse': {
    what: "Endorse the region's numbers, which freezes them",
    by: { presidency: 'all' },
    behind: 'rollup.read',
  },
  'region.publish': { what: 'Publish an endorsed cycle', by: { secretariat: 'all' }, behind: 'rollup.read' },
  'snapshot.read': { what: 'Read frozen numbers', by: READERS },

  'report.read': { what: 'Read reports', by: READERS },
  'report.generate': {
    what: 'Generate reports',
    by: { presidency: 'all', secretariat: 'all', administrator: 'all' },
  },
  'section.read': {
    what: 'Read the sections of a report in preparation',
    by: {
      national_coordinator: 'own_state',
      team_lead: 'own_team',
      presidency: 'all',
      secretariat: 'all',
      administrator: 'all',
    },
  },
  'section.write': {
    what: "Write a report's sections that one answers for",
    by: {
      national_coordinator: 'own_state',
      team_lead: 'own_team',
      presidency: 'own_state',
      secretariat: 'all',
    },
  },
  'edition.read': {
    what: 'Read editions of reports: published ones, and those in preparation',
    by: { ...ONLOOKERS, presidency: 'all', secretariat: 'all', administrator: 'all' },
  },
  'edition.prepare': {
    what: 'Prepare editions: owners of sections, putting together, approving for the Secretariat, publishing',
    by: { secretariat: 'all' },
  },
  'edition.endorse': { what: 'Approve an edition for the Presidency', by: { presidency: 'all' } },
  'export.read': { what: 'Export updates of a year', by: READERS },

  'search.read': { what: 'Search what one may read', by: READERS },

  'reminder.read': {
    what: 'See what is late, and who was reminded of it when',
    by: {
      national_coordinator: 'own_state',
      presidency: 'all',
      secretariat: 'all',
      administrator: 'all',
    },
  },
  'reminder.run': { what: 'Send reminders that are due', by: { administrator: 'all' } },
  'mail_outbox.read': { what: 'Read mails of an installation without SMTP', by: { administrator: 'all' } },

  'audit.read': { what: 'Read the whole audit trail', by: { administrator: 'all' } },
  'audit.survey': {
    what: 'See whether the audit trail is whole, and which actions stand in it',
    by: { administrator: 'all' },
    behind: null,
  },
  'history.read': {
    what: 'Read the history of a thing',
    by: {
      focal_point: 'own_state',
      national_coordinator: 'own_state',
      team_lead: 'own_team',
      presidency: 'submitted_only',
      secretariat: 'submitted_only',
      administrator: 'all',
    },
  },
  'view.share': {
    what: "Share saved views of lists with one's own State, team or body, and see theirs",
    by: {
      focal_point: 'own_state',
      national_coordinator: 'own_state',
      presidency: 'own_state',
      team_lead: 'own_team',
      secretariat: 'own_body',
    },
    behind: null,
  },
  'user.manage': { what: 'Manage people and their roles', by: { administrator: 'all' } },
  'user.invite': { what: 'Invite people', by: { national_coordinator: 'own_state', administrator: 'all' } },
  'member.manage': {
    what: "See who is in a State's National Technical Team, and end or renew the time of its focal points",
    by: { national_coordinator: 'own_state', administrator: 'all' },
    behind: null,
  },
  'queue.read': { what: 'See the work in the queues', by: { administrator: 'all' } },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof POLICY;

export const PERMISSIONS = Object.keys(POLICY) as Permission[];

/** Where drafts and submissions of States show. What an administrator reads there is on record. */
export const SHOWS_DRAFTS: ReadonlySet<Permission> = new Set<Permission>([
  'plan.read',
  'submission.read',
  'update.read',
  'team_update.read',
  'story.read',
  'rollup.read',
  'snapshot.read',
  'report.read',
  'section.read',
  'edition.read',
  'export.read',
  'search.read',
  'reminder.read',
  'history.read',
  'audit.read',
]);

/** A program never signs in, manages people or hands powers on. */
export const NOT_FOR_TOKENS: ReadonlySet<Permission> = new Set<Permission>([
  'account.use',
  'view.share',
  'user.manage',
  'user.invite',
  'member.manage',
]);

export const isPermission = (text: string): text is Permission => Object.hasOwn(POLICY, text);

/** How far one role carries one permission; undefined: not at all. */
export const scopeOf = (role: Role, permission: Permission): Scope | undefined => rule(permission).by[role];

/** What somebody must be able to read before they learn that a thing exists which they may not change. */
export function readBehind(permission: Permission): Permission | null {
  const { behind } = rule(permission);
  const read = behind === undefined ? `${permission.split('.')[0]}.read` : behind;
  return read !== null && isPermission(read) ? read : null;
}

/** What somebody does with a permission. */
export const meaningOf = (permission: Permission): string => rule(permission).what;

const rule = (permission: Permission): Rule => POLICY[permission];

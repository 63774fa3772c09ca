import type { Role, Scope } from './identity.vocabulary.js';

type Row = Partial<Record<Role, Scope>>;

/** Everybody may; the listed roles may more. */
const open = (more: Row = {}): Row => ({ public: 'all', ...more });

const STATE_READERS: Row = { focal_point: 'own_state', national_coordinator: 'own_state' };
const REGION_READERS: Row = { presidency: 'submitted_only', secretariat: 'submitted_only' };
/** Drafts at home, submissions for the region, publications for everybody. */
const READERS: Row = { ...STATE_READERS, ...REGION_READERS, administrator: 'all', public: 'published_only' };

/**
 * Who may do what, and how far: one row a permission, one entry a role. What is not written is denied. A person holds
 * the union of their valid assignments and of `public`. The service checks the object: `AccessService.assertMay`.
 */
export const POLICY = {
  'account.use': { public: 'own_account' },

  'state.read': open(),
  'state.manage': { national_coordinator: 'own_state', administrator: 'all' },

  'plan.read': READERS,
  'plan.edit': { national_coordinator: 'own_state', administrator: 'all' },
  'plan.adopt': { national_coordinator: 'own_state' },

  'cycle.read': open(),
  'cycle.manage': { secretariat: 'all', administrator: 'all' },

  'submission.read': { ...STATE_READERS, presidency: 'all', secretariat: 'all', administrator: 'all' },
  'submission.submit': { national_coordinator: 'own_state' },
  'submission.ask': { national_coordinator: 'own_state', presidency: 'all', secretariat: 'all' },
  'submission.decide': { presidency: 'all' },

  'update.read': READERS,
  'update.write': { focal_point: 'own_commitments', national_coordinator: 'own_state' },
  'update.review': { national_coordinator: 'own_state' },
  'fact.write': { focal_point: 'own_commitments', national_coordinator: 'own_state', secretariat: 'all' },

  'pledge.read': open(),
  'pledge.write': {
    national_coordinator: 'own_state',
    team_lead: 'own_team',
    secretariat: 'all',
    administrator: 'all',
  },
  'finding.answer': { focal_point: 'own_commitments', national_coordinator: 'own_state' },
  'indicator.read': open(),
  'indicator.manage': { secretariat: 'all', administrator: 'all' },
  'observation.write': { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },
  'team.read': open(),
  'team.manage': { secretariat: 'all' },
  'team.work': { team_lead: 'own_team', secretariat: 'all' },
  'team_update.read': {
    ...REGION_READERS,
    team_lead: 'own_team',
    administrator: 'all',
    public: 'published_only',
  },
  'team_update.write': { team_lead: 'own_team' },
  'team_update.review': { presidency: 'all', secretariat: 'all' },

  'quantification.read': open(),
  'quantification.write': { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },

  'project.read': open(),
  'project.write': { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },

  'mechanism.read': open(),
  'mechanism.write': { national_coordinator: 'own_state', administrator: 'all' },

  'alliance.read': open(),
  'alliance.write': { secretariat: 'all', administrator: 'all' },
  'good_practice.write': { national_coordinator: 'own_state', secretariat: 'all', administrator: 'all' },

  'regional.read': open(),
  'regional.write': { secretariat: 'all', administrator: 'all' },

  'story.read': {
    ...STATE_READERS,
    secretariat: 'all',
    administrator: 'all',
    public: 'published_only',
  },
  'story.write': { national_coordinator: 'own_state', secretariat: 'all' },

  'partner.read': open(),
  'partner.write': { secretariat: 'all', administrator: 'all' },

  'rollup.read': READERS,
  'region.endorse': { presidency: 'all' },
  'region.publish': { secretariat: 'all' },
  'snapshot.read': READERS,

  'report.read': READERS,
  'report.generate': { presidency: 'all', secretariat: 'all', administrator: 'all' },
  'export.read': READERS,

  'reminder.read': {
    national_coordinator: 'own_state',
    presidency: 'all',
    secretariat: 'all',
    administrator: 'all',
  },
  'reminder.run': { administrator: 'all' },
  'mail_outbox.read': { administrator: 'all' },

  'audit.read': { administrator: 'all' },
  'history.read': {
    focal_point: 'own_state',
    national_coordinator: 'own_state',
    team_lead: 'own_team',
    presidency: 'submitted_only',
    secretariat: 'submitted_only',
    administrator: 'all',
  },
  'user.manage': { administrator: 'all' },
  'user.invite': { national_coordinator: 'own_state', administrator: 'all' },
  'queue.read': { administrator: 'all' },
} as const satisfies Record<string, Row>;

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
  'export.read',
]);

/** A program never signs in, manages people or hands powers on. */
export const NOT_FOR_TOKENS: ReadonlySet<Permission> = new Set<Permission>(['account.use', 'user.manage']);

export const isPermission = (text: string): text is Permission => Object.hasOwn(POLICY, text);

/** How far one role carries one permission; undefined: not at all. */
export const scopeOf = (role: Role, permission: Permission): Scope | undefined =>
  (POLICY[permission] as Row)[role];

/** The permission to see what another permission changes; null where nothing is shown to outsiders at all. */
export const READ_BEHIND: Record<Permission, Permission | null> = {
  'account.use': null,
  'state.read': 'state.read',
  'state.manage': 'state.read',
  'plan.read': 'plan.read',
  'plan.edit': 'plan.read',
  'plan.adopt': 'plan.read',
  'cycle.read': 'cycle.read',
  'cycle.manage': 'cycle.read',
  'submission.read': 'submission.read',
  'submission.submit': 'submission.read',
  'submission.ask': 'submission.read',
  'submission.decide': 'submission.read',
  'update.read': 'update.read',
  'update.write': 'update.read',
  'update.review': 'update.read',
  'fact.write': 'update.read',
  'pledge.read': 'pledge.read',
  'pledge.write': 'pledge.read',
  'finding.answer': 'submission.read',
  'indicator.read': 'indicator.read',
  'indicator.manage': 'indicator.read',
  'observation.write': 'indicator.read',
  'team.read': 'team.read',
  'team.manage': 'team.read',
  'team.work': 'team.read',
  'team_update.read': 'team_update.read',
  'team_update.write': 'team_update.read',
  'team_update.review': 'team_update.read',
  'quantification.read': 'quantification.read',
  'quantification.write': 'quantification.read',
  'project.read': 'project.read',
  'project.write': 'project.read',
  'mechanism.read': 'mechanism.read',
  'mechanism.write': 'mechanism.read',
  'alliance.read': 'alliance.read',
  'alliance.write': 'alliance.read',
  'good_practice.write': 'alliance.read',
  'regional.read': 'regional.read',
  'regional.write': 'regional.read',
  'story.read': 'story.read',
  'story.write': 'story.read',
  'partner.read': 'partner.read',
  'partner.write': 'partner.read',
  'rollup.read': 'rollup.read',
  'region.endorse': 'rollup.read',
  'region.publish': 'rollup.read',
  'snapshot.read': 'snapshot.read',
  'report.read': 'report.read',
  'report.generate': 'report.read',
  'export.read': 'export.read',
  'reminder.read': 'reminder.read',
  'reminder.run': 'reminder.read',
  'mail_outbox.read': 'mail_outbox.read',
  'audit.read': 'audit.read',
  'history.read': 'history.read',
  'user.manage': null,
  'user.invite': null,
  'queue.read': 'queue.read',
};

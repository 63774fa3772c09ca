/** The roles that a person can hold. `public` is everybody, signed in or not, and is never assigned. */
export const ROLES = [
  'focal_point',
  'national_coordinator',
  'team_lead',
  'presidency',
  'secretariat',
  'support_platform',
  'administrator',
  'public',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles whose people are one body, without a State or team between them. */
export const BODIES = ['secretariat'] as const satisfies readonly Role[];
export type Body = (typeof BODIES)[number];

export const ASSIGNABLE_ROLES = ROLES.filter((role) => role !== 'public');

/** Roles that mean nothing without a State. */
export const STATE_ROLES: readonly Role[] = ['focal_point', 'national_coordinator', 'presidency'];

/**
 * How far a permission reaches:
 * - `all` everything, drafts included
 * - `submitted_only` every State, from submission on
 * - `published_only` every State, once published
 * - `own_state` whatever belongs to the State of the assignment
 * - `own_institution` whatever the institution of the assignment leads
 * - `own_commitments` commitments whose focal point the person is, or which the assignment's institution leads
 * - `own_team` whatever belongs to the Regional Technical Team of the assignment
 * - `own_body` whatever belongs to the body that the role itself is, as the Secretariat
 * - `own_account` the person's own account
 */
export const SCOPES = [
  'all',
  'submitted_only',
  'published_only',
  'own_state',
  'own_institution',
  'own_commitments',
  'own_team',
  'own_body',
  'own_account',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Languages of the product. */
export const LANGS = ['en', 'es'] as const;

/** Roles that approve, preside or administer: with them goes a second factor, where the configuration requires it. */
export const SECOND_FACTOR_ROLES: readonly Role[] = [
  'national_coordinator',
  'presidency',
  'secretariat',
  'administrator',
];

/** How a session was opened. */
export const SIGN_IN_METHODS = ['password', 'link', 'passkey', 'provider'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** What a link in a mail does; a change of address is confirmed at the old one and at the new one. */
export const LINK_PURPOSES = ['sign_in', 'password_reset', 'invitation', 'email_old', 'email_new'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What a person is told of by mail when it happens to their account. */
export const ACCOUNT_CHANGES = [
  'password_changed',
  'authenticator_added',
  'authenticator_removed',
  'passkey_added',
  'passkey_removed',
  'recovery_code_used',
  'email_changed',
  'factors_reset',
  'delegation_given',
  'delegation_got',
  'delegation_given_ended',
  'delegation_got_ended',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

import type { SignInStep } from '#platform/http';
import type { Config } from '#platform/config';
import { ASSIGNABLE_ROLES, type Role, SECOND_FACTOR_ROLES } from './identity.vocabulary.js';

/** Whether the person `u` of a statement has a second factor. */
export const ENROLLED = `(
           EXISTS (SELECT FROM auth_totp_keys k WHERE k.user_id = u.id AND k.confirmed_at IS NOT NULL)
           OR EXISTS (SELECT FROM auth_passkeys p WHERE p.user_id = u.id))`;

/** Roles whose holders must have a second factor. */
export const rolesWithTwoFactors = ({ secondFactor }: Pick<Config, 'secondFactor'>): readonly Role[] =>
  ({ everybody: ASSIGNABLE_ROLES, required: SECOND_FACTOR_ROLES, optional: [] })[secondFactor];

/** Whether somebody with these roles must have one. */
export const needsSecondFactor = (
  grants: readonly { role: string }[],
  config: Pick<Config, 'secondFactor'>,
): boolean => {
  const roles = rolesWithTwoFactors(config);
  return grants.some(({ role }) => roles.includes(role as Role));
};

/** What is left to do after one factor: who has a second one shows it, whatever the configuration; who must have one sets it up. */
export function stepAfterOneFactor(enrolled: boolean, must: boolean): SignInStep | undefined {
  if (enrolled) return 'verify';
  return must ? 'enrol' : undefined;
}

import type { SignInStep } from '#platform/http';
import { type Role, SECOND_FACTOR_ROLES } from './identity.vocabulary.js';

/** Whether the person `u` of a statement has a second factor. */
export const ENROLLED = `(
           EXISTS (SELECT FROM auth_totp_keys k WHERE k.user_id = u.id AND k.confirmed_at IS NOT NULL)
           OR EXISTS (SELECT FROM auth_passkeys p WHERE p.user_id = u.id))`;

/** Whether one of these roles needs a second factor, where the configuration requires it. */
export const needsSecondFactor = (grants: readonly { role: string }[]): boolean =>
  grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role as Role));

/** What is left to do after one factor: who has a second one shows it, whatever the configuration; who must have one sets it up. */
export function stepAfterOneFactor(enrolled: boolean, must: boolean): SignInStep | undefined {
  if (enrolled) return 'verify';
  return must ? 'enrol' : undefined;
}

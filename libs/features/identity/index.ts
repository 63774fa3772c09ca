import type { EntityClass } from '#platform/database';
import { AuthAccount, AuthSession, AuthUser, AuthVerification, SignInAttempt } from './auth.entities.js';
import { ApiToken } from './api-token.entity.js';
import { Delegation } from './delegation.entity.js';
import { SavedView } from './saved-view.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { AuthLink, AuthPasskey, AuthTotpKey } from './sign-in.entities.js';

export { sessionCookieName } from './session-cookie.js';
export { ASSIGNABLE_ROLES, type Role, ROLES, STATE_ROLES } from './identity.vocabulary.js';
export { isPermission, meaningOf, type Permission, PERMISSIONS, readBehind, scopeOf } from './policy.js';
export { policyPage } from './policy.page.js';
export type { AccessObject, Visibility } from './access.rules.js';
export { powersOf, signedIn, tookPart } from './signed-in.js';
export { ApiTokens } from './api-tokens.service.js';
export { LONGEST_SESSION } from './sessions.service.js';
export { AccessService } from './access.service.js';
export { IdentityJobsModule, identitySubscriptions } from './identity.jobs.js';
export { LinkSender } from './link-sender.service.js';
export { NoticeSender } from './notice-sender.service.js';
export { accountChanged, type AccountNotice } from './account-notices.service.js';
export { IdentityModule } from './identity.module.js';
export { type PresidencyTerm, StateFacts } from './state-facts.js';
export { Erasure } from './erasure.service.js';
export { PersonalDataService } from './personal-data.service.js';
export { PersonalTraces } from './personal-traces.js';
export { roleGiven, RolesService } from './roles.service.js';
export { UsersService } from './users.service.js';
export { type Person, UsersQueries } from './users.queries.js';
export { isFromOurPages } from './origin.js';
export { NewUserDto } from './users.dto.js';
export type { NewRoleDto } from './role.dto.js';
export { AuthUser };

/** Tables of this room. */
export const identityEntities: EntityClass[] = [
  AuthUser,
  AuthSession,
  AuthAccount,
  AuthVerification,
  AuthLink,
  AuthTotpKey,
  AuthPasskey,
  SignInAttempt,
  RoleAssignment,
  Delegation,
  ApiToken,
  SavedView,
];

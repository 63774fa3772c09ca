import type { EntityClass } from '#platform/database';
import { AuthAccount, AuthRateLimit, AuthSession, AuthUser, AuthVerification } from './auth.entities.js';
import { RoleAssignment } from './role-assignment.entity.js';

export { ASSIGNABLE_ROLES, type Role, ROLES, type Scope, SCOPES, STATE_ROLES } from './identity.vocabulary.js';
export { isPermission, type Permission, PERMISSIONS, POLICY } from './policy.js';
export type { AccessObject, HeldPermission, Reach, Visibility } from './access.rules.js';
export { AccessService } from './access.service.js';
export { IdentityModule } from './identity.module.js';
export { AuthAccount, AuthSession, AuthUser, AuthVerification, RoleAssignment };

/** Tables of this room. */
export const identityEntities: EntityClass[] = [AuthUser, AuthSession, AuthAccount, AuthVerification, AuthRateLimit, RoleAssignment];

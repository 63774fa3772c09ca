import type { Actor, RoleGrant } from '#platform/http';
import type { Body, Role, Scope } from './identity.vocabulary.js';
import { powersOf } from './signed-in.js';
import { NOT_FOR_TOKENS, type Permission, PERMISSIONS, scopeOf } from './policy.js';

/** How far along an object is; who reads only submissions or publications sees nothing earlier. */
export type Visibility = 'working' | 'submitted' | 'published';

/** What a permission is asked for. The caller fills in what the object has; what is absent never widens access. */
export interface AccessObject {
  stateCode?: string | null;
  /** The institution that leads the object, or all of them. */
  institutionId?: string | null;
  institutionIds?: readonly string[];
  teamKey?: string | null;
  /** The body of the region that the object belongs to. */
  body?: Body | null;
  commitmentId?: string | null;
  /** Users who are focal points of the commitment today. */
  focalPointIds?: readonly string[];
  /** Whose account it is. */
  userId?: string | null;
  /** Default `working`. */
  visibility?: Visibility;
}

/** States that a permission reaches, by how far along the things there are. */
export interface Reach {
  /** Everything, drafts included. */
  working: 'all' | string[];
  /** From submission on. */
  submitted: 'all' | string[];
  published: 'all' | string[];
}

/** One permission that a person holds, with the assignment that gives it. */
export interface HeldPermission {
  permission: Permission;
  scope: Scope;
  role: Role;
  stateCode: string | null;
  institutionId: string | null;
  teamKey: string | null;
  /** A token for programs can carry it. */
  forPrograms: boolean;
}

const EVERYBODY: RoleGrant = { role: 'public' };

/** The product itself (seeds, schedules, jobs) may do everything. */
const isSystem = (actor: Actor): boolean => actor.roles.some((grant) => grant.role === 'system');

/** Every permission of a person, one entry per assignment that gives it. */
export function heldPermissions(actor: Actor): HeldPermission[] {
  return PERMISSIONS.flatMap((permission) =>
    grantsOf(actor, permission).map(({ grant, scope }) => ({
      permission,
      scope,
      role: grant.role as Role,
      stateCode: grant.stateCode ?? null,
      institutionId: grant.institutionId ?? null,
      teamKey: grant.teamKey ?? null,
      forPrograms: !NOT_FOR_TOKENS.has(permission),
    })),
  );
}

/** Whether some assignment gives the permission, however narrow. */
export const holds = (actor: Actor, permission: Permission): boolean =>
  isSystem(actor) || grantsOf(actor, permission).length > 0;

/** Whether the permission reaches this object. */
export const reaches = (actor: Actor, permission: Permission, object: AccessObject): boolean =>
  isSystem(actor) ||
  grantsOf(actor, permission).some(({ grant, scope }) => covers(actor, grant, scope, object));

/** The States that a permission reaches, for filters in SQL. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  if (isSystem(actor)) return { working: 'all', submitted: 'all', published: 'all' };
  const held = grantsOf(actor, permission);
  const all = (scopes: Scope[]): boolean => held.some(({ scope }) => scopes.includes(scope));
  const own = [
    ...new Set(
      held.flatMap(({ grant, scope }) => (isOwn(scope) && grant.stateCode ? [grant.stateCode] : [])),
    ),
  ];
  const working = all(['all']) ? 'all' : own;
  const submitted = all(['all', 'submitted_only']) ? 'all' : own;
  const published = all(['all', 'submitted_only', 'published_only']) ? 'all' : own;
  return { working, submitted, published };
}

function grantsOf(actor: Actor, permission: Permission): { grant: RoleGrant; scope: Scope }[] {
  // What everybody holds a program holds, too, but for what is no program's at all.
  if (actor.permissions && NOT_FOR_TOKENS.has(permission)) return [];
  const roles = actor.permissions && !actor.permissions.has(permission) ? [] : actor.roles;
  return [...roles, EVERYBODY].flatMap((grant) => {
    const scope = scopeOf(grant.role as Role, permission);
    return scope ? [{ grant, scope }] : [];
  });
}

const isOwn = (scope: Scope): boolean =>
  scope === 'own_state' || scope === 'own_institution' || scope === 'own_commitments';

function covers(actor: Actor, grant: RoleGrant, scope: Scope, object: AccessObject): boolean {
  const visibility = object.visibility ?? 'working';
  switch (scope) {
    case 'all':
      return true;
    case 'submitted_only':
      return visibility !== 'working';
    case 'published_only':
      return visibility === 'published';
    case 'own_state':
      return atHome(grant, object);
    case 'own_institution':
      return atHome(grant, object) && leads(grant, object);
    case 'own_commitments':
      return atHome(grant, object) && (leads(grant, object) || isFocalPoint(actor, object));
    case 'own_team':
      return Boolean(grant.teamKey) && grant.teamKey === object.teamKey;
    case 'own_body':
      return grant.role === object.body;
    case 'own_account':
      return actor.userId !== null && object.userId === actor.userId && !actor.permissions;
  }
}

const atHome = (grant: RoleGrant, object: AccessObject): boolean =>
  Boolean(grant.stateCode) && grant.stateCode === object.stateCode;

const leads = (grant: RoleGrant, object: AccessObject): boolean =>
  Boolean(grant.institutionId) &&
  [object.institutionId, ...(object.institutionIds ?? [])].includes(grant.institutionId);

function isFocalPoint(actor: Actor, object: AccessObject): boolean {
  const holder = powersOf(actor);
  return holder !== null && (object.focalPointIds?.includes(holder) ?? false);
}

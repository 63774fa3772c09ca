import { Injectable } from '@nestjs/common';
import { type Actor, type Bilingual, forbidden, notFound } from '#platform/http';
import {
  type AccessObject,
  heldPermissions,
  type HeldPermission,
  holds,
  type Reach,
  reaches,
  reachOf,
} from './access.rules.js';
import { type Permission, readBehind } from './policy.js';

const ENTRY: Bilingual = { en: 'entry', es: 'registro' };

/** Decides by the policy table whether a person may do something to an object. Pure: it reads no database. */
@Injectable()
export class AccessService {
  /** Whether some assignment of the actor gives the permission, however narrow; what a route asks. */
  holds(actor: Actor, permission: Permission): boolean {
    return holds(actor, permission);
  }

  /** Whether the permission reaches this object; without an object, the same as `holds`. */
  may(actor: Actor, permission: Permission, object?: AccessObject): boolean {
    return object ? reaches(actor, permission, object) : holds(actor, permission);
  }

  /**
   * Lets pass who may. A person learns that an object exists only if they may read it.
   * @param what names the object in the refusal
   * @throws DomainError not_found when the actor may not even read the object, forbidden otherwise
   */
  assertMay(actor: Actor, permission: Permission, object?: AccessObject, what: Bilingual = ENTRY): void {
    if (this.may(actor, permission, object)) return;
    if (!object || !holds(actor, permission)) throw forbidden();
    const read = readBehind(permission);
    if (read !== null && !reaches(actor, read, object)) throw notFound(what);
    throw forbidden();
  }

  /** States where the permission reaches what is submitted or later, for filters in SQL. Publications: `reachOf`. */
  statesOf(actor: Actor, permission: Permission): 'all' | string[] {
    return reachOf(actor, permission).submitted;
  }

  /** States by how far along things must be, for lists that mix drafts, submissions and publications. */
  reachOf(actor: Actor, permission: Permission): Reach {
    return reachOf(actor, permission);
  }

  /** Everything that the actor may do, one entry per assignment that gives it. */
  permissionsOf(actor: Actor): HeldPermission[] {
    return heldPermissions(actor);
  }
}

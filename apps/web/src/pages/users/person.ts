import type { Role, User } from './queries';
import type { HELD } from './words';

/** When a role is held, seen from now. */
export function heldWhen({ validFrom, validTo }: Role): (typeof HELD)[number] {
  const now = Date.now();
  if (Date.parse(validFrom) > now) return 'later';
  return validTo && Date.parse(validTo) <= now ? 'ended' : 'now';
}

/** The roles that a person holds now, held once, or will hold. */
export const heldAs = (held: (typeof HELD)[number], roles: Role[]): Role[] =>
  roles.filter((role) => heldWhen(role) === held);

/** Whether somebody may come in. */
export function accessOf({ erasedAt, active, invited }: User): 'erased' | 'inactive' | 'invited' | 'active' {
  if (erasedAt) return 'erased';
  if (!active) return 'inactive';
  return invited ? 'invited' : 'active';
}

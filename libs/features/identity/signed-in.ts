import { type Actor, unauthenticated } from '#platform/http';

/** @throws DomainError unauthenticated for the public and the product itself */
export function signedIn(actor: Actor): Actor & { userId: string } {
  if (actor.userId === null) throw unauthenticated();
  return { ...actor, userId: actor.userId };
}

/** Whose powers an actor uses: their own, or those of somebody absent who handed them over. Null for the product itself. */
export const powersOf = (actor: Actor): string | null => actor.onBehalfOf?.userId ?? actor.userId;

/** Whether a person, or the one they stand in for, is among those who did something. Nobody reviews their own work. */
export const tookPart = (actor: Actor, doers: readonly (string | null)[]): boolean =>
  doers.some((id) => id !== null && (id === actor.userId || id === actor.onBehalfOf?.userId));

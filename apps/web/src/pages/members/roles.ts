import type { Member, MemberRole } from './queries';

/** A role of somebody that is about to end, or to begin anew. */
export interface Chosen {
  what: 'end' | 'renew';
  member: Member;
  role: MemberRole;
}

/** Whether a role still holds, or will. */
export const holdsStill = ({ validTo }: Pick<MemberRole, 'validTo'>): boolean =>
  !validTo || new Date(validTo).getTime() > Date.now();

/** Whether somebody is in the team, or will be. */
export const isMember = ({ roles }: Member): boolean => roles.some(holdsStill);

/** The last day of what ends at an instant, where it holds. */
export const lastDay = (validTo: string, timeZone: string | undefined): string =>
  new Date(new Date(validTo).getTime() - 1000).toLocaleDateString('sv-SE', { timeZone });

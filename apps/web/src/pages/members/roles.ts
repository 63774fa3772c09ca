import type { MemberRole } from './queries';

/** Whether a role still holds, or will. */
export const holdsNow = ({ validTo }: Pick<MemberRole, 'validTo'>): boolean =>
  !validTo || new Date(validTo).getTime() > Date.now();

import type { Schemas } from '~/api/client';

type Role = Schemas['NewRoleDto']['role'];

/** The roles that can be given. */
export const ROLES: readonly Role[] = [
  'focal_point',
  'national_coordinator',
  'team_lead',
  'presidency',
  'secretariat',
  'support_platform',
  'administrator',
];

/** When the role that is looked for is held; nothing: now. */
export const HELD = ['now', 'ended', 'later'] as const;

/** Who may sign in, and who no longer. */
export const ACCESS = ['active', 'inactive'] as const;

export const FACTOR = ['with', 'without'] as const;

/** What is looked for; it stands in the address. */
export interface UsersSearch {
  /** Part of the name or address. */
  q?: string;
  role?: (typeof ROLES)[number];
  state?: string;
  institution?: string;
  held?: (typeof HELD)[number];
  factor?: (typeof FACTOR)[number];
  access?: (typeof ACCESS)[number];
}

/** What of an address can be looked for. */
export function searchOf(given: Record<string, unknown>): UsersSearch {
  const word = <W extends string>(name: string, words: readonly W[]): Record<string, W> => {
    const found = words.find((each) => each === given[name]);
    return found === undefined ? {} : { [name]: found };
  };
  const texts = ['q', 'state', 'institution'].flatMap((name) => {
    const value = given[name];
    return (typeof value === 'string' || typeof value === 'number') && value !== ''
      ? [[name, String(value)]]
      : [];
  });
  return {
    ...(Object.fromEntries(texts) as UsersSearch),
    ...word('role', ROLES),
    ...word('held', HELD),
    ...word('factor', FACTOR),
    ...word('access', ACCESS),
  };
}

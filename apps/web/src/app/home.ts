import type { Me } from './session';

/** What each role sees first; the first role in this order that a person holds decides. */
const HOMES = [
  ['national_coordinator', '/review'],
  ['focal_point', '/my-updates'],
  ['team_lead', '/teams'],
  ['presidency', '/region'],
  ['secretariat', '/reports'],
  ['administrator', '/cycles'],
] as const;

export type Home = (typeof HOMES)[number][1];

/** The page that a person opens the application for. */
export function homeOf(me: Me): Home {
  const held = new Set(me.roles.map((grant) => grant.role));
  return HOMES.find(([role]) => held.has(role))?.[1] ?? '/region';
}

/** What can be looked for among the things that happened to a commitment. */
export const EVENT_GROUPS = [
  'reports',
  'returns',
  'approvals',
  'milestones',
  'explanations',
  'carried',
  'plans',
] as const;

export type EventGroup = (typeof EVENT_GROUPS)[number];

/** Where an activity of a workplan can stand, in the order of lists. */
export const ACTIVITY_STATUSES = ['planned', 'in_progress', 'done', 'postponed', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** What the page of a team shows; lives in the address. */
export interface TeamSearch {
  year?: string;
  status?: ActivityStatus;
}

export function teamSearch(search: Record<string, unknown>): TeamSearch {
  const status = ACTIVITY_STATUSES.find((word) => word === search['status']);
  const asked = search['year'];
  const year =
    typeof asked === 'string' || typeof asked === 'number' ? /^20\d\d$/.exec(String(asked))?.[0] : undefined;
  return { ...(year ? { year } : {}), ...(status ? { status } : {}) };
}

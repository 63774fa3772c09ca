/** The Forum's words, and the one for pledges without any. */
export const PLEDGE_STAGES = ['planning', 'in_progress', 'fulfilled'] as const;
export const PLEDGE_FORMS = ['single', 'joint', 'multi_stakeholder'] as const;

export interface PledgeSearch {
  forum?: string;
  state?: string;
  area?: string;
  q?: string;
  form?: (typeof PLEDGE_FORMS)[number];
  stage?: (typeof PLEDGE_STAGES)[number] | 'no_update';
}

/** The parts of the regional layer that an Annual Report tells besides the States' own progress. */
export const REGIONAL_SECTIONS = [
  'context',
  'action_plan',
  'annual_meetings',
  'teams',
  'pledges',
  'fund_projects',
  'good_practice_projects',
  'dialogue',
  'support_platform',
  'quantification',
  'oas_events',
  'plan_counts',
  'acronyms',
] as const;

export type RegionalSectionKey = (typeof REGIONAL_SECTIONS)[number];

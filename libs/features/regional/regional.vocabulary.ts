/** The parts of the regional layer that an Annual Report tells besides the States' own progress. */
export const REGIONAL_SECTIONS = [
  'context_figures',
  'action_plan',
  'statutory_charter',
  'annual_meetings',
  'plan_counts',
  'glossary',
] as const;

export type RegionalSectionKey = (typeof REGIONAL_SECTIONS)[number];

/** The parts that rooms of their own keep as rows and tell in the same shape. */
export const ROOM_SECTIONS = [
  'pledges',
  'data_notes',
  'indicators',
  'stories',
  'partner_figures',
  'dialogue_mechanisms',
  'support_platform',
  'oas_events',
  'good_practices',
  'teams',
  'team_leads',
  'mirps_fund',
  'quantification',
  'good_practice_projects',
] as const;

/** Any part of the regional layer. */
export type LayerSectionKey = RegionalSectionKey | (typeof ROOM_SECTIONS)[number];

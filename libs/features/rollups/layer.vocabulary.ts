/** The sections of a year's regional layer, by the key under which snapshots keep them; rooms tell them. */
export const LAYER_SECTIONS = [
  'action_plan',
  'annual_meetings',
  'context_figures',
  'data_notes',
  'dialogue_mechanisms',
  'glossary',
  'good_practice_projects',
  'good_practices',
  'indicators',
  'mirps_fund',
  'oas_events',
  'partner_figures',
  'plan_counts',
  'pledges',
  'quantification',
  'statutory_charter',
  'stories',
  'support_platform',
  'team_leads',
  'teams',
] as const;

export type LayerSectionKey = (typeof LAYER_SECTIONS)[number];

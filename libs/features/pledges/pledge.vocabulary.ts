/** Where a pledge was made. */
export const FORUM_KINDS = ['global_refugee_forum', 'regional'] as const;
export type ForumKind = (typeof FORUM_KINDS)[number];

/** Who stands behind a pledge: one body, several together, or several kinds of bodies. */
export const PLEDGE_FORMS = ['single', 'joint', 'multi_stakeholder'] as const;
export type PledgeForm = (typeof PLEDGE_FORMS)[number];

/** What is pledged, in the Forum's own kinds. */
/** What of a pledge may be inferred where its sources do not state it. */
export const INFERABLE = ['form', 'areas', 'types'] as const;
export type Inferable = (typeof INFERABLE)[number];

export const PLEDGE_TYPES = [
  'financial',
  'material',
  'technical',
  'resettlement_and_pathways',
  'policy_or_other',
] as const;
export type PledgeType = (typeof PLEDGE_TYPES)[number];

/** The Forum's three words. There is no fourth: a pledge of which nothing is known has no stage. */
export const PLEDGE_STAGES = ['planning', 'in_progress', 'fulfilled'] as const;
export type PledgeStage = (typeof PLEDGE_STAGES)[number];

/** Where a stage comes from: the linked commitments, a person who said otherwise with a reason, or nowhere. */
export const STAGE_BASES = ['derived', 'stated', 'no_update'] as const;
export type StageBasis = (typeof STAGE_BASES)[number];

import type words from '../i18n/en.glossary.json';

/** A fixed word of the product that the glossary explains. */
export type TermKey = keyof typeof words;

/** The order of the glossary; a spec holds that every word stands in exactly one group. */
export const TERM_GROUPS = {
  progress: [
    'plan',
    'commitment',
    'area',
    'update',
    'stage',
    'outlook',
    'percent',
    'milestone',
    'not_reported',
    'carried_forward',
    'explained',
    'no_change',
    'illustrative',
    'evidence',
  ],
  together: ['rollup', 'coverage', 'mean_commitments', 'mean_states', 'weighted_mean', 'change'],
  figures: [
    'figure',
    'value_type',
    'value_state',
    'unknown',
    'qualifier',
    'basis',
    'window',
    'population',
    'disaggregation',
    'baseline',
    'target',
    'series',
    'finding',
  ],
  cycle: ['cycle', 'review', 'submission', 'endorsement', 'snapshot', 'publication', 'edition', 'reminder'],
  framework: ['pledge', 'area_of_focus', 'quantification', 'gap', 'announced', 'workplan'],
  people: [
    'focal_point',
    'national_coordinator',
    'presidency',
    'secretariat',
    'support_platform',
    'delegation',
  ],
} as const satisfies Record<string, readonly TermKey[]>;

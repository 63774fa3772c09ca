import type { TFunction } from 'i18next';

export const LEVELS = ['impact', 'outcome', 'output'] as const;
export const STATES_OF_VALUES = [
  'reported',
  'unknown',
  'not_reported',
  'not_applicable',
  'carried_forward',
] as const;
export const PARTS = ['h1', 'h2', 'q1', 'q2', 'q3', 'q4'] as const;
export const ROLES = ['baseline', 'target', 'actual'] as const;

export interface IndicatorSearch {
  framework?: string;
  level?: (typeof LEVELS)[number];
  state?: string;
  q?: string;
}

/** By what a value is broken down; words of a source that are not known stay as they are. */
export const dimensionText = (t: TFunction, dimension: string): string =>
  t(`dimension.${dimension as 'sex'}`, { defaultValue: dimension.replaceAll('_', ' ') });

/** One part of a breakdown. */
export const categoryText = (t: TFunction, category: string): string =>
  t(`dimension.category.${category as 'women'}`, { defaultValue: category.replaceAll('_', ' ') });

import type { CheckedFigure, CheckedMaterial, CheckedText } from './finding.content.js';

let made = 0;

/** A figure as the specs of the checks begin with: 100 people in 2024. */
export const figure = (changes: Partial<CheckedFigure> = {}): CheckedFigure => ({
  figureId: `figure-${(made += 1)}`,
  factId: 'fact-1',
  factCode: null,
  statementEn: 'Refugees registered with the job service',
  statementEs: 'Personas refugiadas inscritas en el servicio de empleo',
  periodEnd: '2024-09-30',
  value: 100,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  unitEs: 'personas',
  windowStart: '2024-01-01',
  windowEnd: '2024-09-30',
  ...changes,
});

/** What was said a year before. */
export const earlier = (changes: Partial<CheckedFigure> = {}): CheckedFigure =>
  figure({
    factId: 'fact-0',
    periodEnd: '2023-09-30',
    windowStart: '2023-01-01',
    windowEnd: '2023-09-30',
    ...changes,
  });

export const narrative = (en: string | null, es: string | null = null): CheckedText => ({
  field: 'narrative',
  factId: null,
  en,
  es,
});

export const material = (changes: Partial<CheckedMaterial> = {}): CheckedMaterial => ({
  figures: [],
  texts: [],
  earlier: [],
  others: [],
  factsTo: '2024-09-30',
  writtenOn: '2024-10-08',
  ...changes,
});

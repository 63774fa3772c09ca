/** What the matrix and the map show. The two means differ for areas and the region, where several States come together. */
export const MEASURES = ['mean', 'states', 'coverage', 'outlook'] as const;
export type Measure = (typeof MEASURES)[number];

export const isMeasure = (word: unknown): word is Measure => (MEASURES as readonly unknown[]).includes(word);

import type { Bilingual, Lang } from '#platform/http';

/** What figures are broken down by. The list is open: another key shows as it is written. */
const DIMENSION_LABELS: Readonly<Record<string, Bilingual>> = {
  age: { en: 'age', es: 'edad' },
  household: { en: 'household', es: 'hogar' },
  length: { en: 'length', es: 'duración' },
  level: { en: 'level', es: 'nivel' },
  nationality: { en: 'nationality', es: 'nacionalidad' },
  place: { en: 'place', es: 'lugar' },
  school: { en: 'school', es: 'escuela' },
  sex: { en: 'sex', es: 'sexo' },
  sex_age: { en: 'sex and age', es: 'sexo y edad' },
  status: { en: 'status', es: 'situación' },
  year: { en: 'year', es: 'año' },
};

/** A dimension as people read it within a sentence. */
export const dimensionText = (key: string, lang: Lang): string =>
  (Object.hasOwn(DIMENSION_LABELS, key) ? DIMENSION_LABELS[key]?.[lang] : undefined) ??
  key.replaceAll('_', ' ');

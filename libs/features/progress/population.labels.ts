import type { Bilingual, Lang } from '#platform/http';

/** Population groups that the region's figures name. The list is open: another key shows as it is written. */
export const POPULATION_LABELS: Record<string, Bilingual> = {
  refugees: { en: 'refugees', es: 'personas refugiadas' },
  asylum_seekers: { en: 'asylum-seekers', es: 'personas solicitantes de asilo' },
  refugees_and_asylum_seekers: {
    en: 'refugees and asylum-seekers',
    es: 'personas refugiadas y solicitantes de asilo',
  },
  returnees: { en: 'returnees', es: 'personas retornadas' },
  returnees_with_protection_needs: {
    en: 'returnees with protection needs',
    es: 'personas retornadas con necesidades de protección',
  },
  idps: { en: 'internally displaced people', es: 'personas desplazadas internas' },
  idps_and_at_risk: {
    en: 'internally displaced people and people at risk',
    es: 'personas desplazadas internas y en riesgo',
  },
  stateless_persons: { en: 'stateless people', es: 'personas apátridas' },
  others_of_concern: { en: 'others of concern', es: 'otras personas de interés' },
  host_communities: { en: 'host communities', es: 'comunidades de acogida' },
  foreigners: { en: 'foreigners', es: 'personas extranjeras' },
  women: { en: 'women', es: 'mujeres' },
  women_survivors: { en: 'women survivors of violence', es: 'mujeres sobrevivientes de violencia' },
  children: { en: 'children', es: 'niñas y niños' },
  children_refugees: { en: 'refugee children', es: 'niñas y niños refugiados' },
  children_asylum_seekers: { en: 'asylum-seeking children', es: 'niñas y niños solicitantes de asilo' },
};

/** A population group in words; a key without a label loses its underscores. */
export const populationText = (key: string, lang: Lang): string =>
  POPULATION_LABELS[key]?.[lang] ?? key.replaceAll('_', ' ');

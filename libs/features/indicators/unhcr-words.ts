import type { Bilingual } from '#platform/http';
import { WHOLE_COUNTRY } from './indicator.vocabulary.js';

/** Areas of UNHCR's results framework by code, in our words. */
export const UNHCR_AREAS: Record<string, Bilingual> = {
  IA1: { en: 'Impact area 1: Protect', es: 'Área de impacto 1: Proteger' },
  IA2: { en: 'Impact area 2: Respond', es: 'Área de impacto 2: Responder' },
  IA3: { en: 'Impact area 3: Empower', es: 'Área de impacto 3: Empoderar' },
  IA4: { en: 'Impact area 4: Solve', es: 'Área de impacto 4: Solucionar' },
  OA1: { en: 'Access and documentation', es: 'Acceso y documentación' },
  OA2: { en: 'Status determination', es: 'Determinación de la condición' },
  OA3: { en: 'Protection policy and law', es: 'Política y legislación de protección' },
  OA4: { en: 'Gender-based violence', es: 'Violencia por motivos de género' },
  OA5: { en: 'Child protection', es: 'Protección de la niñez' },
  OA6: { en: 'Safety and access to justice', es: 'Seguridad y acceso a la justicia' },
  OA7: { en: 'Community engagement', es: 'Participación comunitaria' },
  OA8: { en: 'Well-being and basic needs', es: 'Bienestar y necesidades básicas' },
  OA9: { en: 'Housing and settlements', es: 'Vivienda y asentamientos' },
  OA10: { en: 'Healthy lives', es: 'Vida saludable' },
  OA11: { en: 'Education', es: 'Educación' },
  OA12: { en: 'Water, sanitation and hygiene', es: 'Agua, saneamiento e higiene' },
  OA13: { en: 'Livelihoods', es: 'Medios de vida' },
  OA14: { en: 'Voluntary return', es: 'Retorno voluntario' },
  OA15: { en: 'Resettlement and pathways', es: 'Reasentamiento y vías complementarias' },
  OA16: { en: 'Local integration', es: 'Integración local' },
  EA17: { en: 'Systems and processes', es: 'Sistemas y procesos' },
  EA18: { en: 'Operations and supply', es: 'Operaciones y suministros' },
  EA19: { en: 'People and culture', es: 'Personas y cultura' },
  EA20: { en: 'External engagement', es: 'Relaciones externas' },
  EA21: { en: 'Leadership and governance', es: 'Liderazgo y gobernanza' },
};

/** Population types as the reports print them. */
export const UNHCR_POPULATIONS: Record<string, Bilingual & { key: string }> = {
  'refugees and asylum-seekers': {
    key: 'refugees_and_asylum_seekers',
    en: 'Refugees and asylum-seekers',
    es: 'Personas refugiadas y solicitantes de asilo',
  },
  idps: { key: 'idps', en: 'Internally displaced people', es: 'Personas desplazadas internas' },
  'stateless persons': { key: 'stateless_persons', en: 'Stateless people', es: 'Personas apátridas' },
  'others of concern': { key: 'others_of_concern', en: 'Others of concern', es: 'Otras personas de interés' },
  returnees: { key: 'returnees', en: 'Returnees', es: 'Personas retornadas' },
  'none (country-level)': { key: WHOLE_COUNTRY, en: 'Whole country', es: 'Todo el país' },
};

/** Ordinal scales that the reports use, lowest step first. */
export const UNHCR_SCALES: readonly (readonly Bilingual[])[] = [
  [
    { en: 'Not aligned', es: 'Sin alineación' },
    { en: 'Progressing towards alignment', es: 'Avanza hacia la alineación' },
    { en: 'Broadly aligned', es: 'Alineación amplia' },
  ],
  [
    { en: 'Limited', es: 'Limitada' },
    { en: 'Moderate', es: 'Moderada' },
    { en: 'Extensive', es: 'Amplia' },
  ],
];

/** Units by value type: `people` where a count names no unit of its own. */
export const UNHCR_UNITS: Record<string, Bilingual> = {
  '%': { en: 'percent', es: 'por ciento' },
  people: { en: 'people', es: 'personas' },
  days: { en: 'days', es: 'días' },
};

/** Value types as the files write them. */
export const UNHCR_TYPES = {
  percent: 'percent',
  count: 'count',
  days: 'duration',
  duration: 'duration',
  yes_no: 'yes_no',
  ordinal: 'ordinal',
  ratio: 'ratio',
  money: 'money',
} as const;

/** Why a file has no value, as the files write it. */
export const UNHCR_STATES = {
  reported: 'reported',
  unknown: 'unknown',
  not_reported: 'not_reported',
  not_reported_at_this_level: 'not_applicable',
  not_applicable: 'not_applicable',
  carried_forward: 'carried_forward',
} as const;

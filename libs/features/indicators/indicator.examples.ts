const id = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

export const FRAMEWORK_EXAMPLE = {
  key: 'unhcr-results',
  nameEn: 'UNHCR results',
  nameEs: 'Resultados de ACNUR',
  owner: 'UNHCR',
  indicators: 27,
};

export const INDICATOR_EXAMPLE = {
  id,
  frameworkKey: 'unhcr-results',
  level: 'outcome',
  code: '13.1',
  areaCode: 'OA13',
  areaEn: 'Livelihoods',
  areaEs: 'Medios de vida',
  nameEn: 'Share of people with their own income',
  nameEs: 'Porcentaje de personas con ingresos propios',
  valueType: 'percent',
  unitEn: 'percent',
  unitEs: 'por ciento',
  scale: null,
  direction: 'higher_is_better',
  directionInferred: true,
  basis: 'period',
  overTime: 'share',
  overPlaces: 'share',
  noteEn: null,
  noteEs: null,
  source: 'UNHCR Annual Results Report 2024, Mexico',
  version: 1,
} as const;

export const OBSERVATION_EXAMPLE = {
  id,
  year: 2024,
  part: 'year',
  role: 'actual',
  dimension: '',
  category: '',
  source: 'UNHCR Annual Results Report 2024, Mexico',
  valueState: 'reported',
  value: 34.92,
  numerator: null,
  denominator: null,
  currency: null,
  qualifier: 'exact',
  printed: '34.92%',
  noteEn: null,
  noteEs: null,
  version: 1,
} as const;

export const SERIES_EXAMPLE = {
  id,
  place: 'MX',
  placeEn: 'Mexico',
  placeEs: 'México',
  stateCode: 'MX',
  populationKey: 'idps',
  populationEn: 'Internally displaced people',
  populationEs: 'Personas desplazadas internas',
  preferredSource: null,
  version: 1,
  observations: [OBSERVATION_EXAMPLE],
  notes: [],
} as const;

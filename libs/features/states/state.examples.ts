import type { AreaDto, InstitutionDto, PresidencyDto, StateDto, TermDto } from './state.dto.js';

export const STATE: StateDto = {
  code: 'MX',
  alpha3: 'MEX',
  nameEn: 'Mexico',
  nameEs: 'México',
  timeZone: 'America/Mexico_City',
  languages: ['es'],
  mechanismEn: 'Inter-institutional Roundtable on Refuge and Complementary Protection',
  mechanismEs: 'Mesa Interinstitucional sobre Refugio y Protección Complementaria',
  position: 6,
  allowSelfApproval: false,
  version: 1,
};

export const AREA: AreaDto = {
  key: 'GT:internal_displacement',
  nameEn: 'Internal displacement',
  nameEs: 'Desplazamiento interno',
  shared: false,
  stateCode: 'GT',
  mapsTo: null,
  position: 1,
};

export const PRESIDENCY: PresidencyDto = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  stateCode: 'BZ',
  year: 2024,
  startsOn: '2024-01-24',
  startsPrecision: 'day',
  endsOn: '2024-12-05',
  endsPrecision: 'day',
  noteEn: '24 January to December 2024',
  noteEs: 'Del 24 de enero a diciembre de 2024',
  sources: ['2024 report'],
  version: 1,
};

export const INSTITUTION: InstitutionDto = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
  key: 'MX:COMAR',
  stateCode: 'MX',
  acronym: 'COMAR',
  nameEn: 'Mexican Commission for Refugee Assistance',
  nameEs: 'Comisión Mexicana de Ayuda a Refugiados',
  source: 'National Action Plan Mexico',
  version: 1,
};

export const TERM: TermDto = {
  list: 'population',
  key: 'asylum_seekers',
  nameEn: 'Asylum-seekers',
  nameEs: 'Personas solicitantes de la condición de refugiado',
  position: 1,
};

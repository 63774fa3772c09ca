import type { FindingDto } from './findings.dto.js';

export const FINDING_EXAMPLE: FindingDto = {
  fingerprint: '0f3c5d0b9a3de1f27a55c0e84b19c6d1',
  check: 'parts_and_total',
  titleEn: 'Parts and total',
  titleEs: 'Partes y total',
  detailEn: 'The parts (sex and age) add up to 322; the total is 332.',
  detailEs: 'Las partes (sexo y edad) suman 322; el total es 332.',
  field: 'disaggregation',
  figureEn: '332 people (since Jan 2024)',
  figureEs: '332 personas (desde ene 2024)',
  figureId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  factId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
  factCode: 'HN24-09',
  updateId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
  commitmentId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e14',
  code: 'HN-32',
  stateCode: 'HN',
  answer: {
    answer: 'explained',
    textEn: 'The total includes ten people whose sex was not recorded.',
    textEs: 'El total incluye a diez personas cuyo sexo no se registró.',
    authorName: 'Ana Pérez',
    at: '2024-10-08T15:00:00Z',
  },
  mayAnswer: false,
};

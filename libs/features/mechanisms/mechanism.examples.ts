import type { MechanismSummary, MechanismView } from './mechanism.dto.js';

export const MECHANISM_EXAMPLE: MechanismView = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  key: 'MX:ROUNDTABLE',
  stateCode: 'MX',
  kind: 'roundtable',
  nameEn: 'Inter-institutional Roundtable on Refuge',
  nameEs: 'Mesa Interinstitucional sobre Refugio',
  chairEn: 'SEGOB',
  chairEs: 'SEGOB',
  secretariatEn: 'COMAR',
  secretariatEs: 'COMAR',
  partOf: null,
  sinceYear: 2020,
  sources: ['MIRPS Annual Report 2024'],
  members: ['MX:COMAR'],
  sessions: [
    {
      heldOn: '2024-01-01',
      dayPrecision: 'year',
      titleEn: 'Special sessions',
      titleEs: 'Sesiones especiales',
      commitments: ['MX-16'],
    },
  ],
  agreements: [
    {
      session: 1,
      textEn: 'Propose a group on health',
      textEs: 'Proponer un grupo de salud',
      status: 'in_progress',
      commitments: ['MX-20'],
    },
  ],
  version: 1,
};

export const SUMMARY_EXAMPLE: MechanismSummary = {
  id: MECHANISM_EXAMPLE.id,
  key: MECHANISM_EXAMPLE.key,
  stateCode: 'MX',
  kind: 'roundtable',
  nameEn: MECHANISM_EXAMPLE.nameEn,
  nameEs: MECHANISM_EXAMPLE.nameEs,
  chairEn: 'SEGOB',
  chairEs: 'SEGOB',
  partOf: null,
  members: 1,
  sessions: 1,
  agreements: 1,
};

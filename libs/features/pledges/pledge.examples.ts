import type { PledgeDashboardRowDto, PledgeDto, PledgeForumDto, PledgeSummaryDto } from './pledge.dto.js';

/** Example bodies of the API's description. */
export const SUMMARY_EXAMPLE: PledgeSummaryDto = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  key: 'GRF2023-P1',
  forum: 'grf-2023',
  form: 'multi_stakeholder',
  titleEn: 'Asylum systems',
  titleEs: 'Sistemas de asilo',
  submitterState: null,
  submitterInstitution: null,
  team: 'RTT-RA',
  areas: ['protection'],
  stage: 'in_progress',
  stageBasis: 'derived',
  derivedStage: 'in_progress',
  commitments: 1,
  reported: 1,
  updatedAsOf: null,
  version: 1,
};

export const PLEDGE_EXAMPLE: PledgeDto = {
  ...SUMMARY_EXAMPLE,
  types: ['technical'],
  descriptionEn: null,
  descriptionEs: null,
  linkedGlobalPledgeEn: 'Asylum Capacity Strengthening',
  linkedGlobalPledgeEs: 'Fortalecimiento de la capacidad de asilo',
  sources: ['MIRPS Annual Report 2024'],
  inferred: [],
  mayWrite: true,
  linkedCommitments: [
    {
      id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
      code: 'MX-02',
      stateCode: 'MX',
      titleEn: 'First-level health care',
      titleEs: 'Atención de primer nivel',
      stage: 'in_progress',
    },
  ],
  updates: [],
};

export const FORUM_EXAMPLE: PledgeForumDto = {
  key: 'grf-2023',
  kind: 'global_refugee_forum',
  year: 2023,
  nameEn: 'Global Refugee Forum 2023',
  nameEs: 'Foro Mundial sobre los Refugiados 2023',
};

export const DASHBOARD_EXAMPLE: PledgeDashboardRowDto = {
  ...{ scope: 'all', areaKey: null, total: 4, planning: 1, inProgress: 2, fulfilled: 0, noUpdate: 1 },
  shares: { planning: 25, inProgress: 50, fulfilled: 0, noUpdate: 25 },
};

const BOTH = { en: 'Digital case management', es: 'Gestión digital de casos' };
const ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';

/** Example bodies of the API's description. */
export const team = {
  key: 'RTT-RA',
  nameEn: 'Reception, Admission and Case Processing',
  nameEs: 'Recepción, Admisión y Tramitación de Casos',
  position: 1,
  results: [],
  conditions: [BOTH],
  leads: [
    {
      kind: 'state',
      stateCode: 'MX',
      institutionKey: 'MX:COMAR',
      institutionBasis: 'inferred',
      nameEn: 'Mexico',
      nameEs: 'México',
      fromOn: '2022-01-01',
      fromPrecision: 'year',
      toOn: '2024-12-31',
      toPrecision: 'year',
      sources: ['MIRPS Annual Report 2024'],
    },
  ],
  members: [{ kind: 'state', stateCode: 'MX', nameEn: null, nameEs: null, sinceYear: null }],
  advisors: [{ institutionKey: 'REG:UNHCR', role: 'expert', sinceYear: null }],
  sources: ['MIRPS Annual Report 2024'],
  version: 1,
};

const counts = { activities: 4, planned: 0, inProgress: 1, done: 3, postponed: 0, cancelled: 0 };

export const summary = {
  key: team.key,
  nameEn: team.nameEn,
  nameEs: team.nameEs,
  leads: [{ kind: 'state', stateCode: 'MX', nameEn: 'Mexico', nameEs: 'México' }],
  states: 7,
  cities: 0,
  ...counts,
};

export const year = {
  teamKey: 'RTT-RA',
  year: 2024,
  objectiveEn: null,
  objectiveEs: null,
  nextSteps: [BOTH],
  notes: [],
  sources: team.sources,
  version: 1,
};

const place = { id: ID, teamKey: 'RTT-RA', year: 2024 };
const dated = { startsOn: '2024-10-15', datePrecision: 'day', endsOn: '2024-10-16' };
const stored = { sources: team.sources, version: 1 };

export const activity = {
  ...place,
  position: 1,
  ...dated,
  textEn: 'Technical meeting with refugee commissions of the Americas',
  textEs: 'Reunión técnica con comisiones de refugio de las Américas',
  outputEn: null,
  outputEs: null,
  status: 'done',
  statusIllustrative: false,
  percent: 100,
  statusCycle: '2024-annual',
  statusPublished: true,
  supportedBy: ['REG:QUITO_PROCESS'],
  commitments: [{ id: ID, code: 'MX-01', stateCode: 'MX' }],
  pledges: [],
  ...stored,
};

export const session = {
  ...place,
  ...dated,
  titleEn: 'Technical meeting with refugee commissions',
  titleEs: 'Reunión técnica con comisiones de refugio',
  placeEn: 'Panama City',
  placeEs: 'Ciudad de Panamá',
  agenda: [BOTH],
  attendance: [
    { stateCode: null, institutionKey: 'REG:QUITO_PROCESS', nameEn: null, nameEs: null, people: null },
  ],
  ...stored,
};

export const product = {
  ...place,
  titleEn: 'Minimum criteria for registration',
  titleEs: 'Criterios mínimos de registro',
  url: null,
  file: {
    name: 'minimum-criteria.pdf',
    contentType: 'application/pdf',
    bytes: 184_320,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  ...stored,
};

export const update = {
  id: ID,
  teamKey: 'RTT-RA',
  cycleKey: '2024-annual',
  revision: 1,
  reviewState: 'draft',
  submittedAt: null,
  updatedAt: '2024-09-30T15:00:00Z',
  version: 1,
};

export const updateDetail = {
  ...update,
  summaryEn: 'Three of four activities are done.',
  summaryEs: 'Tres de cuatro actividades se realizaron.',
  challengesEn: null,
  challengesEs: null,
  nextStepsEn: null,
  nextStepsEs: null,
  activities: [
    { activityId: ID, status: 'done', percent: 100, noteEn: null, noteEs: null, illustrative: false },
  ],
  returnReason: null,
  revisionReason: null,
  actions: ['save', 'submit'],
};

const rollup = { teamKey: 'RTT-RA', ...counts, reported: 4, notReported: 0, illustrative: 1, updateId: ID };

export const rollups = {
  cycleKey: '2024-annual',
  teamsReported: 1,
  computedAt: '2024-11-20T15:00:00Z',
  teams: [rollup],
  total: { ...rollup, teamKey: null, updateId: null },
};

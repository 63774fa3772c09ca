/** Bodies shown in the API's own description. */
const RECEIPT = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e21',
  commitmentId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e16',
  code: 'MX-01',
  cycleKey: '2024-annual',
  stateCode: 'MX',
  areaKey: 'protection',
  revision: 1,
  reviewState: 'draft',
  version: 1,
};

const STATE = {
  id: RECEIPT.id,
  revision: 1,
  reviewState: 'submitted',
  isLatest: true,
  stage: 'in_progress',
  outlook: 'on_track',
  percent: 60,
  percentSource: 'reported',
  noChange: false,
  narrativeEn: 'The registration office in Tapachula opened in March.',
  narrativeEs: 'La oficina de registro de Tapachula abrió en marzo.',
  illustrative: [],
  periodEnd: '2024-12-31',
  submittedAt: '2024-11-10T18:00:00+00:00',
  updatedAt: '2024-11-10T18:00:00+00:00',
  version: 2,
};

const SUMMARY = {
  ...STATE,
  commitmentId: RECEIPT.commitmentId,
  code: 'MX-01',
  titleEn: 'Register births on the southern border',
  titleEs: 'Registrar los nacimientos en la frontera sur',
  cycleKey: '2024-annual',
  stateCode: 'MX',
  areaKey: 'protection',
};

const LATEST = { ...STATE, cycleId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', carriedForward: false };

const FACT = {
  kind: 'indicator_observation',
  textEn: 'Interviews to decide refugee status',
  textEs: 'Entrevistas para determinar la condición de refugiado',
  institutions: ['COMAR'],
  figures: [
    {
      value: 156,
      valueState: 'reported',
      valueType: 'count',
      qualifier: 'exact',
      basis: 'period',
      role: 'observed',
      unitEn: 'interviews',
      unitEs: 'entrevistas',
      windowStart: '2024-01-01',
      windowEnd: '2024-09-30',
    },
  ],
};

export const EXAMPLES = {
  receipt: RECEIPT,
  page: { items: [SUMMARY], nextCursor: null },
  timeline: [SUMMARY],
  detail: {
    ...SUMMARY,
    decidedAt: null,
    challengesEn: null,
    challengesEs: null,
    nextStepsEn: null,
    nextStepsEs: null,
    supportNeededEn: null,
    supportNeededEs: null,
    returnReason: null,
    revisionReason: null,
    authorId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
    facts: [FACT],
    evidence: [
      { title: 'COMAR statistics', kind: 'link', url: 'https://www.gob.mx/comar', storageKey: null },
    ],
    milestones: [],
    revisions: [
      { id: RECEIPT.id, revision: 1, reviewState: 'submitted', revisionReason: null, decidedAt: null },
    ],
    history: [
      {
        at: '2024-11-10T18:00:00+00:00',
        actorName: 'Ana Pérez',
        action: 'update.submit',
        reason: null,
        revision: 1,
      },
    ],
    actions: ['returnForChanges', 'approve'],
  },
  due: [
    {
      commitmentId: RECEIPT.commitmentId,
      code: 'MX-01',
      areaKey: 'protection',
      titleEn: SUMMARY.titleEn,
      titleEs: SUMMARY.titleEs,
      stateCode: 'MX',
      cycleKey: '2024-annual',
      dueOn: '2024-11-15',
      daysLeft: 5,
      updateId: null,
      reviewState: null,
      returnReason: null,
      last: null,
    },
  ],
  planProgress: {
    planId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e22',
    stateCode: 'MX',
    cycleKey: null,
    commitments: [
      {
        commitmentId: RECEIPT.commitmentId,
        code: 'MX-01',
        number: 1,
        areaKey: 'protection',
        titleEn: SUMMARY.titleEn,
        titleEs: SUMMARY.titleEs,
        cycleKey: '2024-annual',
        latest: LATEST,
      },
    ],
  },
  fact: {
    ...FACT,
    id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e23',
    updateId: null,
    cycleKey: '2024-annual',
    stateCode: 'MX',
    areaKey: 'protection',
    section: null,
    reviewState: 'draft',
    returnReason: null,
    authorId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
    decidedAt: null,
    version: 1,
  },
  completeness: {
    total: { commitments: 33, approved: 30, submitted: 1, returned: 0, draft: 1, explained: 1, missing: 0 },
    areas: [
      {
        areaKey: 'protection',
        nameEn: 'Protection',
        nameEs: 'Protección',
        commitments: 17,
        approved: 16,
        submitted: 1,
        returned: 0,
        draft: 0,
        explained: 0,
        missing: 0,
      },
    ],
    institutions: [],
    commitments: [],
  },
};

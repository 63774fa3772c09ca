/** Bodies shown in the API's own description. */
export const CYCLE_EXAMPLE = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  key: '2024-annual',
  year: 2024,
  kind: 'annual',
  state: 'open',
  factsFrom: '2024-01-01',
  factsTo: '2024-12-31',
  opensOn: '2024-10-01',
  dueOn: '2024-11-15',
  reviewByOn: '2024-11-30',
  cutoffOn: '2024-12-15',
  reminderOffsets: [-30, -14, -7, -1, 0, 3, 7],
  reminderHour: 9,
  openedAt: '2024-10-01T06:00:00.000Z',
  reviewStartedAt: null,
  endorsedAt: null,
  publishedAt: null,
  version: 2,
};

export const SUBMISSION_EXAMPLE = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
  cycleKey: '2024-annual',
  stateCode: 'MX',
  state: 'submitted',
  submittedAt: '2024-11-20T18:04:00.000Z',
  submittedBy: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
  decidedAt: null,
  decidedBy: null,
  note: null,
  version: 2,
  messages: [
    {
      id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e14',
      authorId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e15',
      authorName: 'Ana Pérez',
      at: '2024-11-21T15:00:00.000Z',
      kind: 'question',
      text: 'Which window do the school figures cover?',
    },
  ],
};

export const EXPLANATION_EXAMPLE = {
  commitmentId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e16',
  code: 'MX-07',
  stateCode: 'MX',
  kind: 'not_assessed',
  textEn: 'The register was being rebuilt.',
  textEs: 'El registro estaba en reconstrucción.',
  authorId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e13',
  at: '2024-11-12T17:30:00.000Z',
};

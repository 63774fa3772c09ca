/** Examples for the API's own description. */
const ROW = {
  key: 'chapter-MX',
  title: { en: 'Mexico: national context', es: 'México: contexto nacional' },
  desk: 'state',
  stateCode: 'MX',
  teamKey: null,
  state: 'returned',
  note: 'Please name the months that the figures cover.',
  languages: 'both',
  wordsEn: 412,
  wordsEs: 455,
  unresolved: 0,
  untranslated: 0,
  contradictions: 1,
  version: 4,
  updatedAt: '2024-11-20T15:00:00.000Z',
  updatedBy: 'Ana Ruiz',
  mayWrite: true,
};

export const SECTION_EXAMPLE = {
  ...ROW,
  textEn: 'Mexico reported on {{rollup:MX.coverage}} commitments.',
  textEs: 'México informó sobre {{rollup:MX.coverage}} compromisos.',
  problems: [],
};

export const COMPOSITION_EXAMPLE = {
  cycleKey: '2024-annual',
  kind: 'annual',
  numbers: { live: false, snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11', snapshotNumber: 1 },
  mayPrepare: true,
  sections: [ROW],
};

export const EDITION_EXAMPLE = {
  id: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11',
  cycleKey: '2024-annual',
  kind: 'annual',
  number: 2,
  state: 'published',
  newest: true,
  noteEn: 'The name of a shelter in Tapachula is corrected.',
  noteEs: 'Se corrige el nombre de un albergue en Tapachula.',
  snapshotId: '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e12',
  snapshotNumber: 1,
  snapshotSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  textsSha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  createdAt: '2024-11-28T15:00:00.000Z',
  presidency: { at: '2024-11-29T15:00:00.000Z', by: null },
  secretariat: { at: '2024-11-29T16:00:00.000Z', by: null },
  publishedAt: '2024-11-30T15:00:00.000Z',
  addressEn: 'https://mirps.example.org/en/reports/2024-annual/2',
  addressEs: 'https://mirps.example.org/es/reports/2024-annual/2',
  files: [
    {
      lang: 'es',
      format: 'pdf',
      state: 'done',
      progress: 100,
      step: 'documents',
      error: null,
      sha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
      bytes: 614000,
      template: 1,
    },
  ],
  version: 5,
};

export const VERIFIED_EXAMPLE = {
  sha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
  file: {
    kind: 'annual',
    subject: null,
    subjectEn: null,
    subjectEs: null,
    cycleKey: '2024-annual',
    edition: 1,
    publishedAt: '2024-11-30T15:00:00.000Z',
    newer: 2,
    lang: 'es',
    format: 'pdf',
    template: 1,
    snapshotNumber: 1,
    snapshotSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    madeAt: '2024-11-29T14:00:00.000Z',
    replaced: null,
    place: '2024-annual/1',
  },
};

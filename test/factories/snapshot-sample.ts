import { rollup, type RollupRow, type SnapshotContent, type SnapshotUpdate } from '#features/rollups';

/** Two States with one commitment each way that a commitment can stand, and one of everything else that a report tells. */
export function snapshotSample(kind: 'annual' | 'mid_year' = 'annual', changes: Partial<SnapshotContent> = {}): SnapshotContent {
  const rows = [
    row('MX', 1, { updateId: 'u-mx-1', stage: 'in_progress', outlook: 'at_risk', percent: '40.00', reported: true }),
    row('MX', 2, { updateId: 'u-mx-2', stage: 'fulfilled', outlook: 'on_track', percent: '100.00', reported: true }),
    row('MX', 3, { explained: true }),
    row('MX', 4, { areaKey: 'MX:local_integration', sharedAreaKey: 'jobs_and_livelihoods', carriedForward: true }),
    row('BZ', 1, {}),
  ];
  return {
    format: 1,
    cycle: { id: 'c1', key: `2024-${kind}`, year: 2024, kind, factsFrom: '2024-01-01', factsTo: '2024-09-30', opensOn: '2024-08-15', dueOn: '2024-10-04', reviewByOn: '2024-10-18', cutoffOn: '2024-10-31' },
    cells: rollup(rows, { sameKind: [{ level: 'region', stateCode: '', areaKey: '', meanPercent: '50.0000' }], otherKind: [] }),
    updates: [
      update('u-mx-1', 1, {
        stage: 'in_progress',
        outlook: 'at_risk',
        percent: '40.00',
        illustrative: ['percent'],
        narrativeEn: 'Visits to *three* stations.\n\n# Not a heading\n\n- <script>alert(1)</script>',
        narrativeEs: 'Visitas a *tres* estaciones.',
        challengesEn: 'Few staff',
        challengesEs: null,
        nextStepsEs: 'Contratar',
        evidence: [{ title: 'Minutes', kind: 'link', url: 'https://example.org/minutes' }, { title: 'Sneaky', kind: 'link', url: 'javascript:alert(1)' }],
      }),
      update('u-mx-2', 2, { stage: 'fulfilled', outlook: 'on_track', percent: '100.00', revision: 2, revisionReason: 'A number was wrong' }),
    ],
    facts: [
      fact('F1', { updateId: 'u-mx-1', commitments: [{ commitmentId: 'MX-1', match: 'direct' }, { commitmentId: 'MX-2', match: 'partial' }], noteEn: 'Counted twice', noteEs: 'Contado dos veces' }),
      fact('F2', { updateId: 'u-earlier', commitments: [{ commitmentId: 'MX-2', match: 'partial' }] }),
      fact('F3', { areaKey: 'protection', textEs: null }),
      fact('F4', { areaKey: null, section: 'coordination' }),
      fact('F5', { areaKey: null, section: 'context' }),
      fact('F6', { kind: 'story', updateId: 'u-mx-1', commitments: [{ commitmentId: 'MX-1', match: 'direct' }] }),
      fact('F7', { areaKey: 'BZ:unknown_area' }),
    ],
    figures: [figure('g1', 'F1', '12800', { qualifier: 'about', disaggregation: [{ dimension: 'sex', dimensionEn: 'sex', dimensionEs: 'sexo', categoryEn: 'women', categoryEs: 'mujeres', value: 7000 }] }), figure('g3', 'F3', null, { valueState: 'not_reported' })],
    others: {
      presidencies: [{ id: 'p1', stateCode: 'BZ', year: 2024, startsOn: '2024-01-24', endsOn: null }],
      states: [state('MX', 'Mexico', 'México', 2), state('BZ', 'Belize', 'Belice', 1)],
      areas: [area('protection', 'Protection', 'Protección', 1), area('jobs_and_livelihoods', 'Jobs and livelihoods', 'Empleo y medios de vida', 2), { ...area('MX:local_integration', 'Local integration', 'Integración local', 3), shared: false, stateCode: 'MX', mapsTo: 'jobs_and_livelihoods' }],
      institutions: [],
      plans: [plan('MX', 'own', 4), plan('BZ', 'regional_template', 8)],
      commitments: rows.map(({ commitmentId, stateCode, areaKey }) => commitment(commitmentId, stateCode, areaKey)),
      explanations: [{ id: 'MX-3', kind: 'no_change', textEn: 'The law is with Congress', textEs: 'La ley está en el Congreso' }],
      regional: [
        { id: 'action_plan', content: { focusAreas: [{ en: 'Peer learning', es: 'Aprendizaje entre pares' }], presidencyLessons: 'not a list', sources: ['Annual Report'] } },
        { id: 'glossary', content: [{ acronym: 'COMAR', termEn: 'Commission', termEs: 'Comisión', stateCode: 'MX', institutionKey: 'MX:COMAR' }, null, 7] },
        { id: 'teams', content: [{ key: 'RTT-RA', name: { en: 'Reception' } }] },
      ],
      rows: rows.map(({ commitmentId: id, updateId, stateCode, areaKey, sharedAreaKey, reported, carriedForward, explained }) => ({ id, updateId, stateCode, areaKey, sharedAreaKey, weight: null, reported, carriedForward, explained })),
      previous: [],
    },
    ...changes,
  };
}

const row = (stateCode: string, number: number, changes: Partial<RollupRow>): RollupRow => ({
  commitmentId: `${stateCode}-${number}`,
  updateId: null,
  stateCode,
  areaKey: 'protection',
  sharedAreaKey: 'protection',
  weight: null,
  stage: null,
  outlook: null,
  percent: null,
  reported: false,
  carriedForward: false,
  explained: false,
  ...changes,
});

const update = (id: string, number: number, changes: Partial<SnapshotUpdate>): SnapshotUpdate => ({
  id,
  commitmentId: `MX-${number}`,
  stateCode: 'MX',
  areaKey: 'protection',
  revision: 1,
  stage: 'in_progress',
  outlook: 'on_track',
  percent: null,
  percentSource: 'reported',
  noChange: false,
  narrativeEn: null,
  narrativeEs: null,
  challengesEn: null,
  challengesEs: null,
  nextStepsEn: null,
  nextStepsEs: null,
  supportNeededEn: null,
  supportNeededEs: null,
  illustrative: [],
  revisionReason: null,
  authorId: null,
  submittedAt: '2024-10-01T15:00:00+00:00',
  approvedAt: '2024-10-05T15:00:00+00:00',
  approvedBy: null,
  evidence: [],
  ...changes,
});

const fact = (code: string, changes: Partial<SnapshotContent['facts'][number]>): SnapshotContent['facts'][number] => ({
  id: `id-${code}`,
  code,
  updateId: null,
  stateCode: 'MX',
  areaKey: 'protection',
  section: null,
  kind: 'milestone',
  textEn: `Fact ${code} & more`,
  textEs: `Hecho ${code} y más`,
  institutions: ['MX:COMAR', 'MX:MINISTRY_OF_LABOUR'],
  source: 'MIRPS Annual Report 2024',
  noteEn: null,
  noteEs: null,
  position: Number(code.slice(1)),
  commitments: [],
  ...changes,
});

const figure = (id: string, code: string, value: string | null, changes: Partial<SnapshotContent['figures'][number]>): SnapshotContent['figures'][number] => ({
  id,
  factId: `id-${code}`,
  position: 0,
  value,
  valueState: 'reported',
  valueType: 'count',
  qualifier: 'exact',
  basis: 'period',
  role: 'observed',
  unitEn: 'people',
  unitEs: 'personas',
  currency: null,
  rateOn: null,
  numerator: null,
  denominator: null,
  ordinalScale: null,
  windowStart: '2024-01-01',
  windowEnd: '2024-09-30',
  windowTextEn: null,
  windowTextEs: null,
  population: null,
  labelEn: null,
  labelEs: null,
  asOf: null,
  source: null,
  disaggregation: null,
  ...changes,
});

const state = (id: string, nameEn: string, nameEs: string, position: number) => ({ id, nameEn, nameEs, mechanismEn: `Mechanism of ${nameEn}`, mechanismEs: null, position });

const area = (id: string, nameEn: string, nameEs: string, position: number) => ({ id, nameEn, nameEs, shared: true, stateCode: null, mapsTo: null, position });

const plan = (stateCode: string, basis: string, publishedCommitments: number) => ({
  id: `plan-${stateCode}`,
  stateCode,
  versionNumber: 1,
  titleEn: 'National plan',
  titleEs: 'Plan nacional',
  basis,
  noteEn: null,
  noteEs: null,
  publishedCommitments,
  publishedSource: 'https://example.org/plan',
});

const commitment = (id: string, stateCode: string, areaKey: string) => ({
  id,
  code: id.replace('-', '-0'),
  stateCode,
  number: Number(id.slice(3)),
  areaKey,
  titleEn: `Commitment ${id}`,
  titleEs: `Compromiso ${id}`,
  summaryEn: null,
  summaryEs: null,
  institutions: [{ role: 'lead' as const, acronym: 'UNHCR / ACNUR', nameEn: 'UN Refugee Agency', nameEs: 'Agencia de la ONU para los Refugiados' }],
});

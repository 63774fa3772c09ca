import { rollup, type SnapshotContent } from '#features/rollups';
import { area, commitment, fact, figure, plan, row, state, update } from './snapshot-parts.js';

/** Two States with one commitment each way that a commitment can stand, and one of everything else that a report tells. */
export function snapshotSample(
  kind: 'annual' | 'mid_year' = 'annual',
  changes: Partial<SnapshotContent> = {},
): SnapshotContent {
  const rows = [
    row('MX', 1, {
      updateId: 'u-mx-1',
      stage: 'in_progress',
      outlook: 'at_risk',
      percent: '40.00',
      reported: true,
    }),
    row('MX', 2, {
      updateId: 'u-mx-2',
      stage: 'fulfilled',
      outlook: 'on_track',
      percent: '100.00',
      reported: true,
    }),
    row('MX', 3, { explained: true }),
    row('MX', 4, {
      areaKey: 'MX:local_integration',
      sharedAreaKey: 'jobs_and_livelihoods',
      carriedForward: true,
    }),
    row('BZ', 1, {}),
  ];
  return {
    format: 1,
    cycle: {
      id: 'c1',
      key: `2024-${kind}`,
      year: 2024,
      kind,
      factsFrom: '2024-01-01',
      factsTo: '2024-09-30',
      opensOn: '2024-08-15',
      dueOn: '2024-10-04',
      reviewByOn: '2024-10-18',
      cutoffOn: '2024-10-31',
    },
    cells: rollup(rows, {
      sameKind: [{ level: 'region', stateCode: '', areaKey: '', meanPercent: '50.0000' }],
      otherKind: [],
    }),
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
        evidence: [
          {
            titleEn: 'Minutes',
            titleEs: null,
            kind: 'link',
            url: 'https://example.org/minutes',
            fileId: null,
          },
          { titleEn: 'Sneaky', titleEs: 'Astuto', kind: 'link', url: 'javascript:alert(1)', fileId: null },
          { titleEn: 'Photo', titleEs: 'Foto', kind: 'file', url: null, fileId: 'f-1' },
        ],
      }),
      update('u-mx-2', 2, {
        stage: 'fulfilled',
        outlook: 'on_track',
        percent: '100.00',
        revision: 2,
        revisionReason: 'A number was wrong',
      }),
    ],
    facts: [
      fact('F1', {
        updateId: 'u-mx-1',
        commitments: [
          { commitmentId: 'MX-1', match: 'direct' },
          { commitmentId: 'MX-2', match: 'partial' },
        ],
        noteEn: 'Counted twice',
        noteEs: 'Contado dos veces',
      }),
      fact('F2', { updateId: 'u-earlier', commitments: [{ commitmentId: 'MX-2', match: 'partial' }] }),
      fact('F3', { areaKey: 'protection', textEs: null }),
      fact('F4', { areaKey: null, section: 'coordination' }),
      fact('F5', { areaKey: null, section: 'context' }),
      fact('F6', {
        kind: 'story',
        updateId: 'u-mx-1',
        commitments: [{ commitmentId: 'MX-1', match: 'direct' }],
      }),
      fact('F7', { areaKey: 'BZ:unknown_area' }),
    ],
    figures: [
      figure('g1', 'F1', '12800', {
        qualifier: 'about',
        disaggregation: [
          {
            dimension: 'sex',
            dimensionEn: 'sex',
            dimensionEs: 'sexo',
            categoryEn: 'women',
            categoryEs: 'mujeres',
            value: 7000,
          },
        ],
      }),
      figure('g3', 'F3', null, { valueState: 'not_reported' }),
    ],
    others: {
      presidencies: [{ id: 'p1', stateCode: 'BZ', year: 2024, startsOn: '2024-01-24', endsOn: null }],
      states: [state('MX', 'Mexico', 'México', 2), state('BZ', 'Belize', 'Belice', 1)],
      areas: [
        area('protection', 'Protection', 'Protección', 1),
        area('jobs_and_livelihoods', 'Jobs and livelihoods', 'Empleo y medios de vida', 2),
        {
          ...area('MX:local_integration', 'Local integration', 'Integración local', 3),
          shared: false,
          stateCode: 'MX',
          mapsTo: 'jobs_and_livelihoods',
        },
      ],
      plans: [plan('MX', 'own', 4), plan('BZ', 'regional_template', 8)],
      commitments: rows.map(({ commitmentId, stateCode, areaKey }) =>
        commitment(commitmentId, stateCode, areaKey),
      ),
      explanations: [
        {
          id: 'MX-3',
          kind: 'no_change',
          textEn: 'The law is with Congress',
          textEs: 'La ley está en el Congreso',
        },
      ],
      institutions: [
        {
          id: 'MX:MINISTRY_OF_LABOUR',
          stateCode: 'MX',
          acronym: null,
          nameEn: 'Ministry of Labour',
          nameEs: 'Secretaría del Trabajo',
        },
      ],
      regional: [
        {
          id: 'action_plan',
          content: {
            focusAreas: [{ en: 'Peer learning', es: 'Aprendizaje entre pares' }],
            presidencyLessons: 'not a list',
            sources: ['Annual Report'],
          },
        },
        {
          id: 'glossary',
          content: [
            {
              acronym: 'COMAR',
              termEn: 'Commission',
              termEs: 'Comisión',
              stateCode: 'MX',
              institutionKey: 'MX:COMAR',
            },
            null,
            7,
          ],
        },
        { id: 'teams', content: [{ key: 'RTT-RA', name: { en: 'Reception' } }] },
      ],
      rows: rows.map(
        ({
          commitmentId: id,
          updateId,
          stateCode,
          areaKey,
          sharedAreaKey,
          reported,
          carriedForward,
          explained,
        }) => ({
          id,
          updateId,
          stateCode,
          areaKey,
          sharedAreaKey,
          weight: null,
          reported,
          carriedForward,
          explained,
        }),
      ),
      previous: [],
    },
    ...changes,
  };
}

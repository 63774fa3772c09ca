import type { PublicStateDto } from './site.dto.js';

/** A State's page in short, for the description of the API. */
export const STATE_EXAMPLE: PublicStateDto = {
  edition: {
    cycleKey: '2024-annual',
    year: 2024,
    kind: 'annual',
    factsFrom: '2024-01-01',
    factsTo: '2024-12-31',
    snapshotId: '0190a5c8-3f27-7c60-9d5e-2f6a1b0c4d3e',
    number: 1,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    frozenAt: '2024-11-20T15:00:00Z',
    publishedAt: '2024-11-25T15:00:00Z',
  },
  code: 'MX',
  nameEn: 'Mexico',
  nameEs: 'México',
  mechanismEn: 'National Technical Team',
  mechanismEs: 'Equipo Técnico Nacional',
  plan: {
    titleEn: 'National Action Plan',
    titleEs: 'Plan de Acción Nacional',
    basis: 'own',
    noteEn: null,
    noteEs: null,
    publishedCommitments: 33,
  },
  cells: [],
  commitments: [],
  facts: [],
};

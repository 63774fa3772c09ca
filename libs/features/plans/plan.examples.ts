import type { CommitmentDto, CommitmentHistoryDto, FocalPointDto } from './commitment.dto.js';
import type { NationalTeamDto } from './members.dto.js';
import type { PlanDto, PlanSummaryDto, PlanTemplateDto, PlanTemplateSummaryDto } from './plan.dto.js';

const ID = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e';

export const PLAN_SUMMARY: PlanSummaryDto = {
  id: `${ID}01`,
  stateCode: 'MX',
  versionNumber: 1,
  titleEn: 'National Action Plan of Mexico',
  titleEs: 'Plan de Acción Nacional de México',
  status: 'adopted',
  basis: 'own',
  adoptedOn: '2022-01-01',
  noteEn: null,
  noteEs: null,
  publishedCommitments: 33,
  publishedSource: 'National Action Plan Mexico (MIRPS)',
  publishedSourceUrl: null,
  publishedNoteEn: null,
  publishedNoteEs: null,
  commitmentCount: 33,
  version: 2,
  createdAt: '2024-01-15T15:00:00Z',
  updatedAt: '2024-01-15T15:00:00Z',
};

export const COMMITMENT: CommitmentDto = {
  commitmentId: `${ID}02`,
  versionId: `${ID}03`,
  planId: PLAN_SUMMARY.id,
  stateCode: 'MX',
  code: 'MX-01',
  number: 1,
  areaKey: 'protection',
  titleEn: 'Follow-up visits to immigration stations',
  titleEs: 'Visitas de seguimiento a estaciones migratorias',
  summaryEn: null,
  summaryEs: null,
  actionMode: 'continue',
  targetGroups: ['asylum_seekers'],
  startsOn: null,
  dueOn: null,
  continuous: true,
  priority: 'normal',
  weight: null,
  institutions: [
    {
      id: `${ID}04`,
      key: 'MX:COMAR',
      acronym: 'COMAR',
      nameEn: 'Mexican Commission for Refugee Assistance',
      nameEs: 'Comisión Mexicana de Ayuda a Refugiados',
      role: 'lead',
      basis: 'named',
    },
  ],
  milestones: [
    {
      id: `${ID}05`,
      titleEn: 'Calendar of visits agreed',
      titleEs: 'Calendario de visitas acordado',
      weight: 1,
      position: 1,
      dueOn: null,
    },
  ],
};

export const PLAN: PlanDto = { ...PLAN_SUMMARY, commitments: [COMMITMENT] };

export const FOCAL_POINT: FocalPointDto = {
  id: `${ID}06`,
  userId: `${ID}07`,
  name: 'Ana Pérez',
  fromOn: '2024-01-15',
  toOn: null,
};

export const HISTORY: CommitmentHistoryDto = {
  id: COMMITMENT.commitmentId,
  code: COMMITMENT.code,
  stateCode: 'MX',
  versions: [{ ...COMMITMENT, planVersionNumber: 1, planStatus: 'adopted', adoptedOn: '2022-01-01' }],
  focalPoints: [FOCAL_POINT],
};

export const TEMPLATE_SUMMARY: PlanTemplateSummaryDto = {
  key: 'regional',
  titleEn: 'Regional template',
  titleEs: 'Plantilla regional',
  noteEn: 'From the regional template, not the State’s own wording',
  noteEs: 'Tomado de la plantilla regional; no es la redacción propia del Estado',
  commitmentCount: 33,
  updatedAt: '2024-01-15T15:00:00Z',
  version: 1,
};

export const TEMPLATE: PlanTemplateDto = {
  ...TEMPLATE_SUMMARY,
  commitments: [
    {
      areaKey: 'protection',
      titleEn: 'Follow-up visits to places of immigration detention',
      titleEs: 'Visitas de seguimiento a lugares de detención migratoria',
      continuous: true,
    },
  ],
};

export const NATIONAL_TEAM: NationalTeamDto = {
  members: [
    {
      userId: FOCAL_POINT.userId,
      name: FOCAL_POINT.name,
      email: 'ana.perez@example.org',
      active: true,
      invited: false,
      lastSeenAt: '2024-11-20T15:05:00Z',
      roles: [
        {
          id: `${ID}08`,
          role: 'focal_point',
          institutionId: null,
          validFrom: '2024-01-15T06:00:00Z',
          validTo: null,
        },
      ],
      commitments: [
        {
          focalPointId: FOCAL_POINT.id,
          commitmentId: COMMITMENT.commitmentId,
          code: COMMITMENT.code,
          fromOn: FOCAL_POINT.fromOn,
        },
      ],
    },
  ],
  unassigned: [],
};

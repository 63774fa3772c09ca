import type { AlliancesView, DialogueView, EventView, PlatformView } from './alliance.dto.js';
import type { GoodPracticeView } from './good-practice.dto.js';

const id = '0192f3a0-5c1e-7a44-9d5e-2b6f0c3d1e11';
const sources = ['MIRPS Annual Report 2024'];

export const DIALOGUE_EXAMPLE: DialogueView = {
  id,
  year: 2024,
  kind: 'academia',
  nameEn: 'Academia',
  nameEs: 'Academia',
  statusEn: 'Launched on 13 September 2024',
  statusEs: 'Lanzado el 13 de septiembre de 2024',
  launchedOn: '2024-09-13',
  launchedPrecision: 'day',
  steps: [{ en: 'Meeting of ten institutions', es: 'Reunión de diez instituciones' }],
  areas: [{ en: 'research', es: 'investigación' }],
  sources,
  leads: [],
  version: 1,
};

export const EVENT_EXAMPLE: EventView = {
  id,
  kind: 'oas',
  year: 2024,
  heldOn: '2024-10-11',
  heldPrecision: 'day',
  nameEn: 'Regional event on statelessness',
  nameEs: 'Evento regional sobre apatridia',
  sources,
  version: 1,
};

export const PLATFORM_EXAMPLE: PlatformView = {
  launched: 2019,
  members: [{ kind: 'state', nameEn: 'Canada', nameEs: 'Canadá' }],
  chairs: [
    { nameEn: 'Colombia', nameEs: 'Colombia', fromYear: 2025, periodEn: '2025', periodEs: '2025', sources },
  ],
  notes: [],
  sources,
  version: 1,
};

export const ALLIANCES_EXAMPLE: AlliancesView = {
  year: 2024,
  years: ['2024'],
  dialogues: [DIALOGUE_EXAMPLE],
  platform: PLATFORM_EXAMPLE,
  events: [EVENT_EXAMPLE],
};

export const PRACTICE_EXAMPLE: GoodPracticeView = {
  id,
  stateCode: 'MX',
  areaKey: 'protection',
  year: 2024,
  titleEn: 'One-stop window for documents',
  titleEs: 'Ventanilla única de documentos',
  commitments: ['MX-03'],
  adoptions: [{ stateCode: 'HN', year: 2024, source: 'MIRPS Annual Report 2024' }],
  sources,
  version: 1,
  mayWrite: false,
};

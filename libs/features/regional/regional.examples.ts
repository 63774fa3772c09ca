import type { AcronymView } from './acronym.dto.js';
import type { ContextFigureView, PublishedCountView } from './regional-figures.dto.js';
import type { RegionalPlanView } from './regional-plan.dto.js';
import type { AnnualMeetingView, RegionalDocumentView } from './regional-record.dto.js';

const sources = ['MIRPS Annual Report 2024'];

export const PLAN_EXAMPLE: RegionalPlanView = {
  year: 2024,
  focusAreas: [
    {
      en: 'More stakeholders in national and regional plans',
      es: 'Más actores en los planes nacionales y regional',
      areas: [],
      commitments: ['MX-03'],
    },
  ],
  pillars: [{ en: 'Durable solutions', es: 'Soluciones duraderas', areas: [], commitments: [] }],
  presidencyLessons: [],
  documents: ['panama-city-declaration'],
  presidencies: [
    {
      ...{ stateCode: 'BZ', year: 2024, startsOn: '2024-01-24', startsPrecision: 'day' },
      ...{ endsOn: '2024-12-05', endsPrecision: 'day' },
    },
  ],
  sources,
  version: 1,
};

export const MEETING_EXAMPLE: AnnualMeetingView = {
  ...{ ordinal: 7, number: 'VII', year: 2024, hostState: 'BZ', heldOn: '2024-12-05', heldPrecision: 'day' },
  ...{ dayInferred: false, placeEn: 'Belize City', placeEs: 'Ciudad de Belice', sources, version: 1 },
  documents: ['belize-city-declaration'],
};

export const DOCUMENT_EXAMPLE: RegionalDocumentView = {
  ...{ key: 'belize-city-declaration', kind: 'declaration', meeting: 7, content: [], sources, version: 1 },
  ...{ titleEn: 'Belize City Declaration', titleEs: 'Declaración de la Ciudad de Belice' },
  ...{ adoptedOn: '2024-12-05', adoptedPrecision: 'day', url: null, plans: ['2024'] },
};

export const FIGURE_EXAMPLE: ContextFigureView = {
  ...{ year: 2024, key: 'darien_crossings', position: 4, version: 1, sources },
  ...{ labelEn: 'People who crossed the Darién', labelEs: 'Personas que cruzaron el Darién' },
  ...{ value: 266000, valueState: 'reported', valueType: 'count', qualifier: 'more_than', basis: 'period' },
  ...{ role: 'observed', unitEn: 'people', unitEs: 'personas' },
  ...{ windowStart: '2024-01-01', windowEnd: '2024-09-30' },
  disaggregation: [
    {
      ...{ dimension: 'age', dimensionEn: 'age', dimensionEs: 'edad', categoryEn: 'children' },
      ...{ categoryEs: 'niñez', value: 21, unitEn: 'percent', unitEs: 'por ciento' },
    },
  ],
};

export const COUNT_EXAMPLE: PublishedCountView = {
  ...{ place: 'MX', published: 17, otherTotals: [], sources, version: 1 },
  areaSplit: [{ areaKey: 'protection', labelEn: 'Protection', labelEs: 'Protección', count: 17 }],
};

export const ACRONYM_EXAMPLE: AcronymView = {
  ...{ place: 'MX', acronym: 'COMAR', kind: 'government', institution: 'MX:COMAR', version: 1 },
  termEn: 'Mexican Commission for Refugee Assistance',
  termEs: 'Comisión Mexicana de Ayuda a Refugiados',
  source: 'MIRPS Annual Report 2024, list of acronyms',
};

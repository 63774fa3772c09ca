import type { Client } from '../harness/index.js';

export interface Receipt {
  id: string;
  code: string;
  commitmentId: string;
  revision: number;
  reviewState: string;
  version: number;
}

export interface Due {
  commitmentId: string;
  code: string;
  stateCode: string;
  cycleKey: string;
  daysLeft: number;
  updateId: string | null;
  reviewState: string | null;
  returnReason: string | null;
}

export interface UpdateDetail extends Receipt {
  narrativeEn: string | null;
  facts: Record<string, unknown>[];
  evidence: Record<string, unknown>[];
  history: { action: string; reason: string | null; actorName: string }[];
}

export interface Matrix {
  cycleState: string;
  cells: {
    level: string;
    stateCode: string;
    areaKey: string;
    commitments: number;
    reported: number;
    explained: number;
    meanPercent: string | null;
    stages: Record<string, number>;
  }[];
}

/** The cycle of today that the demo has open. */
export async function openCycleKey(client: Client): Promise<string> {
  const cycles = await client.json<{ key: string; state: string }[]>('GET', '/api/cycles');
  const open = cycles.find(({ state }) => state === 'open');
  if (!open) throw new Error('The demo has no open cycle.');
  return open.key;
}

/** What a person still owes. */
export const dueOf = (client: Client): Promise<Due[]> => client.json<Due[]>('GET', '/api/updates/due');

const base = { valueState: 'reported', qualifier: 'exact', basis: 'period', role: 'observed' };

/** Facts with a figure of every value type, and with every reason why there is none. */
export const FACTS = [
  {
    kind: 'indicator_observation',
    textEn: 'Interviews to decide refugee status',
    textEs: 'Entrevistas para determinar la condición de refugiado',
    institutions: ['COMAR'],
    figures: [
      {
        ...base,
        valueType: 'count',
        value: 12_345_678_901,
        unitEn: 'interviews',
        unitEs: 'entrevistas',
        windowStart: '2024-01-01',
        windowEnd: '2024-09-30',
        disaggregation: [
          {
            dimension: 'nationality',
            dimensionEn: 'Nationality',
            dimensionEs: 'Nacionalidad',
            categoryEn: 'Honduras',
            categoryEs: 'Honduras',
            value: 69.1,
            unitEn: 'percent',
          },
          { dimension: 'nationality', categoryEn: 'Others', categoryEs: 'Otros', value: null },
        ],
      },
      { ...base, valueType: 'percent', value: 33.3333 },
      { ...base, valueType: 'ratio', value: 0.25, numerator: 30, denominator: 120 },
      { ...base, valueType: 'yes_no', value: 1 },
      { ...base, valueType: 'ordinal', value: 2, ordinalScale: ['low', 'middle', 'high'] },
      { ...base, valueType: 'duration', value: 45, unitEn: 'days', basis: 'average', qualifier: 'about' },
      {
        ...base,
        valueType: 'money',
        value: 1_500_000.5,
        currency: 'MXN',
        converted: true,
        rateOn: '2024-06-30',
      },
      { ...base, valueType: 'frequency', value: 2, unitEs: 'visitas por semana' },
    ],
  },
  {
    kind: 'narrative',
    textEn: 'Where a number is not there, or is nothing',
    figures: [
      { ...base, valueType: 'count', value: 0, unitEn: 'people' },
      { ...base, valueType: 'count', value: null, valueState: 'unknown', unitEn: 'people' },
      { ...base, valueType: 'count', value: null, valueState: 'not_reported', unitEn: 'people' },
      { ...base, valueType: 'count', value: 7, valueState: 'carried_forward', unitEn: 'people' },
    ],
  },
];

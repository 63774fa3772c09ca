import { cycleKey, type CycleKind } from '#features/cycles';

/** A cycle of the demo with the days on which its people act. Days that no source states are ours. */
export interface DemoCycle {
  key: string;
  /** As the seed files name it. */
  seedKey: string;
  year: number;
  kind: CycleKind;
  days: {
    factsFrom: string;
    factsTo: string;
    opensOn: string;
    dueOn: string;
    reviewByOn: string;
    cutoffOn: string;
  };
  /** When things happen, as instants. */
  acts: {
    opened: string;
    reported: string;
    reviewed: string;
    submitted: string;
    accepted: string;
    endorsed: string;
  };
}

export const MID_YEAR_2024: DemoCycle = {
  key: cycleKey(2024, 'mid_year'),
  seedKey: '2024-mid_year',
  year: 2024,
  kind: 'mid_year',
  days: {
    factsFrom: '2024-01-01',
    factsTo: '2024-06-30',
    opensOn: '2024-06-03',
    dueOn: '2024-07-12',
    reviewByOn: '2024-07-26',
    cutoffOn: '2024-08-16',
  },
  acts: {
    opened: '2024-06-03T15:00:00Z',
    reported: '2024-07-02T15:00:00Z',
    reviewed: '2024-07-10T15:00:00Z',
    submitted: '2024-07-12T18:00:00Z',
    accepted: '2024-07-24T16:00:00Z',
    endorsed: '2024-08-02T16:00:00Z',
  },
};

export const ANNUAL_2024: DemoCycle = {
  key: cycleKey(2024, 'annual'),
  seedKey: '2024-annual',
  year: 2024,
  kind: 'annual',
  days: {
    factsFrom: '2024-01-01',
    factsTo: '2024-09-30',
    opensOn: '2024-09-02',
    dueOn: '2024-10-11',
    reviewByOn: '2024-10-25',
    cutoffOn: '2024-11-22',
  },
  acts: {
    opened: '2024-09-02T15:00:00Z',
    reported: '2024-09-30T15:00:00Z',
    reviewed: '2024-10-08T15:00:00Z',
    submitted: '2024-10-11T18:00:00Z',
    accepted: '2024-10-23T16:00:00Z',
    endorsed: '2024-11-20T16:00:00Z',
  },
};

const DAY_MS = 86_400_000;

/** The annual cycle of the year in which the demo is made, open and due in two weeks, so that there is something to do. */
export function CURRENT(today: Date): DemoCycle {
  const day = (offset: number): string =>
    new Date(today.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  const at = (offset: number): string => new Date(today.getTime() + offset * DAY_MS).toISOString();
  const year = today.getUTCFullYear();
  return {
    key: cycleKey(year, 'annual'),
    seedKey: 'current',
    year,
    kind: 'annual',
    days: {
      factsFrom: `${year}-01-01`,
      factsTo: day(-1) < `${year}-01-01` ? `${year}-01-01` : day(-1),
      opensOn: day(-16) < `${year}-01-01` ? `${year}-01-01` : day(-16),
      dueOn: day(14),
      reviewByOn: day(28),
      cutoffOn: day(42),
    },
    acts: {
      opened: at(-16),
      reported: at(-3),
      reviewed: at(-1),
      submitted: at(0),
      accepted: at(0),
      endorsed: at(0),
    },
  };
}

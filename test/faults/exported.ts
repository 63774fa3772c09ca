import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../bench/csv.js';

/** One line of a CSV file by column. */
export type Row = Record<string, string>;

/** One cell's numbers in the words of the stored rollups. Means are decimal text with four places, empty for none. */
export interface Cell {
  place: string;
  commitments: number;
  reported: number;
  carriedForward: number;
  explained: number;
  notReported: number;
  /** Of the reported ones, those with a mark that the source material does not state something. */
  illustrative: number;
  stages: Record<string, number>;
  outlooks: Record<string, number>;
  percentReported: number;
  meanPercent: string;
  weightedMeanPercent: string;
  meanOfStates: string;
  statesInMean: number;
  changeSameKind: string;
  changeOtherKind: string;
  updateIds: string[];
}

/** All files of an export by name. */
export class Export {
  private readonly tables = new Map<string, Row[]>();

  constructor(private readonly folder: string) {}

  rows(name: string): Row[] {
    let rows = this.tables.get(name);
    if (!rows) {
      const [head = [], ...lines] = readCsv(readFileSync(join(this.folder, `${name}.csv`), 'utf8'));
      rows = lines.map((line) => Object.fromEntries(head.map((column, i) => [column, line[i] ?? ''])));
      this.tables.set(name, rows);
    }
    return rows;
  }

  cycle(key: string): Row {
    const found = this.rows('cycles').find((cycle) => cycle.key === key);
    if (!found) throw new Error(`The export holds no cycle ${key}`);
    return found;
  }

  /** What the product itself has stored for a cycle. */
  stored(key: string): Cell[] {
    const { id } = this.cycle(key);
    return this.rows('rollups')
      .filter((row) => row.cycle_id === id)
      .map((row) => ({
        place: placeOf(row.level ?? '', row.state_code ?? '', row.area_key ?? ''),
        commitments: Number(row.commitments),
        reported: Number(row.reported),
        carriedForward: Number(row.carried_forward),
        explained: Number(row.explained),
        notReported: Number(row.not_reported),
        illustrative: Number(row.illustrative),
        stages: JSON.parse(row.stages ?? '') as Record<string, number>,
        outlooks: JSON.parse(row.outlooks ?? '') as Record<string, number>,
        percentReported: Number(row.percent_reported),
        meanPercent: row.mean_percent ?? '',
        weightedMeanPercent: row.weighted_mean_percent ?? '',
        meanOfStates: row.mean_of_states ?? '',
        statesInMean: Number(row.states_in_mean),
        changeSameKind: row.change_same_kind ?? '',
        changeOtherKind: row.change_other_kind ?? '',
        updateIds: (row.update_ids ?? '').replace(/[{}]/g, '').split(',').filter(Boolean).sort(),
      }))
      .sort(byPlace);
  }
}

export const placeOf = (level: string, state: string, area: string): string => [level, state, area].join('/');

export const byPlace = (a: Cell, b: Cell): number => (a.place < b.place ? -1 : 1);

import type { Area, State } from '~/api/reference';
import type { Cell, Matrix } from './queries';

export interface MatrixRow {
  stateCode: string;
  total: Cell | undefined;
  /** By key of the shared area. */
  shared: Map<string, Cell>;
  /** The State's own areas, apart. */
  own: Cell[];
}

export interface MatrixView {
  areas: string[];
  rows: MatrixRow[];
  /** By area, for the region. */
  byArea: Map<string, Cell>;
  region: Cell | undefined;
  hasOwn: boolean;
}

/** Arranges the cells of a matrix by State and area; States without a cell keep their row. */
export function viewOf(matrix: Pick<Matrix, 'cells'>, states: State[], areas: Area[]): MatrixView {
  const shared = areas.filter((area) => area.shared).sort((a, b) => a.position - b.position);
  const keys = shared.map((area) => area.key);
  const isShared = new Set(keys);
  const rows = [...states]
    .sort((a, b) => a.position - b.position)
    .map(({ code }): MatrixRow => {
      const cells = matrix.cells.filter((cell) => cell.stateCode === code);
      const inAreas = cells.filter((cell) => cell.level === 'state_area');
      return {
        stateCode: code,
        total: cells.find((cell) => cell.level === 'state'),
        shared: new Map(
          inAreas.filter((cell) => isShared.has(cell.areaKey)).map((cell) => [cell.areaKey, cell]),
        ),
        own: inAreas.filter((cell) => !isShared.has(cell.areaKey)),
      };
    });
  return {
    areas: keys,
    rows,
    byArea: new Map(matrix.cells.filter((cell) => cell.level === 'area').map((cell) => [cell.areaKey, cell])),
    region: matrix.cells.find((cell) => cell.level === 'region'),
    hasOwn: rows.some((row) => row.own.length > 0),
  };
}

/** The mean of a cell as a number; null when nobody reported. */
export const meanOf = (
  cell: Cell | undefined,
  over: 'commitments' | 'states' = 'commitments',
): number | null => {
  const text = over === 'states' ? cell?.meanOfStates : cell?.meanPercent;
  return text === null || text === undefined ? null : Number(text);
};

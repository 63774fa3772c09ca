import { readCsv } from './csv.js';
import type { FloorVariant } from './floor/queries.js';
import type { LoadRequest } from './load/protocol.js';
import type { Operation } from './operations.js';
import type { OperationKey } from './options.js';

interface Summary {
  rows: number;
  total: string;
}

interface Listed {
  id?: string;
  percent?: string | number | null;
  latest?: { percent: string | number | null } | null;
}

interface Cell {
  level: string;
  stateCode: string;
  areaKey: string;
  commitments: number;
  reported: number;
  meanPercent: string | null;
  stages: Record<string, number>;
}

/** How many rows an answer holds and what their percents add up to, so that both sides' answers can be compared. */
const READ: Record<Exclude<OperationKey, 'c'>, (product: string, floor: string) => [Summary, Summary]> = {
  a: (product, floor) => [
    summary((JSON.parse(product) as { commitments: Listed[] }).commitments),
    summary(JSON.parse(floor) as Listed[]),
  ],
  b: (product, floor) => [
    summary((JSON.parse(product) as { items: Listed[] }).items),
    summary(JSON.parse(floor) as Listed[]),
  ],
  d: (product, floor) => {
    const cells = (JSON.parse(product) as { cells: Cell[] }).cells.filter(
      ({ level }) => level === 'state_area',
    );
    const rows = JSON.parse(floor) as (Cell & Record<string, number>)[];
    const line = (
      { stateCode, areaKey, commitments, reported, meanPercent }: Cell,
      stages: Record<string, number | undefined>,
    ) =>
      [
        stateCode,
        areaKey,
        commitments,
        reported,
        meanPercent,
        stages.not_started,
        stages.planning,
        stages.in_progress,
        stages.fulfilled,
      ].join();
    return [
      {
        rows: cells.length,
        total: cells
          .map((cell) => line(cell, cell.stages))
          .sort()
          .join('\n'),
      },
      {
        rows: rows.length,
        total: rows
          .map((row) => line(row, row))
          .sort()
          .join('\n'),
      },
    ];
  },
  e: (product, floor) => [exported(product), exported(floor)],
  f: (product, floor) => [
    observed(
      (JSON.parse(product) as { observations: Observed[] }[]).flatMap(({ observations }) => observations),
    ),
    observed(JSON.parse(floor) as Observed[]),
  ],
  s: (product, floor) => [
    found(JSON.parse(product) as FoundByProduct),
    foundByFloor(JSON.parse(floor) as FoundByFloor[]),
  ],
  g: (product, floor) => [counted(JSON.parse(product) as Counted[]), counted(JSON.parse(floor) as Counted[])],
};

/** Asks both sides some of the questions of an operation. @throws Error when they do not answer the same */
export async function compareAnswers(operation: Operation, product: string, floor: string): Promise<void> {
  // The floor shows what only the Secretariat sees all of.
  if (operation.key === 'c' || (operation.who ?? 'secretariat') !== 'secretariat') return;
  const read = READ[operation.key];
  // Only those who see all drafts see what the floor shows.
  const asked =
    operation.key === 'a'
      ? operation.product.flatMap((_, i) => (i % 3 === 0 ? [i] : []))
      : operation.product.map((_, i) => i).slice(0, 8);
  let rows = 0;
  for (const i of asked)
    for (const variant of ['node', 'pg'] as const) {
      const [ours, theirs] = read(
        await ask(product, operation.product[i]),
        await ask(floor, floorRequest(operation.floor[i], variant)),
      );
      rows += ours.rows;
      if (ours.rows !== theirs.rows || ours.total !== theirs.total)
        throw new Error(
          `(${operation.key}) ${operation.product[i]?.path} gives ${ours.rows} rows, total ${ours.total}; the floor (${variant}) ${theirs.rows}, ${theirs.total}`,
        );
    }
  if (rows === 0) throw new Error(`(${operation.key}) every answer is empty`);
}

export function floorRequest(request: LoadRequest | undefined, variant: FloorVariant): LoadRequest {
  if (!request) throw new Error('the floor has no such request');
  return request.method === 'POST' ? request : { ...request, path: `${request.path}&as=${variant}` };
}

async function ask(url: string, request: LoadRequest | undefined): Promise<string> {
  const answer = await fetch(`${url}${request?.path}`, { headers: request?.headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${request?.path}: ${answer.status} ${text}`);
  return text;
}

const summary = (rows: Listed[]): Summary => ({
  rows: rows.length,
  total: rows
    .reduce((sum, row) => sum + Number((row.latest ? row.latest.percent : row.percent) ?? 0), 0)
    .toFixed(2),
});

interface Observed {
  value: string | number | null;
}

const observed = (rows: Observed[]): Summary => ({
  rows: rows.length,
  total: String(rows.reduce((sum, { value }) => sum + Number(value), 0)),
});

/** A row of either dashboard; what the other one has is missing. */
type Counted = Partial<Record<'scope' | 'areaKey' | 'key', string | null>> &
  Partial<Record<(typeof COUNTS)[number], number | string | null>> & {
    amounts?: { currency: string; amount: string | number; projects: number }[];
  };

const COUNTS = [
  ...(['total', 'planning', 'inProgress', 'fulfilled', 'noUpdate'] as const),
  ...(['projects', 'withPercent', 'meanPercent', 'withoutAmount'] as const),
] as const;

const counted = (rows: Counted[]): Summary => ({
  rows: rows.length,
  total: rows
    .map((row) =>
      [
        ...[row.scope, row.areaKey ?? row.key ?? ''],
        ...COUNTS.map((name) => (row[name] == null ? '' : Number(row[name]))),
        ...(row.amounts ?? [])
          .map(({ currency, amount, projects }) => `${currency}${Number(amount)}/${projects}`)
          .sort(),
      ].join(),
    )
    .sort()
    .join('\n'),
});

interface FoundByProduct {
  counts: { kind: string; count: number }[];
  items: { id: string; kind: string }[];
}

interface FoundByFloor {
  id: string;
  kind: string;
  count: number;
}

/** Kinds that the floor has a copy of. */
const FLOOR_KINDS = ['commitment', 'update'];

/** What was found in the order shown, and how many of its kind there are. */
function found({ counts, items }: FoundByProduct): Summary {
  const counted = new Map(counts.map(({ kind, count }) => [kind, count]));
  return foundByFloor(
    items
      .filter(({ kind }) => FLOOR_KINDS.includes(kind))
      .map(({ id, kind }) => ({ id, kind, count: counted.get(kind) ?? 0 })),
  );
}

const foundByFloor = (rows: FoundByFloor[]): Summary => ({
  rows: rows.length,
  total: FLOOR_KINDS.flatMap((of) => rows.filter(({ kind }) => kind === of))
    .map(({ id, kind, count }) => `${kind}/${count}/${id}`)
    .join('\n'),
});

function exported(text: string): Summary {
  if (text.startsWith('[')) return summary(JSON.parse(text) as Listed[]);
  const [head = [], ...rows] = readCsv(text);
  const at = head.indexOf('percent');
  return { rows: rows.length, total: rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0).toFixed(2) };
}

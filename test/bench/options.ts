import { parseArgs } from 'node:util';

/** The operations that are compared with the floor, and what is measured of the product alone. */
export const OPERATIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 's'] as const;
export const EXTRAS = ['start', 'rollup', 'exports', 'reminders', 'r', 'w'] as const;
export type OperationKey = (typeof OPERATIONS)[number];
export type ExtraKey = (typeof EXTRAS)[number];

export interface BenchOptions {
  /** 1: about 55,000 updates; n: n times as many, through more revisions. */
  scale: number;
  operations: OperationKey[];
  extras: ExtraKey[];
  connections: number[];
  rounds: number;
  /** Length of one measurement. */
  seconds: number;
  /** Where the database is kept between runs. */
  folder: string;
  out: string;
}

const USAGE = `npm run bench -- [--scale 20] [--only a,b,c,d,e,f,g,s,start,rollup,exports,reminders,r,w] [--connections 1,16,64]
                 [--rounds 3] [--seconds 5] [--folder .data/bench] [--out test-results/bench.json]`;

/** @throws Error with the usage for anything that it does not know */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: '1' },
      only: { type: 'string', default: [...OPERATIONS, ...EXTRAS].join() },
      connections: { type: 'string', default: '1,16,64' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      folder: { type: 'string', default: '.data/bench' },
      out: { type: 'string', default: 'test-results/bench.json' },
    },
  });
  const only = values.only.split(',');
  const unknown = only.filter((key) => ![...OPERATIONS, ...EXTRAS].includes(key as OperationKey));
  if (unknown.length > 0) throw new Error(`Nothing is called ${unknown.join(', ')} here.\n${USAGE}`);
  return {
    scale: whole('scale', values.scale),
    operations: OPERATIONS.filter((key) => only.includes(key)),
    extras: EXTRAS.filter((key) => only.includes(key)),
    connections: values.connections.split(',').map((text) => whole('connections', text)),
    rounds: whole('rounds', values.rounds),
    seconds: whole('seconds', values.seconds),
    folder: values.folder,
    out: values.out,
  };
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} must be a whole number above 0.\n${USAGE}`);
  return number;
}

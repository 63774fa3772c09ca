import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Comparison } from './compare.js';

export interface Extra {
  name: string;
  value: number;
  unit: string;
  /** What issue and product aim at, in words. */
  target?: string;
  note?: string;
}

export interface BenchResult {
  scale: number;
  /** Of the large data, when something was measured on them. */
  updates: number | undefined;
  machine: { cores: number; memoryGiB: number; node: string; postgres: string };
  comparisons: Comparison[];
  extras: Extra[];
}

/** Progress, on stderr: stdout is for the table. */
export function say(sentence: string): void {
  console.error(sentence);
}

export const machine = (postgres: string): BenchResult['machine'] => ({
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres,
});

export function writeJson(file: string, result: BenchResult): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

/** The result as Markdown tables. */
export function table({ scale, updates, machine: m, comparisons, extras }: BenchResult): string {
  const lines = [
    `${updates === undefined ? '' : `Scale ${scale}: ${updates.toLocaleString('en')} updates; `}${m.cores} cores, ${m.memoryGiB} GiB; Node ${m.node}, PostgreSQL ${m.postgres}.`,
    '',
  ];
  if (comparisons.length > 0)
    lines.push(
      ...grid(
        [
          '',
          'conn.',
          'floor/s',
          'product/s',
          'ratio',
          'floor p50',
          'p50',
          'floor p95',
          'p95',
          'floor p99',
          'p99',
          'ratio',
          'floor peak',
          'peak',
          'floor CPU',
          'CPU',
          'floor DB CPU',
          'DB CPU',
          'KB',
          'others',
        ],
        comparisons.map(
          ({ operation, connections, floorVariant, floor, product, rateRatio, p99Ratio, others }) => [
            `${operation} (${floorVariant})`,
            String(connections),
            floor.rate.toFixed(floor.rate < 100 ? 1 : 0),
            product.rate.toFixed(product.rate < 100 ? 1 : 0),
            rateRatio.toFixed(2),
            floor.p50.toFixed(2),
            product.p50.toFixed(2),
            floor.p95.toFixed(2),
            product.p95.toFixed(2),
            floor.p99.toFixed(2),
            product.p99.toFixed(2),
            p99Ratio.toFixed(2),
            floor.peakMiB.toFixed(0),
            product.peakMiB.toFixed(0),
            floor.cpuMs.toFixed(2),
            product.cpuMs.toFixed(2),
            floor.databaseCpuMs.toFixed(2),
            product.databaseCpuMs.toFixed(2),
            (product.bytes / 1000).toFixed(1),
            `${(100 * others).toFixed(0)} %`,
          ],
        ),
      ),
      '',
      'p50, p95, p99 and CPU (of the server process and of PostgreSQL, an answer) in milliseconds, peak memory of the server process in MiB; others:',
      'share of the processors that other work on the machine took meanwhile (above a tenth the figures say little).',
      '',
    );
  if (extras.length > 0)
    lines.push(
      ...grid(
        ['', 'measured', 'to reach', ''],
        extras.map(({ name, value, unit, target, note }) => [
          name,
          `${Number(value.toPrecision(4))} ${unit}`,
          target ?? '',
          note ?? '',
        ]),
      ),
    );
  return lines.join('\n');
}

function grid(head: string[], rows: string[][]): string[] {
  const widths = head.map((name, i) => Math.max(3, name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[], fill = ' '): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      widths.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ];
}

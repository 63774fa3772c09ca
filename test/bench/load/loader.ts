import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ended } from '../product.js';
import type { LoadJob, LoadResult } from './protocol.js';

/** The process that makes the load. */
export class Loader {
  private constructor(readonly child: ChildProcess) {}

  static start(): Loader {
    return new Loader(fork('dist/test/bench/load/process.js', { serialization: 'advanced' }));
  }

  async run(job: LoadJob): Promise<LoadResult> {
    const answered = once(this.child, 'message') as Promise<[LoadResult]>;
    this.child.send(job);
    return (await answered)[0];
  }

  stop(): Promise<void> {
    return ended(this.child);
  }
}

/** A value that a share of the sorted ones does not exceed. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;

import { Session } from 'node:inspector/promises';
import { afterAll } from '@jest/globals';

// Turns of loops are counted only in functions that are first called after this: import it before what is counted.
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
// Counting slows down whatever comes after.
afterAll(() => session.disconnect());

/** How many functions and turns of loops ran since it was asked last. */
async function steps(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * How many pieces of JavaScript something runs through, as V8 counts them: the same on every machine, however busy it is. What
 * happens within a regular expression is not counted.
 */
export async function stepsOf(something: () => unknown): Promise<number> {
  await steps();
  await something();
  return steps();
}

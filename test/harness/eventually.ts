import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until there is something to see.
 * @param what names it, for the day on which it does not come
 * @param within milliseconds
 * @throws Error when nothing came in time, with the last error that looking gave
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  within = 60_000,
): Promise<T> {
  const deadline = Date.now() + within;
  let cause: unknown;
  do {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== false) return seen;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(50);
  } while (Date.now() < deadline);
  throw new Error(`${what}: not within ${within / 1000} s`, { cause });
}

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../harness/index.js';

/** Random numbers from 0 to 1, the same for the same seed (mulberry32), so that a failure can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Kills {
  api: number;
  worker: number;
}

/**
 * Kills parts (kill -9) and starts them again until the time is over; then all run. Each part has its turn before one is
 * killed again; what is coming up may still be while the next one goes, so that for moments nothing of a kind is left.
 */
export async function killAtRandom(
  parts: readonly Part[],
  seconds: number,
  random: () => number,
): Promise<Kills> {
  const kills: Kills = { api: 0, worker: 0 };
  const until = performance.now() + seconds * 1000;
  const between = (least: number, most: number): number => least + random() * (most - least);
  const comingUp = new Map<Part, Promise<void>>();
  let turn: Part[] = [];
  while (performance.now() < until) {
    await pause(between(100, 1_500));
    if (turn.length === 0) turn = [...parts];
    const [victim] = turn.splice(Math.floor(random() * turn.length), 1);
    if (!victim) continue;
    await comingUp.get(victim);
    kills[victim.role] += 1;
    comingUp.set(victim, killAndStart(victim, between(0, 800)));
    // What fails to come up is told at the end, or by the wait above.
    comingUp.get(victim)?.catch(() => undefined);
  }
  await Promise.all(comingUp.values());
  return kills;
}

async function killAndStart(part: Part, downMs: number): Promise<void> {
  const gone = once(part.child, 'exit');
  part.child.kill('SIGKILL');
  await gone;
  await pause(downMs);
  await part.start();
}

import { setTimeout as pause } from 'node:timers/promises';
import { memory } from '../processes.js';
import { startApi } from '../product.js';
import type { Extra } from '../report.js';

const STARTS = 5;
const IDLE_MS = 10_000;

/** From the start of the API's process until it serves, and what it takes while nobody asks anything. */
export async function coldStart(databaseUrl: string): Promise<Extra[]> {
  const times: number[] = [];
  let idle = 0;
  for (let i = 0; i < STARTS; i += 1) {
    const api = await startApi(databaseUrl);
    const answer = await fetch(`${api.url}/health/ready`);
    if (!answer.ok) throw new Error(`The API said that it is ready and answered ${answer.status}`);
    times.push(api.readyMs);
    if (i === STARTS - 1) {
      await pause(IDLE_MS);
      idle = memory(api.pid);
    }
    await api.stop();
  }
  const [median = NaN] = times.sort((a, b) => a - b).slice(Math.floor(STARTS / 2));
  return [
    {
      name: 'API ready after process start',
      value: median,
      unit: 'ms',
      target: 'within 1,500 ms',
      note: `median of ${STARTS}, compile cache warm`,
    },
    { name: 'API idle', value: idle, unit: 'MiB', target: 'under 120 MiB' },
  ];
}

import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { drain } from '../load/drain.js';
import { forgetPeak, memory, peakMemory } from '../processes.js';
import { signIn, startApi } from '../product.js';
import type { Extra } from '../report.js';

const AT_ONCE = 16;
const PATIENCE_MS = 10_000;

/** Sixteen exports at once, and what clients leave behind who go away in the middle of theirs. */
export async function exportsAtOnce(databaseUrl: string): Promise<Extra[]> {
  const api = await startApi(databaseUrl);
  try {
    const cookie = await signIn(api.url, 'administrator');
    const requests = ['csv', 'json'].flatMap((format) =>
      [2018, 2019, 2020, 2021].map((year) => ({
        method: 'GET' as const,
        path: `/api/updates/export.${format}?year=${year}`,
        headers: { cookie },
      })),
    );
    forgetPeak(api.pid);
    const began = performance.now();
    const result = await drain({
      url: api.url,
      requests,
      once: false,
      drain: true,
      connections: AT_ONCE,
      seconds: 1,
    });
    const seconds = (performance.now() - began) / 1000;
    if (result.failures > 0)
      throw new Error(`${result.failures} of the exports at once failed: ${result.failure}`);
    const peak = peakMemory(api.pid);

    await Promise.all(
      Array.from({ length: 2 * AT_ONCE }, (_, i) =>
        goAway(`${api.url}${requests[i % requests.length]?.path}`, cookie),
      ),
    );
    const left = await backendsLeft(databaseUrl);
    const again = await drain({
      url: api.url,
      requests,
      once: false,
      drain: true,
      connections: AT_ONCE,
      seconds: 1,
    });
    if (again.failures > 0)
      throw new Error(`After clients went away ${again.failures} exports failed: ${again.failure}`);
    return [
      {
        name: `API memory at peak with ${AT_ONCE} exports at once`,
        value: peak,
        unit: 'MiB',
        target: 'under 250 MiB at scale 20',
        note: `${result.answers} exports of ${(result.bytes / result.answers / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`,
      },
      {
        name: `backends busy after ${2 * AT_ONCE} clients went away in the middle`,
        value: left.busy,
        unit: '',
        target: '0',
        note: `after ${left.afterMs.toFixed(0)} ms; the same ${AT_ONCE} exports at once then took ${again.seconds.toFixed(1)} s, memory ${memory(api.pid).toFixed(0)} MiB`,
      },
    ];
  } finally {
    await api.stop();
  }
}

/** Reads the first bytes of an export and goes away. */
function goAway(url: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { cookie } }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
      response.once('error', () => resolve());
    });
    call.once('error', reject);
    call.end();
  });
}

/** Waits until PostgreSQL has ended the work of clients that are gone. */
async function backendsLeft(databaseUrl: string): Promise<{ busy: number; afterMs: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const began = performance.now();
  try {
    for (;;) {
      const { rows } = await client.query<{ busy: number }>(
        `SELECT count(*)::int AS busy FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'mirps-api' AND state <> 'idle'`,
      );
      const busy = rows[0]?.busy ?? 0;
      const afterMs = performance.now() - began;
      if (busy === 0 || afterMs > PATIENCE_MS) return { busy, afterMs };
      await pause(20);
    }
  } finally {
    await client.end();
  }
}

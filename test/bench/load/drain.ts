import { Agent, request } from 'node:http';
import type { LoadJob, LoadRequest, LoadResult } from './protocol.js';

/** Asks for large bodies and throws them away as they come. What is under way when the time is over is waited for and counted. */
export async function drain({ url, requests, connections, seconds }: LoadJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result: LoadResult = { answers: 0, failures: 0, seconds: 0, bytes: 0, latencies: [] };
  const began = performance.now();
  let next = 0;
  const one = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const wanted = requests[next++ % requests.length];
      if (!wanted) return;
      const sent = performance.now();
      try {
        const { status, bytes } = await swallow(agent, url, wanted);
        if (status !== 200) throw new Error(`status ${status}`);
        result.answers += 1;
        result.bytes += bytes;
        result.latencies.push(performance.now() - sent);
      } catch (error) {
        result.failures += 1;
        result.failure = (error as Error).message;
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  result.seconds = (performance.now() - began) / 1000;
  result.latencies.sort((a, b) => a - b);
  return result;
}

function swallow(
  agent: Agent,
  url: string,
  { method, path, headers }: LoadRequest,
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { agent, method, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

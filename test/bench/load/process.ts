import autocannon from 'autocannon';
import { drain } from './drain.js';
import type { LoadJob, LoadResult } from './protocol.js';

/** The process that makes requests, away from the one that reckons. */
process.on('message', (job: LoadJob) => {
  void (job.drain ? drain(job) : fire(job)).then(
    (result) => process.send?.(result),
    (error: Error) =>
      process.send?.({
        answers: 0,
        failures: 1,
        seconds: 0,
        bytes: 0,
        latencies: [],
        failure: error.message,
      } satisfies LoadResult),
  );
});
process.once('disconnect', () => process.exit(0));

function fire(job: LoadJob): Promise<LoadResult> {
  const result: LoadResult = { answers: 0, failures: 0, seconds: job.seconds, bytes: 0, latencies: [] };
  let next = 0;
  let connection = 0;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url: job.url,
        connections: job.connections,
        duration: job.seconds,
        timeout: 60,
        requests: job.once
          ? [
              {
                method: 'POST',
                path: '/',
                setupRequest: (request) => ({
                  ...request,
                  ...job.requests[Math.min(next++, job.requests.length - 1)],
                }),
              },
            ]
          : job.requests.slice(0, 1),
        // Every connection begins elsewhere in the list, so that they do not all ask the same at once.
        setupClient: (client) => {
          if (job.once) return;
          const at = Math.floor((connection++ * job.requests.length) / job.connections);
          client.setRequests(
            [...job.requests.slice(at), ...job.requests.slice(0, at)].map((request) => ({ ...request })),
          );
        },
      },
      (error) => (error ? reject(error as Error) : resolve(finished(result, job, next))),
    );
    instance.on('response', (_client, status, bytes, milliseconds) => {
      if (performance.now() - began > job.seconds * 1000) return;
      if (status >= 200 && status < 300) {
        result.answers += 1;
        result.bytes += bytes;
        result.latencies.push(milliseconds);
      } else {
        result.failures += 1;
        result.failure = `status ${status}`;
      }
    });
    instance.on('reqError', (error: Error) => {
      result.failures += 1;
      result.failure = error.message;
    });
  });
}

function finished(result: LoadResult, job: LoadJob, used: number): LoadResult {
  if (job.once && used > job.requests.length) {
    result.failures += 1;
    result.failure = `all ${job.requests.length} requests were used up`;
  }
  result.latencies.sort((a, b) => a - b);
  return result;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

export interface TestRedis {
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * A Redis of this spec file alone, in memory, on a free port (or on one that an earlier one had).
 * @throws Error when redis-server is not installed
 */
export async function testRedis(onPort?: number): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'test-redis-'));
  const port = onPort ?? (await freePort());
  const server = spawn('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ]);
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}/0`,
    port,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new Error('The specs of the queue need redis-server: apt-get install redis-server')
          : error,
      ),
    );
    server.once('exit', () => reject(new Error(`redis-server ended at once: ${said}`)));
    server.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Asks for signatures of these, as any S3-compatible store does. */
const KEY = 'S3RVER';

/** Leaves it to the client to end connections: on a busy machine a question could meet the end of its connection. */
const STORE = `
  const S3rver = require('@20minutes/s3rver');
  const store = new S3rver({
    directory: process.argv[1], address: '127.0.0.1', port: 0, configureBuckets: [{ name: 'files' }],
  });
  store.run().then(({ address, port }) => {
    store.httpServer.keepAliveTimeout = 0;
    console.log(address + ':' + port);
  });`;

export interface TestS3 {
  /** What STORAGE_URL takes: an empty bucket. */
  url: string;
  close(): Promise<void>;
}

/** An S3-compatible store of this spec file alone, on a free port. */
export async function testS3(): Promise<TestS3> {
  const folder = await mkdtemp(join(tmpdir(), 'test-s3-'));
  const server = spawn(process.execPath, ['-e', STORE, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const host = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /(127\.0\.0\.1:[1-9]\d*)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`s3rver ended with ${code}: ${said}`)));
  });
  return {
    url: `s3+http://${KEY}:${KEY}@${host}/files`,
    close: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

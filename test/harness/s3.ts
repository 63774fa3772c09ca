import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Asks for signatures of these, as any S3-compatible store does. */
const KEY = 'S3RVER';

export interface TestS3 {
  /** What STORAGE_URL takes: an empty bucket. */
  url: string;
  close(): Promise<void>;
}

/** An S3-compatible store of this spec file alone, on a free port. */
export async function testS3(): Promise<TestS3> {
  const folder = await mkdtemp(join(tmpdir(), 'test-s3-'));
  const server = spawn(
    process.execPath, // the package names a program that it does not hold
    [
      '-e',
      `require('@20minutes/s3rver/lib/cli.js').parseAsync()`,
      's3rver',
      '-d',
      folder,
      '-a',
      '127.0.0.1',
      '-p',
      '0',
      '--configure-bucket',
      'files',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
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

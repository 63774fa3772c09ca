import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identifyProcess, isAlive } from './process-identity.js';
import { LockHeldError, ProcessLock } from './process-lock.js';

describe('the lock of a process', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused while a living process holds it, and names that process and its note', () => {
    ProcessLock.acquire(path, { address: 'http://localhost:3000' });
    expect(() => ProcessLock.acquire(path)).toThrow(LockHeldError);
    expect(ProcessLock.holderOf(path)).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' });
  });

  it('can be taken again after it was given back, and leaves no other file behind', () => {
    ProcessLock.acquire(path).release();
    const again = ProcessLock.acquire(path);
    expect(readdirSync(folder)).toEqual(['lock']);
    again.release();
    again.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const child = spawn('sleep', ['60']);
    const identity = identifyProcess(child.pid ?? 0);
    writeFileSync(path, JSON.stringify(identity));
    expect(() => ProcessLock.acquire(path)).toThrow(LockHeldError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(identity && isAlive(identity)).toBe(false);
    ProcessLock.acquire(path).release();
  });

  it('is taken over when another program runs under the number of its holder by now', () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, birth: 'an earlier boot/123' }));
    ProcessLock.acquire(path).release();
  });

  it.each(['', '{"pid":', '[]', '{"pid":"1","birth":1}'])(
    'is taken over when a power cut left %p in it',
    (text) => {
      writeFileSync(path, text);
      ProcessLock.acquire(path).release();
    },
  );

  it('is waited for, and had as soon as it is given back', async () => {
    const first = ProcessLock.acquire(path);
    setTimeout(() => first.release(), 120);
    (await ProcessLock.acquireWithin(path, 5000)).release();
    ProcessLock.acquire(path);
    await expect(ProcessLock.acquireWithin(path, 60)).rejects.toThrow(LockHeldError);
  });
});

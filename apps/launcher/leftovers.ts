import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from '#platform/embedded-postgres';

const PATIENCE_MS = 10_000;

/** Remembers the children of this start in the data folder, for the next start in case this one is killed. */
export function rememberParts(dataDir: string, parts: readonly (ProcessIdentity | undefined)[]): void {
  const draft = `${fileIn(dataDir)}.draft`;
  writeFileSync(draft, JSON.stringify(parts.filter((part) => part !== undefined)));
  renameSync(draft, fileIn(dataDir));
}

/** Ends the children that a killed start has left; they hold its port and its database connections. */
export async function endLeftovers(dataDir: string, log: (line: string) => void): Promise<void> {
  const left = remembered(dataDir).filter(isAlive);
  if (left.length === 0) return;
  log(
    `Ending ${left.length} ${left.length === 1 ? 'process' : 'processes'} that an earlier start left behind`,
  );
  const deadline = Date.now() + PATIENCE_MS;
  for (const { pid } of left) send(pid, 'SIGTERM');
  while (left.some(isAlive)) {
    if (Date.now() > deadline) for (const part of left.filter(isAlive)) send(part.pid, 'SIGKILL');
    await pause(25);
  }
}

function remembered(dataDir: string): ProcessIdentity[] {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(dataDir), 'utf8'));
    return Array.isArray(value) ? value.filter(isIdentity) : [];
  } catch {
    // No file, or one that a power cut damaged: there is nobody to end that we know of.
    return [];
  }
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    'birth' in value &&
    typeof value.pid === 'number'
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between looking and signalling.
  }
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'parts.json');
}

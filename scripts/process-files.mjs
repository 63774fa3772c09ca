/** Files that name a living process: the set-up lock, and the lock that a running product holds on its data folder. */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Who runs the product on this data folder now: `{ pid, address }`, or undefined. */
export function runningProduct(dataFolder) {
  return livingHolder(`${dataFolder}/lock`);
}

/**
 * Waits for its turn to install and build.
 * @returns {Promise<() => void>} gives the turn back
 */
export async function takeSetupLock(path, say) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  try {
    for (let waited = 0; ; waited += 200) {
      try {
        linkSync(draft, path);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = livingHolder(path);
      if (!holder) rmSync(path, { force: true });
      else {
        if (waited === 1000)
          say(`Waiting for process ${holder.pid}, which is installing or building in this folder…`);
        await pause(200);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function livingHolder(path) {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    return birthOf(holder.pid) === holder.birth ? holder : undefined;
  } catch {
    // No such file, or nothing sensible in it: nobody holds it.
    return undefined;
  }
}

/** Tells a process apart from a later one with the same number; undefined when it is dead. As libs/platform/embedded-postgres does. */
function birthOf(pid) {
  try {
    if (process.platform !== 'linux') {
      const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
        encoding: 'utf8',
      }).trim();
      return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

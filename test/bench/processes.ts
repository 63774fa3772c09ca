import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const MIB = 1024;

const statusOf = (pid: number, field: string): number => {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line ? Number(line[1]) / MIB : 0;
};

/** Memory in use now, MiB. */
export const memory = (pid: number): number => statusOf(pid, 'VmRSS');

/** The most memory in use since the start or since `forgetPeak`, MiB. */
export const peakMemory = (pid: number): number => statusOf(pid, 'VmHWM');

/** Starts a new reckoning of the peak. @returns whether the system let us */
export function forgetPeak(pid: number): boolean {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return true;
  } catch {
    return false;
  }
}

/** Processor time used so far, milliseconds. */
export function cpuTime(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time of a process and of all that it has started, those that are gone too, milliseconds. */
export function cpuTimeOfFamily(pid: number): number {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid,
  );
  const own = statOf(pid);
  const gone = (Number(own[13]) + Number(own[14])) * 10;
  return cpuTime(pid) + gone + children.reduce((sum, child) => sum + cpuTimeOrNone(Number(child)), 0);
}

/** Processor time that the whole machine has used so far, over all cores, milliseconds. */
export function cpuTimeOfMachine(): number {
  const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = ticks;
  return (user + nice + system + irq + softIrq) * 10;
}

/** The fields of /proc/<pid>/stat from the third on. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function parentOf(pid: number): number {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return 0; // ended between the two looks
  }
}

function cpuTimeOrNone(pid: number): number {
  try {
    return cpuTime(pid);
  } catch {
    return 0; // ended meanwhile: counted with its parent's from now on
  }
}

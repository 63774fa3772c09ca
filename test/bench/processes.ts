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
  const own = statOf(pid);
  const gone = (Number(own[13]) + Number(own[14])) * 10;
  return cpuTime(pid) + gone + childrenOf(pid).reduce((sum, child) => sum + orNone(() => cpuTime(child)), 0);
}

/** The processes that a process has started and that are still there. */
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid);

/** The most memory that one of the processes needed that a process has started and that are still there, MiB. */
export const peakMemoryOfChildren = (pid: number): number =>
  Math.max(0, ...childrenOf(pid).map((child) => orNone(() => peakMemory(child))));

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

const parentOf = (pid: number): number => orNone(() => Number(statOf(pid)[1]));

/** Nothing of a process that ended meanwhile; its processor time is counted with its parent's from then on. */
function orNone(measured: () => number): number {
  try {
    return measured();
  } catch {
    return 0;
  }
}

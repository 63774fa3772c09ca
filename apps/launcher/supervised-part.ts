import { setTimeout as pause } from 'node:timers/promises';
import { turnLog } from './log-files.js';
import { type PartOptions, PartProcess } from './part-process.js';

const WAITS_MS = [200, 500, 1000, 2000, 5000, 10_000];
const STEADY_MS = 60_000;
const TURN_EVERY_MS = 60_000;

/** A part that, once it is kept, is started again whenever it ends, after growing waits, until it is stopped. */
export class SupervisedPart {
  private current: PartProcess;
  private stopped = false;
  private deaths = 0;
  private readonly waking = new AbortController();
  private startedAt = Date.now();

  constructor(
    private readonly options: () => PartOptions,
    private readonly log: (line: string) => void,
    /** Called with every new run. */
    private readonly onRun: (run: PartProcess) => void,
  ) {
    this.current = this.run();
  }

  /** From now on it is started again whenever it ends. */
  keep(): void {
    const { logFile, logDays } = this.options();
    if (logFile !== undefined) setInterval(() => turnLog(logFile, logDays), TURN_EVERY_MS).unref();
    void this.supervise();
  }

  get process(): PartProcess {
    return this.current;
  }

  /** Ends the present run; supervision starts the next one, with the options of then. */
  async renew(patienceMs: number): Promise<void> {
    await this.current.stop(patienceMs);
  }

  async stop(patienceMs: number): Promise<void> {
    this.stopped = true;
    this.waking.abort();
    await this.current.stop(patienceMs);
  }

  private run(): PartProcess {
    this.startedAt = Date.now();
    const run = new PartProcess(this.options());
    this.onRun(run);
    return run;
  }

  private async supervise(): Promise<void> {
    for (;;) {
      const { code, signal } = await this.current.ended;
      if (this.stopped) return;
      if (Date.now() - this.startedAt > STEADY_MS) this.deaths = 0;
      const wait = WAITS_MS[Math.min(this.deaths, WAITS_MS.length - 1)] ?? 0;
      this.deaths += 1;
      this.log(`The ${this.current.name} ended (${signal ?? `exit code ${code}`}); starting it again`);
      await pause(wait, undefined, { signal: this.waking.signal }).catch(() => undefined);
      if (this.stopped) return;
      this.current = this.run();
    }
  }
}

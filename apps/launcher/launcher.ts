import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LockHeldError, ProcessLock } from '#platform/embedded-postgres';
import { checkDatabase, checkPort, checkRedis } from './checks.js';
import { KeptDatabase } from './kept-database.js';
import { endLeftovers, rememberParts } from './leftovers.js';
import { type PartOptions, PartProcess } from './part-process.js';
import { StartProblem, StopRequested } from './problem.js';
import { SupervisedPart } from './supervised-part.js';
import { logsDir, type Surroundings } from './surroundings.js';

const READY_WITHIN_MS = 120_000;
const API_PATIENCE_MS = 15_000;
const WORKER_PATIENCE_MS = 30_000;

/** Starts the whole product in order, keeps it running, and stops it in the opposite order. */
export class Launcher {
  private readonly stopping = new AbortController();
  private readonly logs: string;
  private lock: ProcessLock | undefined;
  private database: KeptDatabase | undefined;
  private task: PartProcess | undefined;
  private api: SupervisedPart | undefined;
  private worker: SupervisedPart | undefined;
  private starting: Promise<void> = Promise.resolve();
  private shutdown: Promise<void> | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly log: (line: string) => void,
    /** Called when the product cannot be kept running; `stop` is then still to be called. */
    private readonly onLost: (error: unknown) => void,
  ) {
    this.logs = logsDir(surroundings.dataDir);
  }

  /**
   * From nothing to a product that answers.
   * @throws StartProblem, EmbeddedPostgresError with one sentence; StopRequested when `stop` was called meanwhile
   */
  start(): Promise<void> {
    return (this.starting = this.startAll());
  }

  private async startAll(): Promise<void> {
    const { config, dataDir, embedded } = this.surroundings;
    this.lock = this.takeLock();
    await endLeftovers(dataDir, this.log);
    await checkPort(config.HOST, config.PORT);
    if (config.redisUrl) await checkRedis(config.redisUrl);
    if (embedded) {
      this.step('Starting PostgreSQL');
      this.database = await KeptDatabase.open(dataDir, this.log);
    } else {
      this.step('Looking for the database of DATABASE_URL');
      await checkDatabase(config.databaseUrl);
    }
    this.step('Bringing the database up to date');
    await this.runCli('migrate');
    this.step('Looking whether the first data are there');
    await this.runCli('seed', '--if-empty');
    this.step('Starting the API, the worker and the web');
    this.api = this.supervise('API', 'api');
    this.worker = this.supervise('worker', 'worker');
    await this.untilReady(this.api, this.worker);
    this.api.keep();
    this.worker.keep();
    this.database?.watch(() => void this.renewParts(), this.onLost);
  }

  /** Stops what was started, in order, and returns when nothing of it is left. May be called any number of times. */
  stop(): Promise<void> {
    this.stopping.abort();
    return (this.shutdown ??= this.stopAll());
  }

  private async stopAll(): Promise<void> {
    await this.task?.stop(API_PATIENCE_MS);
    // A start under way ends at its next step: only then is it certain what there is to stop.
    await this.starting.catch(() => undefined);
    await this.api?.stop(API_PATIENCE_MS);
    await this.worker?.stop(WORKER_PATIENCE_MS);
    await this.database?.stop();
    this.lock?.release();
  }

  private takeLock(): ProcessLock {
    const { config, dataDir } = this.surroundings;
    try {
      return ProcessLock.acquire(join(dataDir, 'lock'), { address: config.publicUrl });
    } catch (error) {
      if (!(error instanceof LockHeldError)) throw error;
      const { pid, address } = error.holder;
      throw new StartProblem(
        `The product already runs on this data folder at ${String(address)} (process ${pid}): stop it first, or set MIRPS_DATA and PORT.`,
      );
    }
  }

  /** Says what comes next, unless the start was called off. */
  private step(sentence: string): void {
    if (this.stopping.signal.aborted) throw new StopRequested();
    this.log(`${sentence}…`);
  }

  private async runCli(...args: string[]): Promise<void> {
    this.task = new PartProcess({
      name: args.join(' '),
      program: 'apps/cli/main.js',
      args,
      environment: this.environment(),
    });
    const { code, signal } = await this.task.ended;
    if (this.stopping.signal.aborted) throw new StopRequested();
    if (code !== 0)
      throw new StartProblem(
        `"mirps ${args.join(' ')}" failed (${signal ?? `exit code ${code}`}); what it printed above says why.`,
      );
  }

  private supervise(name: string, part: 'api' | 'worker'): SupervisedPart {
    const options = (): PartOptions => ({
      name,
      program: `apps/${part}/main.js`,
      environment: this.environment(),
      logFile: join(this.logs, `${part}.log`),
      logDays: this.surroundings.config.LOG_KEPT_DAYS,
    });
    return new SupervisedPart(options, this.log, () => {
      // Runs while the field that holds the part is being set: look at the fields one turn later.
      setImmediate(() =>
        rememberParts(this.surroundings.dataDir, [this.api?.process.identity, this.worker?.process.identity]),
      );
    });
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      ...this.surroundings.environment,
      ...(this.database ? { DATABASE_URL: this.database.url } : {}),
    };
  }

  private async renewParts(): Promise<void> {
    await Promise.all([this.api?.renew(API_PATIENCE_MS), this.worker?.renew(WORKER_PATIENCE_MS)]);
  }

  /** A part that ends before the product was ready once has a reason that another try does not remove. */
  private async untilReady(...parts: SupervisedPart[]): Promise<void> {
    const firstRuns = parts.map((part) => part.process);
    const { config } = this.surroundings;
    const host =
      config.HOST === '0.0.0.0'
        ? '127.0.0.1'
        : config.HOST.includes(':')
          ? `[${config.HOST === '::' ? '::1' : config.HOST}]`
          : config.HOST;
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      if (this.stopping.signal.aborted) throw new StopRequested();
      const fallen = firstRuns.find((run) => run.hasEnded);
      if (fallen) {
        const { code, signal } = await fallen.ended;
        throw new StartProblem(
          `The ${fallen.name} does not start (${signal ?? `exit code ${code}`}). Its last words:\n${fallen.lastWords()}`,
        );
      }
      if (
        firstRuns.every((run) => run.isReady) &&
        (await answersReady(`http://${host}:${config.PORT}/health/ready`))
      )
        return;
      if (Date.now() > deadline)
        throw new StartProblem(
          `API and worker did not become ready within ${READY_WITHIN_MS / 1000} s: see ${this.logs}.`,
        );
      await pause(50);
    }
  }
}

function answersReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 2000, agent: false }, (answer) => {
      answer.resume();
      answer.once('close', () => resolve(answer.statusCode === 200));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

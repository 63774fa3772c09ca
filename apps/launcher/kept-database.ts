import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgres } from '#platform/embedded-postgres';

const LOOK_EVERY_MS = 250;
const TRIES = 5;

/** The embedded database, started again when its server dies, on the same port where that is possible. */
export class KeptDatabase {
  private readonly leaving = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  private constructor(
    private postgres: EmbeddedPostgres,
    private readonly dataDir: string,
    private readonly log: (line: string) => void,
  ) {}

  /** @throws EmbeddedPostgresError with one sentence when it cannot be had */
  static async open(dataDir: string, log: (line: string) => void): Promise<KeptDatabase> {
    return new KeptDatabase(await EmbeddedPostgres.start({ dataDir, log }), dataDir, log);
  }

  get url(): string {
    return this.postgres.url;
  }

  get clusterDir(): string {
    return this.postgres.clusterDir;
  }

  /**
   * Watches the server from now on.
   * @param onMoved called when it came back at another address
   * @param onLost called when it does not start any more
   */
  watch(onMoved: () => void, onLost: (error: unknown) => void): void {
    this.watching = this.look(onMoved).catch(onLost);
  }

  async stop(): Promise<void> {
    this.leaving.abort();
    await this.watching;
    await this.postgres.stop();
  }

  private async look(onMoved: () => void): Promise<void> {
    while (await this.wait(LOOK_EVERY_MS)) {
      if (this.postgres.isRunning()) continue;
      this.log('PostgreSQL ended; starting it again');
      const before = this.url;
      await this.startAgain();
      this.log('PostgreSQL is back');
      if (this.url !== before) onMoved();
    }
  }

  private async startAgain(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.postgres.stop();
        this.postgres = await EmbeddedPostgres.start({ dataDir: this.dataDir, log: this.log });
        return;
      } catch (error) {
        if (attempt === TRIES || !(await this.wait(attempt * 500))) throw error;
      }
    }
  }

  /** False when it is being stopped. */
  private async wait(milliseconds: number): Promise<boolean> {
    await pause(milliseconds, undefined, { signal: this.leaving.signal }).catch(() => undefined);
    return !this.leaving.signal.aborted;
  }
}

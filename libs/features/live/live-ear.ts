import { type Database, Listener, newId } from '#platform/database';
import type { Logger } from '#platform/log';
import { LIVE_CHANNEL, type LiveNews } from './live.news.js';

/** How long it may take until it hears itself. */
const PATIENCE_MS = 10_000;
/** How long it rests after it has heard nothing. */
const REST_MS = 60_000;

interface Probe {
  probe: string;
}

export interface EarOptions {
  databaseUrl: string;
  heard: (news: LiveNews) => void;
  /** It had been lost for a moment: something may have been told meanwhile. */
  missed: () => void;
  /** It does not hear, and will not for a while. */
  deaf: () => void;
  log: Logger;
  patienceMs?: number;
}

/**
 * Hears what any process tells, on one connection however many pages are open; opened when the first one asks. It counts as
 * hearing once it has heard itself: behind a pooler that lends connections by the transaction, LISTEN succeeds and is silent.
 */
export class LiveEar {
  private listener: Listener | undefined;
  private probe = '';
  private hears = false;
  private heardBefore = false;
  private deafUntil = 0;
  private patience: NodeJS.Timeout | undefined;
  private waiting: ((hears: boolean) => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly options: EarOptions,
  ) {}

  /** Whether news will be heard; waits until that is known. */
  ready(): Promise<boolean> | boolean {
    if (this.hears) return true;
    if (Date.now() < this.deafUntil) return false;
    if (!this.listener) this.open();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    clearTimeout(this.patience);
    const { listener } = this;
    this.listener = undefined;
    this.answer(false);
    await listener?.stop();
  }

  private open(): void {
    const { databaseUrl, log } = this.options;
    this.hurry();
    this.listener = new Listener({
      databaseUrl,
      channel: LIVE_CHANNEL,
      name: 'live news',
      heard: (payload) => this.take(JSON.parse(payload) as LiveNews | Probe),
      listens: () => {
        this.probe = newId();
        this.database.notify(LIVE_CHANNEL, JSON.stringify({ probe: this.probe } satisfies Probe));
      },
      lost: () => {
        this.hears = false;
        this.hurry();
      },
      log,
    });
    this.listener.start();
  }

  private take(told: LiveNews | Probe): void {
    if (!('probe' in told)) return this.options.heard(told);
    if (told.probe !== this.probe || this.hears) return;
    clearTimeout(this.patience);
    this.hears = true;
    this.answer(true);
    if (this.heardBefore) this.options.missed();
    this.heardBefore = true;
  }

  /** From now on it has so long to hear itself. */
  private hurry(): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.giveUp(), this.options.patienceMs ?? PATIENCE_MS);
    this.patience.unref();
  }

  private giveUp(): void {
    this.options.log.warn(
      'open pages are not told what changes, they ask: PostgreSQL hands on no notices here',
    );
    this.deafUntil = Date.now() + REST_MS;
    void this.close();
    this.options.deaf();
  }

  private answer(hears: boolean): void {
    if (!hears) this.hears = false;
    for (const tell of this.waiting.splice(0)) tell(hears);
  }
}

import type { MessageEvent } from '@nestjs/common';
import type { Subscriber } from 'rxjs';
import type { Actor } from '#platform/http';
import type { LiveNews } from './live.news.js';

/** How long news gathers before it is sent. */
const GATHER_MS = 150;
/** More than that at once is told as "everything". */
const MOST_WAITING = 100;

export interface StreamOptions {
  userId: string;
  out: Subscriber<MessageEvent>;
  /** Who asks, as the session stands now; undefined once it has ended. */
  whoNow: () => Promise<Actor | undefined> | Actor | undefined;
  /** Whether it is the person's to know. */
  concerns: (actor: Actor, news: LiveNews) => boolean;
}

/** One open page: gathers what changed and says it, as long as the session lasts. */
export class LiveStream {
  readonly userId: string;
  private readonly waiting = new Map<string, LiveNews>();
  private everything = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: StreamOptions) {
    this.userId = options.userId;
  }

  take(news: LiveNews): void {
    if ('people' in news.for && !news.for.people.includes(this.userId)) return;
    if (this.waiting.size >= MOST_WAITING) return this.refetch();
    if (!this.everything) this.waiting.set(JSON.stringify(news), news);
    this.later();
  }

  /** Something may have been missed: the page reads all of it anew. */
  refetch(): void {
    this.everything = true;
    this.waiting.clear();
    this.later();
  }

  /** Shows proxies that the stream lives, and ends it when its session has ended. */
  async beat(): Promise<void> {
    if (await this.person()) this.options.out.next({ comment: 'still there' });
  }

  end(): void {
    clearTimeout(this.timer);
    this.options.out.complete();
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.send(), GATHER_MS);
  }

  private async send(): Promise<void> {
    const person = await this.person();
    this.timer = undefined;
    const [all, news] = [this.everything, [...this.waiting.values()]];
    this.everything = false;
    this.waiting.clear();
    if (!person) return;
    if (all) return this.options.out.next({ type: 'refetch', data: {} });
    const changes = new Map(
      news
        .filter((each) => this.options.concerns(person, each))
        .map(({ topic, key }) => [`${topic} ${key ?? ''}`, { topic, key }]),
    );
    if (changes.size > 0)
      this.options.out.next({ type: 'changed', data: { changes: [...changes.values()] } });
  }

  /** Who is told; whoever has no session any more is told nothing, and neither is anybody while nobody can tell. */
  private async person(): Promise<Actor | undefined> {
    const actor = await Promise.resolve(this.options.whoNow()).catch(() => undefined);
    if (actor?.userId === this.userId && !actor.pending) return actor;
    this.end();
    return undefined;
  }
}

import { LRUCache } from 'lru-cache';
import type { Actor } from '#platform/http';

/** How long a caller is believed without asking the database again. */
const BELIEVED_MS = 60_000;
const MOST_CALLERS = 10_000;

/** Who a cookie or token stands for, and how many milliseconds that is certain. */
export interface Recognised {
  actor: Actor;
  certainFor: number;
}

/** Callers that were recognised not long ago, and those that are being looked up, once for all who ask at the same time. */
export class BelievedCallers {
  private readonly actors = new LRUCache<string, Actor>({ max: MOST_CALLERS, ttl: BELIEVED_MS });
  private readonly loading = new Map<string, Promise<Actor | undefined>>();
  /** Grows with every "forget": what was read before then must not be kept. */
  private age = 0;

  /** The caller behind a key: at once when known, else by `load`. */
  get(
    key: string,
    load: () => Promise<Recognised | undefined>,
  ): Promise<Actor | undefined> | Actor | undefined {
    return this.actors.get(key) ?? this.loading.get(key) ?? this.load(key, load);
  }

  /** Whether the key belongs to somebody, as far as is known without asking. */
  knows(key: string): boolean {
    return this.actors.has(key);
  }

  /** Those who fit are looked up again. */
  forget(fits: (key: string, actor: Actor) => boolean): void {
    this.age += 1;
    this.loading.clear();
    for (const [key, actor] of this.actors.entries()) if (fits(key, actor)) this.actors.delete(key);
  }

  private load(key: string, load: () => Promise<Recognised | undefined>): Promise<Actor | undefined> {
    const { age } = this;
    const found = load()
      .then((recognised) => {
        const ttl = Math.floor(Math.min(BELIEVED_MS, recognised?.certainFor ?? 0));
        if (recognised && age === this.age && ttl >= 1) this.actors.set(key, recognised.actor, { ttl });
        return recognised?.actor;
      })
      .finally(() => {
        if (this.loading.get(key) === found) this.loading.delete(key);
      });
    this.loading.set(key, found);
    return found;
  }
}

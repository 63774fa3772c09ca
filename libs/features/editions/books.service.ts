import { Inject, Injectable } from '@nestjs/common';
import type { CycleDto } from '#features/cycles';
import { AccessService } from '#features/identity';
import { SnapshotsService } from '#features/rollups';
import { Clock } from '#platform/clock';
import type { Actor } from '#platform/http';
import type { MayTell } from './reference.answers.js';
import { ReferenceBook } from './reference.book.js';

/** Where the figures of a text come from: a snapshot, or the numbers as they are now, which may still change. */
export type NumbersOf = { snapshotId: string; snapshotNumber: number } | { live: true };

export interface Book {
  book: ReferenceBook;
  source: NumbersOf;
}

/** How long the numbers of now are taken for those of now: who writes asks many times a minute. */
const FRESH_MS = 10_000;
/** Snapshots are some megabytes; few cycles are written about at a time. */
const MOST_BOOKS = 3;

/** Finds the figures that texts of a cycle's report refer to. */
@Injectable()
export class BooksService {
  private readonly frozen = new Map<string, Promise<ReferenceBook>>();
  private readonly live = new Map<string, { at: number; book: Promise<ReferenceBook> }>();

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(SnapshotsService) private readonly snapshots: SnapshotsService,
  ) {}

  /** The newest snapshot of a cycle; before there is one, the numbers as they are now. */
  async of(cycle: CycleDto): Promise<Book> {
    const [newest] = await this.snapshots.list(cycle.key);
    if (!newest) return { book: await this.now(cycle.key), source: { live: true } };
    return {
      book: await this.ofSnapshot(newest.id),
      source: { snapshotId: newest.id, snapshotNumber: newest.number },
    };
  }

  ofSnapshot(id: string): Promise<ReferenceBook> {
    return remembered(this.frozen, id, async () => new ReferenceBook(await this.snapshots.content(id)));
  }

  /** What an actor may read of a cycle's figures: published ones everybody, earlier ones whoever reads those rollups. */
  mayTell(actor: Actor, cycle: CycleDto): MayTell {
    const states = this.access.statesOf(actor, 'rollup.read');
    if (states === 'all' || cycle.state === 'published') return () => true;
    return (stateCode) => stateCode === null || states.includes(stateCode);
  }

  private now(cycleKey: string): Promise<ReferenceBook> {
    const now = this.clock.now().getTime();
    const known = this.live.get(cycleKey);
    if (known && now - known.at < FRESH_MS) return known.book;
    const book = this.snapshots.live(cycleKey).then((content) => new ReferenceBook(content));
    book.catch(() => this.live.delete(cycleKey));
    this.live.set(cycleKey, { at: now, book });
    return book;
  }
}

/** The value under a key, made once; the oldest are let go. What failed is tried again. */
function remembered<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  for (const oldest of [...map.keys()].slice(0, Math.max(0, map.size - MOST_BOOKS))) map.delete(oldest);
  return made;
}

import { Inject, Injectable } from '@nestjs/common';
import { signedIn } from '#features/identity';
import { tellLive } from '#features/live';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, notFound, type Page, pageOf, parseCursor } from '#platform/http';
import type { NotificationKind } from './notification.vocabulary.js';
import type { NotificationDto, NotificationsQuery, UnreadDto } from './notifications.dto.js';
import { NEWEST, READ, tellThem, UNREAD } from './notifications.queries.js';

const NOTIFICATION = { en: 'notification', es: 'el aviso' };

/** What people are told of inside the product. Each reads and marks their own, and nobody else's. */
@Injectable()
export class NotificationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(actor: Actor, { unread, limit, cursor }: NotificationsQuery): Promise<Page<NotificationDto>> {
    const { userId } = signedIn(actor);
    const [at, id] = cursor === undefined ? [null, null] : parseCursor(cursor, 2, isPlace);
    const rows = await this.database.query<NotificationDto>(NEWEST, [
      userId,
      unread ?? false,
      at,
      id,
      limit + 1,
    ]);
    return pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  }

  async unread(actor: Actor): Promise<UnreadDto> {
    const found = await this.database.one<UnreadDto>(UNREAD, [signedIn(actor).userId]);
    return found ?? { unread: 0 };
  }

  /** Marks one as read; again is no error. @throws DomainError not_found for what is not theirs */
  async read(actor: Actor, id: string): Promise<UnreadDto> {
    const { userId } = signedIn(actor);
    const own = await this.database.one('SELECT 1 FROM notifications WHERE user_id = $1 AND id = $2', [
      userId,
      id,
    ]);
    if (!own) throw notFound(NOTIFICATION);
    await this.markRead(userId, id);
    return this.unread(actor);
  }

  async readAll(actor: Actor): Promise<UnreadDto> {
    await this.markRead(signedIn(actor).userId, null);
    return { unread: 0 };
  }

  /**
   * Tells everybody whom a piece of news concerns, once however often it is handed on. The news itself was written in the
   * transaction of what it tells (outbox), so nothing is told that did not happen, and nothing that did is lost.
   * @param news ids of what it is about
   * @param source which news it is
   * @returns how many were told
   */
  async tell(kind: NotificationKind, news: object, source: string): Promise<number> {
    const values = [JSON.stringify(news), this.clock.now(), kind, source];
    const told = await this.database.query<{ userId: string }>(tellThem(kind), values);
    this.tellPages(told.map(({ userId }) => userId));
    return told.length;
  }

  private async markRead(userId: string, id: string | null): Promise<void> {
    if ((await this.database.execute(READ, [userId, id, this.clock.now()])) > 0) this.tellPages([userId]);
  }

  private tellPages(people: string[]): void {
    tellLive(this.database, { topic: 'notifications', for: { people } });
  }
}

const isPlace = ([at, id]: unknown[]): boolean =>
  typeof at === 'string' &&
  !Number.isNaN(Date.parse(at)) &&
  typeof id === 'string' &&
  /^[0-9a-f-]{36}$/.test(id);

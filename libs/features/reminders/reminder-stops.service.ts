import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';

/** Lets people stop reminders by the link in a mail, without signing in, and take them up again. */
@Injectable()
export class ReminderStops {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** The address of one person's page. Its key is worth nothing for anything else. */
  address(userId: string, lang: string): string {
    return `${this.config.publicUrl}/account/reminders?person=${userId}&key=${this.keyOf(userId)}&lang=${lang}`;
  }

  /** Whether reminders are stopped. @throws DomainError not_found for a key that is not this person's */
  async isStopped(userId: string, key: string): Promise<boolean> {
    this.assertKey(userId, key);
    return (
      (await this.database.one('SELECT 1 FROM reminder_stops WHERE user_id = $1', [userId])) !== undefined
    );
  }

  /** Safe to repeat. @throws DomainError not_found for a key that is not this person's, or a person who is gone */
  async set(userId: string, key: string, stopped: boolean): Promise<void> {
    this.assertKey(userId, key);
    await this.change(userId, stopped);
  }

  /** Of somebody who is known to be the person. Safe to repeat. */
  async change(userId: string, stopped: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const changed = stopped
        ? await this.database.execute(
            `INSERT INTO reminder_stops (user_id, stopped_at) SELECT id, $2 FROM auth_users WHERE id = $1
             ON CONFLICT DO NOTHING`,
            [userId, this.clock.now()],
          )
        : await this.database.execute('DELETE FROM reminder_stops WHERE user_id = $1', [userId]);
      if (changed === 0) return;
      const action = stopped ? 'reminder.stop' : 'reminder.resume';
      await this.audit.record({ action, entity: 'user', entityId: userId });
    });
  }

  private keyOf(userId: string): string {
    return createHmac('sha256', this.config.secret)
      .update(`reminders/${userId}`)
      .digest('base64url')
      .slice(0, 32);
  }

  private assertKey(userId: string, key: string): void {
    const right = Buffer.from(this.keyOf(userId));
    const given = Buffer.from(key);
    if (given.length !== right.length || !timingSafeEqual(given, right))
      throw notFound({ en: 'address for reminders', es: 'la dirección de recordatorios' });
  }
}

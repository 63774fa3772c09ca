import { Inject, Injectable, Module } from '@nestjs/common';
import { Database } from '#platform/database';
import { MailOutbox } from '#platform/mail';
import { defineJob, Handles } from '#platform/queue';

/** Lets go of what nobody needs any more, so that nothing grows with history that need not. */
export const keepHouse = defineJob<object>({ name: 'housekeeping.daily', queue: 'housekeeping' });

@Injectable()
class Housekeeping {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
  ) {}

  /** Answers to repeated requests live a day, sessions until they expire, links for a month, kept mails while they are the newest 10,000. */
  @Handles(keepHouse)
  async keep(): Promise<{ idempotencyKeys: number; sessions: number; links: number; mails: number }> {
    return {
      idempotencyKeys: await this.database.execute(
        `DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'`,
      ),
      sessions: await this.database.execute('DELETE FROM auth_sessions WHERE expires_at < now()'),
      // An invitation that was never accepted is listed until somebody takes it back.
      links: await this.database.execute(
        `DELETE FROM auth_links WHERE purpose <> 'invitation' AND expires_at < now() - interval '30 days'`,
      ),
      mails: await this.mails.prune(),
    };
  }
}

@Module({ providers: [Housekeeping] })
export class HousekeepingModule {}

import { Inject, Injectable, Module } from '@nestjs/common';
import { Config } from '#platform/config';
import { LONGEST_SESSION } from '#features/identity';
import { READ_KEPT_DAYS } from '#features/notifications';
import { Database } from '#platform/database';
import { MailOutbox } from '#platform/mail';
import { defineJob, Handles } from '#platform/queue';
import { ReceivedFiles } from '#platform/storage';

/** Tables that name files which people sent. */
const WITH_FILES = ['evidence_files', 'team_products', 'story_photos'];

/** Lets go of what nobody needs any more, so that nothing grows with history that need not. */
export const keepHouse = defineJob<object>({ name: 'housekeeping.daily', queue: 'housekeeping' });

@Injectable()
export class Housekeeping {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(Config) private readonly config: Config,
    @Inject(ReceivedFiles) private readonly files: ReceivedFiles,
  ) {}

  /**
   * Answers to repeated requests and one-time values live a day, sessions with their addresses until they expire, links for a
   * month, tokens for three after their end, notifications for two after they were read (unread ones for six), kept mails for `MAIL_KEPT_DAYS` and while they are the newest 10,000. A file sent as
   * evidence waits 30 days for an update to name it; what is left of a broken request, a day.
   */
  @Handles(keepHouse)
  async keep(): Promise<Record<string, number>> {
    return {
      idempotencyKeys: await this.database.execute(
        `DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'`,
      ),
      sessions: await this.database.execute(
        `DELETE FROM auth_sessions WHERE expires_at < now() OR created_at < now() - interval '${LONGEST_SESSION}'`,
      ),
      // The newest invitation is listed until it is accepted or taken back.
      links: await this.database.execute(
        `DELETE FROM auth_links l
          WHERE expires_at < now() - interval '30 days'
            AND (purpose <> 'invitation' OR EXISTS (SELECT FROM auth_accounts a WHERE a.user_id = l.user_id))`,
      ),
      verifications: await this.database.execute(
        `DELETE FROM auth_verifications WHERE expires_at < now() - interval '1 day'`,
      ),
      attempts: await this.database.execute(
        `DELETE FROM sign_in_attempts WHERE tried_at < now() - interval '2 days' AND (locked_until IS NULL OR locked_until < now())`,
      ),
      tokens: await this.database.execute(
        `DELETE FROM api_tokens WHERE least(expires_at, revoked_at) < now() - interval '90 days'`,
      ),
      notifications: await this.database.execute(
        `DELETE FROM notifications WHERE coalesce(read_at, created_at + interval '${2 * READ_KEPT_DAYS} days') < now() - interval '${READ_KEPT_DAYS} days'`,
      ),
      mails: await this.mails.prune(this.config.MAIL_KEPT_DAYS),
      evidenceFiles: await this.database.execute(
        `DELETE FROM evidence_files f WHERE unnamed_since < now() - interval '30 days'
            AND NOT EXISTS (SELECT FROM evidence e WHERE e.file_id = f.id)`,
      ),
      files: await this.files.removeUnnamed(WITH_FILES),
    };
  }
}

@Module({ providers: [Housekeeping] })
export class HousekeepingModule {}

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Mailer } from '#platform/mail';
import type { ReminderOutcome } from './reminder-ledger.entity.js';
import { reminderMail, type ReminderLetter } from './reminder.mail.js';
import { DIGEST_TO_SEND } from './reminder.queries.js';

type ClaimedDigest = Omit<ReminderLetter, 'ledgerId'> & {
  id: string;
  outcome: ReminderOutcome;
  active: boolean;
};

/** Sends claimed digests, each once. */
@Injectable()
export class ReminderSender {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  /**
   * Sends one digest with what is still open of it, and writes down that it did, in one transaction: with the local outbox
   * both happen or neither; with SMTP a crash in between repeats the mail under the same Message-ID.
   */
  async send(ledgerId: string): Promise<ReminderOutcome> {
    return this.database.transaction(async () => {
      const digest = await this.database.one<ClaimedDigest & Record<string, unknown>>(
        DIGEST_TO_SEND,
        [ledgerId],
        'reminder_digest',
      );
      if (!digest) return 'nothing_left'; // the person or the cycle is gone, and the entry with it
      if (digest.outcome !== 'claimed') return digest.outcome;
      const outcome: ReminderOutcome = digest.active && digest.items.length > 0 ? 'sent' : 'nothing_left';
      await this.database.execute(
        `UPDATE reminder_ledger SET outcome = $2, sent_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END WHERE id = $1`,
        [ledgerId, outcome, this.clock.now()],
        'reminder_sent',
      );
      if (outcome === 'sent')
        await this.mailer.send(await reminderMail({ ...digest, ledgerId }, this.config.publicUrl));
      return outcome;
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { daysLeft } from '#features/cycles';
import { addDays, localDay } from '#platform/calendar';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Bilingual } from '#platform/http';
import { Mailer } from '#platform/mail';
import type { ReminderOutcome } from './reminder-ledger.entity.js';
import { reminderMail, type ReminderLetter } from './reminder.mail.js';
import { ReminderStops } from './reminder-stops.service.js';
import { DIGEST_TO_SEND } from './reminder.queries.js';
import { reasonFor } from './reminder.text.js';

type ClaimedDigest = Omit<ReminderLetter, 'ledgerId' | 'why' | 'settings'> & {
  id: string;
  userId: string;
  outcome: ReminderOutcome;
  active: boolean;
  offsetDays: number;
  timeZone: string;
};

/** Sends claimed digests, each once. */
@Injectable()
export class ReminderSender {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(ReminderStops) private readonly stops: ReminderStops,
  ) {}

  /**
   * Sends one digest with what is still open of it, and writes down that it did, in one transaction: with the local outbox
   * both happen or neither; with SMTP a crash in between repeats the mail under the same Message-ID.
   */
  async send(ledgerId: string): Promise<ReminderOutcome> {
    return this.database.transaction(async () => {
      const digest = await this.database.one<ClaimedDigest & Record<string, unknown>>(
        DIGEST_TO_SEND,
        [ledgerId, this.clock.now()],
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
        await this.mailer.send({
          ...(await reminderMail(
            {
              ...digest,
              ledgerId,
              why: this.whyNow(digest),
              settings: this.stops.address(digest.userId, digest.lang),
            },
            this.config.publicUrl,
          )),
          personId: digest.userId,
        });
      return outcome;
    });
  }

  /** Writes down that sending did not work, for whoever asks who was reminded. */
  async failed(ledgerId: string): Promise<void> {
    await this.database.execute(
      `UPDATE reminder_ledger SET failed_at = $2 WHERE id = $1 AND outcome = 'claimed'`,
      [ledgerId, this.clock.now()],
    );
  }

  /** Said anew, because what was due when the digest was claimed may have been submitted meanwhile. */
  private whyNow(digest: ClaimedDigest): Bilingual {
    const { cycleKind, dueOn, year, kind, items, timeZone } = digest;
    const day = addDays(dueOn, digest.offsetDays);
    const now = this.clock.now();
    return reasonFor({
      cycle: { year, kind: cycleKind, dueOn },
      kind,
      items,
      daysLeft: daysLeft({ dueOn }, now, timeZone),
      plannedOn: localDay(now, timeZone) > day ? day : null,
    });
  }
}

import { type Database, newId } from '#platform/database';
import type { ReadyMail } from './mail.js';
import type { MailTransport } from './mailer.js';

/** A kept mail in a list. */
export interface KeptMail {
  id: string;
  messageId: string;
  recipient: string;
  subject: string;
  createdAt: Date;
}

/** A kept mail whole. */
export interface KeptMailBody extends KeptMail {
  sender: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
}

const LISTED = `id, message_id AS "messageId", recipient, subject, created_at AS "createdAt"`;

/** Where mails stay when there is no SMTP server. A mail that comes again with the same Message-ID is kept once. */
export class MailOutbox implements MailTransport {
  constructor(private readonly database: Database) {}

  async send(mail: ReadyMail): Promise<void> {
    await this.database.execute(
      `INSERT INTO mail_outbox (id, message_id, sender, recipient, subject, text, html, headers, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (message_id) DO NOTHING`,
      [
        newId(),
        mail.messageId,
        mail.from,
        mail.to,
        mail.subject,
        mail.text,
        mail.html ?? null,
        JSON.stringify(mail.headers),
        mail.personId,
      ],
    );
  }

  /** Newest first. @param before id of the last one seen */
  list(limit: number, before?: string): Promise<KeptMail[]> {
    return this.database.query<KeptMail>(
      `SELECT ${LISTED} FROM mail_outbox WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`,
      [limit, before ?? null],
    );
  }

  find(id: string): Promise<KeptMailBody | undefined> {
    return this.database.one<KeptMailBody>(
      `SELECT ${LISTED}, sender, text, html, headers FROM mail_outbox WHERE id = $1`,
      [id],
    );
  }

  /** Forgets what is older than some days, and all but the newest. @returns how many went */
  prune(days: number, keep = 10_000): Promise<number> {
    return this.database.execute(
      `DELETE FROM mail_outbox
        WHERE created_at < now() - make_interval(days => $1)
           OR id < (SELECT id FROM mail_outbox ORDER BY id DESC OFFSET $2 LIMIT 1)`,
      [days, Math.max(0, keep - 1)],
    );
  }

  /** Forgets mails to a person, also to addresses that they no longer have, and those that name them. @returns how many went */
  forget({ id, name, email }: { id: string; name: string; email: string }): Promise<number> {
    return this.database.execute(
      `DELETE FROM mail_outbox
        WHERE strpos(lower(recipient), lower($1)) > 0
           OR strpos(lower(concat_ws(' ', subject, text, html)), lower($1)) > 0
           OR strpos(concat_ws(' ', subject, text, html), $2) > 0
           OR person_id = $3`,
      [email, name, id],
    );
  }

  async close(): Promise<void> {}
}

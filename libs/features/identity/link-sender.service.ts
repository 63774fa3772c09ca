import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Mailer } from '#platform/mail';
import { linkMail } from './link.mail.js';
import { Links } from './links.service.js';

/** Beyond this many links an hour, a person gets no more: nobody's mailbox is flooded by others. */
const MOST_AN_HOUR = 6;

const RECENT = `
  SELECT count(*)::int AS count FROM auth_links a, auth_links b
   WHERE a.id = $1 AND b.user_id = a.user_id AND b.purpose = a.purpose AND b.created_at BETWEEN a.created_at - interval '1 hour' AND a.created_at`;

/** Sends links by mail. Who asked for a link does not learn whether there was anybody to send it to. */
@Injectable()
export class LinkSender {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Config,
    @Inject(Links) private readonly links: Links,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async send(linkId: string): Promise<'sent' | 'nobody' | 'too_many'> {
    const link = await this.links.living(linkId);
    if (!link) return 'nobody';
    const recent = await this.database.one<{ count: number }>(RECENT, [linkId]);
    if ((recent?.count ?? 0) > MOST_AN_HOUR) return 'too_many';
    const letter = {
      linkId,
      purpose: link.purpose,
      to: link.purpose === 'email_new' && link.email ? link.email : link.address,
      name: link.name,
      lang: link.lang,
      newEmail: link.email,
      expiresAt: link.expiresAt,
      link: this.links.addressOf(linkId),
    };
    const mail = await linkMail(letter, this.config.publicUrl);
    await this.mailer.send({ ...mail, personId: link.userId });
    return 'sent';
  }
}

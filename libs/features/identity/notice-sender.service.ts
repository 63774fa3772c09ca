import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { Mailer } from '#platform/mail';
import { AccountNotices, type AccountNotice } from './account-notices.service.js';
import { noticeMail } from './notice.mail.js';

/** Sends notices by mail. */
@Injectable()
export class NoticeSender {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Config,
    @Inject(AccountNotices) private readonly notices: AccountNotices,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  async send(notice: AccountNotice): Promise<'sent' | 'nobody'> {
    const person = await this.database.one<{ name: string; email: string; lang: Lang }>(
      'SELECT name, email, lang FROM auth_users WHERE id = $1 AND active',
      [notice.userId],
    );
    if (!person) return 'nobody';
    const to = this.notices.addressIn(notice) ?? person.email;
    await this.mailer.send(await noticeMail({ ...notice, ...person, to }, this.config.publicUrl));
    return 'sent';
  }
}

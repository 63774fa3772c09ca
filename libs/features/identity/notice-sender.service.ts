import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Lang } from '#platform/http';
import { Mailer } from '#platform/mail';
import { AccountNotices, type AccountNotice } from './account-notices.service.js';
import { type LetterDelegation, noticeMail } from './notice.mail.js';

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
    const letter = { ...notice, ...person, to, delegation: await this.told(notice) };
    const mail = await noticeMail(letter, this.config.publicUrl);
    await this.mailer.send({ ...mail, personId: notice.userId });
    return 'sent';
  }

  private async told({ delegation }: AccountNotice): Promise<LetterDelegation | undefined> {
    if (!delegation) return undefined;
    const { personId, from, to } = delegation;
    const other = await this.database.one<{ name: string }>('SELECT name FROM auth_users WHERE id = $1', [
      personId,
    ]);
    return { name: other?.name ?? '', from, to };
  }
}

import { Inject, Injectable, Module } from '@nestjs/common';
import { subscribe } from '#platform/outbox';
import { defineJob, Handles } from '#platform/queue';
import { accountChanged, type AccountNotice } from './account-notices.service.js';
import { NoticeSender } from './notice-sender.service.js';
import { linkIssued } from './links.service.js';
import { LinkSender } from './link-sender.service.js';

const MAIL = { queue: 'mail', attempts: 8, backoffMs: 2_000, timeoutMs: 60_000 } as const;
export const sendLink = defineJob<{ linkId: string }>({ name: 'account.send_link', ...MAIL });
export const sendNotice = defineJob<AccountNotice>({ name: 'account.send_notice', ...MAIL });

export const identitySubscriptions = [
  subscribe(linkIssued, sendLink, ({ linkId }) => ({ linkId })),
  subscribe(accountChanged, sendNotice, (notice) => notice),
];

@Injectable()
class IdentityJobs {
  constructor(
    @Inject(LinkSender) private readonly links: LinkSender,
    @Inject(NoticeSender) private readonly notices: NoticeSender,
  ) {}

  @Handles(sendLink)
  async sendLink({ linkId }: { linkId: string }): Promise<{ outcome: string }> {
    return { outcome: await this.links.send(linkId) };
  }

  @Handles(sendNotice)
  async sendNotice(notice: AccountNotice): Promise<{ outcome: string }> {
    return { outcome: await this.notices.send(notice) };
  }
}

/** Worker only. */
@Module({ providers: [IdentityJobs] })
export class IdentityJobsModule {}

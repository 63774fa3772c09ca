import { Inject, Injectable, Module } from '@nestjs/common';
import { subscribe } from '#platform/outbox';
import { defineJob, Handles } from '#platform/queue';
import { linkIssued } from './links.service.js';
import { LinkSender } from './link-sender.service.js';

export const sendLink = defineJob<{ linkId: string }>({
  name: 'account.send_link',
  queue: 'mail',
  attempts: 8,
  backoffMs: 2_000,
  timeoutMs: 60_000,
});

export const identitySubscriptions = [subscribe(linkIssued, sendLink, ({ linkId }) => ({ linkId }))];

@Injectable()
class IdentityJobs {
  constructor(@Inject(LinkSender) private readonly sender: LinkSender) {}

  @Handles(sendLink)
  async send({ linkId }: { linkId: string }): Promise<{ outcome: string }> {
    return { outcome: await this.sender.send(linkId) };
  }
}

/** Worker only. */
@Module({ providers: [IdentityJobs] })
export class IdentityJobsModule {}

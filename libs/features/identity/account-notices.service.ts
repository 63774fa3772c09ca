import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { newId } from '#platform/database';
import { Outbox, topic } from '#platform/outbox';
import type { AccountChange } from './identity.vocabulary.js';
import { seal, unseal } from './secret-box.js';

/** Who stands in for whom, told to one of the two. */
export interface NoticedDelegation {
  /** The other one. */
  personId: string;
  /** ISO 8601. */
  from: string;
  to: string;
}

/** Something happened to an account that its owner should know of. Names nobody in clear. */
export interface AccountNotice {
  noticeId: string;
  userId: string;
  change: AccountChange;
  at: string;
  /** Where to send it instead of the person's present address; encrypted. */
  sealedAddress: string | null;
  /** Of delegations alone. */
  delegation?: NoticedDelegation;
}

export const accountChanged = topic<AccountNotice>('account.changed');

const PURPOSE = 'notice';

/** Has people told of what happens to their account, so that they notice when it was not they who did it. */
@Injectable()
export class AccountNotices {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * In the transaction of the change; the mail itself goes out later, and whether it can does not matter to the change.
   * @param about the address that the person had before, when that is what changed; of delegations, who and when
   */
  async tell(
    userId: string,
    change: AccountChange,
    { address, delegation }: { address?: string; delegation?: NoticedDelegation } = {},
  ): Promise<void> {
    await this.outbox.publish(accountChanged, {
      noticeId: newId(),
      userId,
      change,
      at: this.clock.now().toISOString(),
      sealedAddress: address === undefined ? null : seal(Buffer.from(address), this.config.secret, PURPOSE),
      ...(delegation ? { delegation } : {}),
    });
  }

  /** The address that a notice brought along. */
  addressIn({ sealedAddress }: AccountNotice): string | undefined {
    return sealedAddress === null
      ? undefined
      : unseal(sealedAddress, this.config.secret, PURPOSE).toString('utf8');
  }
}

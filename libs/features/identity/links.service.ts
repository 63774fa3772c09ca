import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Config } from '#platform/config';
import { Database, newId } from '#platform/database';
import { type DomainError, goneAlready, type Lang } from '#platform/http';
import { Outbox, topic } from '#platform/outbox';
import type { LinkPurpose } from './identity.vocabulary.js';

/** A link waits to be sent by mail. */
export const linkIssued = topic<{ linkId: string }>('account.link_issued');

const MINUTE_MS = 60_000;
export const LINK_LASTS_MS: Record<LinkPurpose, number> = {
  sign_in: 15 * MINUTE_MS,
  password_reset: 30 * MINUTE_MS,
  invitation: 72 * 60 * MINUTE_MS,
  email_old: 24 * 60 * MINUTE_MS,
  email_new: 24 * 60 * MINUTE_MS,
};

/** A link that still works, with the person whose it is. */
export interface LivingLink {
  id: string;
  purpose: LinkPurpose;
  /** The new address, of a change of address. */
  email: string | null;
  changeId: string | null;
  userId: string;
  name: string;
  /** The person's present address. */
  address: string;
  lang: Lang;
  expiresAt: Date;
}

export interface NewLink {
  userId: string;
  purpose: LinkPurpose;
  email?: string;
  changeId?: string;
}

const INSERT = `
  INSERT INTO auth_links (id, user_id, purpose, email, change_id, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

// One statement whether or not somebody has the address: it takes the same time.
const INSERT_FOR_ADDRESS = `
  INSERT INTO auth_links (id, user_id, purpose, created_at, expires_at)
  VALUES ($1, (SELECT id FROM auth_users WHERE email = lower($2) AND active), $3, $4, $5)`;

const LIVING = `
  SELECT l.id, l.purpose, l.email, l.change_id AS "changeId", l.user_id AS "userId", u.name, u.email AS address, u.lang,
         l.expires_at AS "expiresAt"
    FROM auth_links l JOIN auth_users u ON u.id = l.user_id AND u.active
   WHERE l.id = $1 AND l.used_at IS NULL AND l.expires_at > $2`;

/** Links that work once and for a while. What makes one secret is worked out from its id, and stored nowhere. */
@Injectable()
export class Links {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Makes a link and has it sent. In a transaction. */
  async issue({ userId, purpose, email, changeId }: NewLink): Promise<void> {
    const id = newId();
    await this.database.execute(INSERT, [
      id,
      userId,
      purpose,
      email ?? null,
      changeId ?? null,
      ...this.span(purpose),
    ]);
    await this.outbox.publish(linkIssued, { linkId: id });
  }

  /** The same for whoever has an address; nobody learns whether somebody has. */
  async issueTo(address: string, purpose: LinkPurpose): Promise<void> {
    const id = newId();
    await this.database.transaction(async () => {
      await this.database.execute(INSERT_FOR_ADDRESS, [id, address, purpose, ...this.span(purpose)]);
      await this.outbox.publish(linkIssued, { linkId: id });
    });
  }

  /** The link of an id, while it works. */
  living(id: string): Promise<LivingLink | undefined> {
    return this.database.one<LivingLink & Record<string, unknown>>(LIVING, [id, this.clock.now()]);
  }

  /** @throws DomainError gone for what is no link of ours, used or too old: all alike */
  async read(token: string): Promise<LivingLink> {
    const id = this.idIn(token);
    const link = id && (await this.living(id));
    if (!link) throw goneLink();
    return link;
  }

  /** Uses a link up. In the transaction of what it does. @throws DomainError gone when somebody was faster */
  async use({ id }: LivingLink): Promise<void> {
    const used = await this.database.execute(
      'UPDATE auth_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, this.clock.now()],
    );
    if (used === 0) throw goneLink();
  }

  /** Takes back what a person was sent and has not used. @returns how many */
  takeBack(userId: string, purposes: readonly LinkPurpose[]): Promise<number> {
    return this.database.execute(
      'UPDATE auth_links SET used_at = $3 WHERE user_id = $1 AND purpose = ANY($2) AND used_at IS NULL',
      [userId, purposes, this.clock.now()],
    );
  }

  /** What stands in the mail: the id and its mark. */
  tokenOf(id: string): string {
    return `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${this.mark(id).toString('base64url')}`;
  }

  /** The address that a mail leads to. Behind the #, so that it comes into no log on the way. */
  addressOf(id: string): string {
    return `${this.config.publicUrl}/link#${this.tokenOf(id)}`;
  }

  private idIn(token: string): string | undefined {
    const [name = '', mark = ''] = token.split('.');
    const hex = Buffer.from(name, 'base64url').toString('hex');
    if (hex.length !== 32) return undefined;
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const given = Buffer.from(mark, 'base64url');
    const right = this.mark(id);
    return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
  }

  private mark(id: string): Buffer {
    return createHmac('sha256', this.config.secret).update(`link ${id}`).digest();
  }

  private span(purpose: LinkPurpose): [Date, Date] {
    const now = this.clock.now();
    return [now, new Date(now.getTime() + LINK_LASTS_MS[purpose])];
  }
}

const goneLink = (): DomainError =>
  goneAlready({
    en: 'This link does not work any more. Links work once and for a short time; ask for a new one.',
    es: 'Este enlace ya no funciona. Los enlaces sirven una sola vez y por poco tiempo; pida uno nuevo.',
  });

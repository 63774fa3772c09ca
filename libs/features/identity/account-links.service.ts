import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { invalid, runAs } from '#platform/http';
import type { LinkDto, LinkRequestDto, LinkUsedDto, LinkUseDto } from './auth.dto.js';
import { EmailChanges } from './email-changes.service.js';
import { type LivingLink, Links } from './links.service.js';
import { Passwords } from './passwords.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignIn } from './sign-in.service.js';

/** What people do with links that came by mail, without being signed in. */
@Injectable()
export class AccountLinks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Links) private readonly links: Links,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(EmailChanges) private readonly changes: EmailChanges,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(SignIn) private readonly library: SignIn,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** Has a link sent, if somebody has the address. The answer is the same either way. @throws DomainError too_many */
  async request({ email, purpose }: LinkRequestDto, address: string): Promise<void> {
    await this.attempts.begin(`link ${email}`, address);
    await this.links.issueTo(email, purpose);
  }

  /** What a link will do. @throws DomainError gone */
  async look(token: string): Promise<LinkDto> {
    const { purpose, name, address, email, expiresAt } = await this.links.read(token);
    return { purpose, name, address, newEmail: email, expiresAt };
  }

  /**
   * Does what the link is for. An invitation sets the first password and signs in; a reset ends all sessions.
   * @throws DomainError gone, invalid for a weak password, conflict when somebody else took the new address meanwhile
   */
  async use(input: LinkUseDto, request: FastifyRequest, reply: FastifyReply): Promise<LinkUsedDto> {
    const link = await this.links.read(input.token);
    const outcome = await runAs(
      { userId: link.userId, name: link.name, roles: [] },
      () => this.database.transaction(() => this.carryOut(link, input.password)),
      request.id,
    );
    if (outcome === 'signed_in')
      await this.library.open({ userId: link.userId, method: 'link', strong: false }, request, reply);
    return { outcome };
  }

  private async carryOut(link: LivingLink, password: string | undefined): Promise<LinkUsedDto['outcome']> {
    await this.links.use(link);
    switch (link.purpose) {
      case 'sign_in':
        await this.cameByMail(link.userId);
        await this.audit.record({ action: 'account.sign_in', entity: 'user', entityId: link.userId });
        return 'signed_in';
      case 'invitation':
        await this.setPassword(link.userId, password, { action: 'account.accept_invitation', first: true });
        return 'signed_in';
      case 'password_reset':
        await this.setPassword(link.userId, password, { action: 'account.reset_password' });
        return 'password_set';
      case 'email_old':
      case 'email_new':
        return (await this.changes.confirmed(link)) ? 'email_changed' : 'email_half_confirmed';
    }
  }

  /** The mail has been read at the person's address, so that is theirs, and they are invited no longer. */
  private async cameByMail(userId: string): Promise<void> {
    await this.database.execute(
      'UPDATE auth_users SET email_verified = true WHERE id = $1 AND NOT email_verified',
      [userId],
    );
  }

  /** What else they were sent is used up, too. */
  private async setPassword(
    userId: string,
    password: string | undefined,
    options: { action: string; first?: boolean },
  ): Promise<void> {
    if (!password) throw invalid('password', { en: 'is required', es: 'es obligatorio' });
    await this.passwords.set(userId, password, options);
    await this.cameByMail(userId);
    await this.links.takeBack(userId, ['sign_in', 'password_reset', 'invitation']);
  }
}

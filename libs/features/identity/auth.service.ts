import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { runAs } from '#platform/http';
import type { OwnUserDto, SessionDto, SignInDto } from './auth.dto.js';
import { Sessions } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignIn } from './sign-in.service.js';

/** Opens and closes sessions. */
@Injectable()
export class AuthService {
  constructor(
    @Inject(SignIn) private readonly library: SignIn,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** @throws DomainError unauthenticated, too_many */
  async signIn(input: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<SessionDto> {
    await this.attempts.begin(input.email, request.ip);
    const session = sessionOf(await this.library.forward(request, reply));
    await this.attempts.succeeded(input.email, request.ip);
    if (session.user) await this.note('account.sign_in', session.user.id, session.user.name, request.id);
    return session;
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.authenticate(request);
    await this.library.forward(request, reply);
    this.sessions.forgetRequest(request);
    if (actor?.userId) await this.note('account.sign_out', actor.userId, actor.name, request.id);
  }

  /** Who is signed in. Renews a session that is more than a day old. */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<SessionDto> {
    return sessionOf(await this.library.forward(request, reply));
  }

  private async note(action: string, userId: string, name: string, requestId: string): Promise<void> {
    const entry = { action, entity: 'user', entityId: userId };
    await runAs(
      { userId, name, roles: [] },
      () => this.database.transaction(() => this.audit.record(entry)),
      requestId,
    );
  }
}

function sessionOf(body: unknown): SessionDto {
  const user =
    typeof body === 'object' && body !== null && 'user' in body ? (body.user as OwnUserDto | null) : null;
  return { user: user ? { id: user.id, name: user.name, email: user.email, lang: user.lang } : null };
}

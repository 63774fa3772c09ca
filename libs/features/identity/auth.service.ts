import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AuditRecord, AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { type Actor, runAs } from '#platform/http';
import type { OwnUserDto, SessionDto, SignInDto } from './auth.dto.js';
import type { SignInMethod } from './identity.vocabulary.js';
import { Passkeys } from './passkeys.service.js';
import { SecondFactors } from './second-factors.service.js';
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
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** @throws DomainError unauthenticated, too_many */
  async signIn(input: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<SessionDto> {
    await this.attempts.begin(input.email, request.ip);
    const user = userOf(await this.library.forward(request, reply));
    await this.attempts.succeeded(input.email, request.ip);
    if (!user) return { user: null, step: null };
    await this.note('account.sign_in', user.id, user.name, request.id);
    return { user, step: (await this.sessions.stepAfterOneFactor(user.id)) ?? null };
  }

  /** With a passkey, which is as good as two factors. @throws DomainError unauthenticated, too_many */
  async signInWithPasskey(
    response: Record<string, unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionDto> {
    const credential = String(response['id']).slice(0, 400);
    await this.attempts.begin(`passkey ${credential}`, request.ip);
    const userId = await this.passkeys.recognise(response);
    const user = userOf(await this.library.open({ userId, method: 'passkey', strong: true }, request, reply));
    await this.attempts.succeeded(`passkey ${credential}`, request.ip);
    if (user) await this.note('account.sign_in', user.id, user.name, request.id);
    return { user, step: null };
  }

  /** The second step of a sign-in. @throws DomainError invalid for a wrong code, too_many */
  async showSecondFactor(
    actor: Actor,
    code: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionDto> {
    if (actor.userId) await this.factors.show(actor.userId, code, request.ip);
    return this.strengthen(actor, request, reply);
  }

  /** A new session in place of the present one, for who has just shown a second factor: no token outlives the step. */
  async strengthen(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<SessionDto> {
    const token = this.sessions.tokenOf(request);
    const [present] = token
      ? await this.database.query<{ method: SignInMethod }>(
          'DELETE FROM auth_sessions WHERE token = $1 AND user_id = $2 RETURNING method',
          [token, actor.userId],
        )
      : [];
    this.sessions.forgetRequest(request);
    if (!present || !actor.userId) return { user: null, step: null };
    const session = { userId: actor.userId, method: present.method, strong: true };
    return { user: userOf(await this.library.open(session, request, reply)), step: null };
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const actor = await this.sessions.authenticate(request);
    await this.library.forward(request, reply);
    this.sessions.forgetRequest(request);
    if (actor?.userId) await this.note('account.sign_out', actor.userId, actor.name, request.id);
  }

  /** Who is signed in. Renews a session that is more than a day old. */
  async session(request: FastifyRequest, reply: FastifyReply): Promise<SessionDto> {
    const actor = await this.sessions.authenticate(request);
    if (!actor) return { user: null, step: null };
    return { user: userOf(await this.library.forward(request, reply)), step: actor.pending ?? null };
  }

  private async note(action: string, userId: string, name: string, requestId: string): Promise<void> {
    const entry: AuditRecord = { action, entity: 'user', entityId: userId };
    await runAs(
      { userId, name, roles: [] },
      () => this.database.transaction(() => this.audit.record(entry)),
      requestId,
    );
  }
}

function userOf(body: unknown): OwnUserDto | null {
  const user =
    typeof body === 'object' && body !== null && 'user' in body ? (body.user as OwnUserDto | null) : null;
  return user && { id: user.id, name: user.name, email: user.email, lang: user.lang };
}

import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AuditRecord, AuditService } from '#features/audit';
import { Database } from '#platform/database';
import { currentRequest, notFound, runAs } from '#platform/http';
import type { ProviderDto } from './auth.dto.js';
import { GroupRoles } from './group-roles.service.js';
import { type OidcProvider } from './oidc.config.js';
import type { ProviderReturn } from './provider-return.js';
import { SignInAttempts } from './sign-in-attempts.service.js';
import { SignIn } from './sign-in.service.js';

/** Where the browser goes when the provider, or we, say no. The page tells no more than that. */
const REFUSED = '/sign-in?provider=refused';

/** Sign-in through governments' own identity providers. */
@Injectable()
export class ProviderSignIn {
  constructor(
    @Inject(SignIn) private readonly library: SignIn,
    @Inject(Database) private readonly database: Database,
    @Inject(GroupRoles) private readonly groups: GroupRoles,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  list(): ProviderDto[] {
    const lang = currentRequest()?.lang ?? 'es';
    return this.library.providers.map(({ id, name, stateCode }) => ({ id, name: name[lang], stateCode }));
  }

  /** @returns the provider's own page to go to @throws DomainError not_found, too_many */
  async begin(id: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    this.provider(id);
    await this.attempts.begin(`provider ${id} ${request.ip}`, request.ip);
    const answer = await this.library.ask('/api/auth/sign-in/social', request, reply, {
      provider: id,
      callbackURL: '/',
      errorCallbackURL: REFUSED,
      disableRedirect: true,
    });
    return String((answer as { url?: string }).url);
  }

  /** The person comes back from the provider. @returns where to go on */
  async finish(id: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const back: ProviderReturn = { provider: this.provider(id) };
    const to = await this.library.comeBack(back, request, reply);
    const { userId, claims, provider } = back;
    if (!userId || !claims) return REFUSED;
    await this.attempts.succeeded(`provider ${id} ${request.ip}`, request.ip);
    const note: AuditRecord = {
      action: 'account.sign_in',
      entity: 'user',
      entityId: userId,
      stateCode: provider.stateCode,
      after: { provider: id },
    };
    await runAs(
      { userId, name: claims.name, roles: [] },
      () =>
        this.database.transaction(async () => {
          await this.audit.record(note);
          await this.groups.follow(userId, provider, claims.groups);
        }),
      request.id,
    );
    return to;
  }

  private provider(id: string): OidcProvider {
    const provider = this.library.providers.find((each) => each.id === id);
    if (!provider) throw notFound({ en: 'provider', es: 'el proveedor' });
    return provider;
  }
}

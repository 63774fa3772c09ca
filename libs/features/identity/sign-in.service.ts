import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { DomainError } from '#platform/http';
import { LOGGER, type Logger } from '#platform/log';
import { type OidcProvider, oidcProviders } from './oidc.config.js';
import { providerReturn, type ProviderReturn } from './provider-return.js';
import type { SessionToOpen } from './open-session.plugin.js';
import { Sessions } from './sessions.service.js';
import { ADDRESS_HEADER, signInOptions } from './sign-in.options.js';

/** What we use of the sign-in library; requests are answered as the web answers. */
interface Library {
  handler: (request: Request) => Promise<Response>;
  comeBack: (back: ProviderReturn, request: Request) => Promise<Response>;
  openSession: (session: SessionToOpen, headers: Headers) => Promise<Response>;
}

const REFUSED = {
  en: 'E-mail address or password is wrong.',
  es: 'La dirección de correo o la contraseña no es correcta.',
};

/**
 * The door to the sign-in library. It is loaded with the first request that needs it, so that a process that only
 * checks sessions stays small.
 */
@Injectable()
export class SignIn {
  private library: Promise<Library> | undefined;
  /** Governments' own identity providers. */
  readonly providers: readonly OidcProvider[];

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {
    this.providers = oidcProviders(config.MIRPS_OIDC_FILE);
  }

  /**
   * Hands a request on and passes the cookies of the answer to the caller.
   * @returns the answer's JSON body
   * @throws DomainError unauthenticated for whatever was wrong with address or password, forbidden for a foreign page
   */
  async forward(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { handler } = await this.load();
    return this.pass(await handler(this.webRequest(request)), request, reply);
  }

  /** Asks the library something else than the request itself did, and passes on what comes of it as above. */
  async ask(path: string, request: FastifyRequest, reply: FastifyReply, body: object): Promise<unknown> {
    const { handler } = await this.load();
    return this.pass(await handler(this.webRequest(request, path, body)), request, reply);
  }

  /**
   * Hands over a browser that comes back from a provider.
   * @param back learns what the provider said and who that is
   * @returns the address to go on to
   */
  async comeBack(back: ProviderReturn, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { comeBack } = await this.load();
    const answer = await comeBack(back, this.webRequest(request));
    if (answer.status >= 500) throw new Error(`the sign-in library answered ${answer.status}`);
    await this.passCookies(answer, request, reply);
    return answer.headers.get('location') ?? '/';
  }

  /**
   * Opens a session for somebody who has proved who they are in another way than by password.
   * @throws DomainError unauthenticated for who may not sign in
   */
  async open(session: SessionToOpen, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { openSession } = await this.load();
    return this.pass(await openSession(session, this.webRequest(request).headers), request, reply);
  }

  private async pass(answer: Response, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (answer.status === 403)
      throw new DomainError('forbidden', {
        en: `Open the tracker at ${this.config.publicUrl} to sign in there.`,
        es: `Abra el sistema en ${this.config.publicUrl} para iniciar sesión.`,
      });
    if (answer.status >= 500) throw new Error(`the sign-in library answered ${answer.status}`);
    if (answer.status >= 400) throw new DomainError('unauthenticated', REFUSED);
    await this.passCookies(answer, request, reply);
    return await answer.json();
  }

  private async passCookies(answer: Response, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const cookies = answer.headers.getSetCookie();
    await this.sessions.endReplaced(request, cookies);
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    void reply.header('cache-control', 'no-store');
  }

  private webRequest(
    request: FastifyRequest,
    path: string = request.url,
    given: unknown = request.body,
  ): Request {
    const headers = new Headers({ 'content-type': 'application/json', [ADDRESS_HEADER]: request.ip });
    for (const name of [
      'cookie',
      'user-agent',
      'host',
      'sec-fetch-site',
      'sec-fetch-mode',
      'sec-fetch-dest',
    ] as const) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    // The library wants an origin with every cookie; a program without a browser has none to forge.
    headers.set('origin', request.headers.origin ?? new URL(this.config.publicUrl).origin);
    const body = request.method === 'GET' ? undefined : JSON.stringify(given ?? {});
    return new Request(new URL(path, this.config.publicUrl), {
      method: request.method,
      headers,
      body,
    });
  }

  private load(): Promise<Library> {
    this.library ??= this.start().catch((error: unknown) => {
      this.library = undefined;
      throw error;
    });
    return this.library;
  }

  private async start(): Promise<Library> {
    const [{ betterAuth }, { openSessions }] = await Promise.all([
      import('better-auth'),
      import('./open-session.plugin.js'),
    ]);
    const issuerOf = async (id: string): Promise<string | undefined> =>
      (await auth.$context).socialProviders.find((each) => each.id === id)?.issuer;
    const options = signInOptions(this.config, this.database, this.logger);
    const more =
      this.providers.length > 0
        ? [(await import('./oidc.plugin.js')).oidcPlugin(this.providers, issuerOf)]
        : [];
    const auth = betterAuth({ ...options, plugins: [openSessions, ...more] as [typeof openSessions] });
    return {
      handler: auth.handler,
      comeBack: (back, request) => providerReturn.run(back, () => auth.handler(request)),
      openSession: (body, headers) => auth.api.openSession({ body, headers, asResponse: true }),
    };
  }
}

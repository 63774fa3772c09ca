import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { DomainError } from '#platform/http';
import { LOGGER, type Logger } from '#platform/log';
import { ADDRESS_HEADER, signInOptions } from './sign-in.options.js';

/** A request to the sign-in library, answered as the web answers. */
type Handler = (request: Request) => Promise<Response>;

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
  private handler: Promise<Handler> | undefined;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Hands a request on and passes the cookies of the answer to the caller.
   * @returns the answer's JSON body
   * @throws DomainError unauthenticated for whatever was wrong with address or password, forbidden for a foreign page
   */
  async forward(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const answer = await (await this.load())(this.webRequest(request));
    if (answer.status === 403)
      throw new DomainError('forbidden', {
        en: `Open the tracker at ${this.config.publicUrl} to sign in there.`,
        es: `Abra el sistema en ${this.config.publicUrl} para iniciar sesión.`,
      });
    if (answer.status >= 500) throw new Error(`the sign-in library answered ${answer.status}`);
    if (answer.status >= 400) throw new DomainError('unauthenticated', REFUSED);
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    void reply.header('cache-control', 'no-store');
    return await answer.json();
  }

  private webRequest(request: FastifyRequest): Request {
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
    const body = request.method === 'GET' ? undefined : JSON.stringify(request.body ?? {});
    return new Request(new URL(request.url, this.config.publicUrl), {
      method: request.method,
      headers,
      body,
    });
  }

  private load(): Promise<Handler> {
    this.handler ??= this.start().catch((error: unknown) => {
      this.handler = undefined;
      throw error;
    });
    return this.handler;
  }

  private async start(): Promise<Handler> {
    const { betterAuth } = await import('better-auth');
    return betterAuth(signInOptions(this.config, this.database, this.logger)).handler;
  }
}

import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER, type Logger } from '#platform/log';
import { contextOf } from './context.js';
import { DomainError, type ErrorCode, ERRORS } from './errors.js';
import { problemOf } from './problem.js';

const BY_STATUS = new Map<number, ErrorCode>(
  Object.entries(ERRORS).map(([code, { status }]) => [status, code as ErrorCode]),
);

/** The one place where an error becomes an answer. What nobody foresaw is logged whole and told as an internal failure. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    this.answer(thrown, request, http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = domainErrorOf(thrown);
    if (error.code === 'internal')
      this.logger.error(
        { requestId: request.id, method: request.method, route: request.routeOptions?.url, err: thrown },
        'request failed',
      );
    else if (isTold(error.code, request))
      this.logger.info(
        {
          event: 'refused',
          code: error.code,
          requestId: request.id,
          method: request.method,
          route: request.routeOptions?.url,
          userId: contextOf(request).actor?.userId ?? undefined,
        },
        'request refused',
      );
    if (reply.sent) return;
    void reply
      .status(ERRORS[error.code].status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(error, contextOf(request).lang, request.id)));
  }
}

/** Refusals that tell of somebody who tries what they may not; what was sent is not written down. */
const TOLD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(['second_factor_required', 'proof_required', 'forbidden', 'too_many'] as const),
  ...(['malformed', 'invalid', 'payload_too_large', 'unsupported_media'] as const),
]);

/** Nobody is told of strangers who look at a page, but of credentials that are not right. */
function isTold(code: ErrorCode, { headers, url }: FastifyRequest): boolean {
  if (code !== 'unauthenticated') return TOLD.has(code);
  return Boolean(headers.cookie ?? headers.authorization) || url.startsWith('/api/auth/');
}

function domainErrorOf(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const code = status === undefined ? undefined : BY_STATUS.get(status);
  if (code && code !== 'internal') return new DomainError(code);
  if (isDatabaseAway(thrown))
    return new DomainError('unavailable', {
      en: 'The database cannot be reached. Nothing was saved; try again in a moment.',
      es: 'No se puede acceder a la base de datos. No se guardó nada; intente de nuevo en un momento.',
    });
  return new DomainError('internal', {
    en: 'Something failed on our side; nothing was saved. Try again, and name the request id if it goes on.',
    es: 'Algo falló de nuestro lado; no se guardó nada. Intente de nuevo e indique el número de solicitud si continúa.',
  });
}

/** Fastify's own refusals (body too large, broken JSON...) carry a status code. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  return 'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

const AWAY = /^(08|57P0)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT/;

function isDatabaseAway(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  if ('code' in thrown && AWAY.test(String(thrown.code))) return true;
  return (
    thrown instanceof Error &&
    /Connection terminated|connection timeout|timeout exceeded when trying to connect/i.test(thrown.message)
  );
}

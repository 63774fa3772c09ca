import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { DomainError, invalid } from './errors.js';

/** The version that the caller saw, from `If-Match: "3"`. Missing: 428. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header)
    throw new DomainError('precondition_required', {
      en: 'Send the ETag that you read as If-Match, so that nobody else’s change is overwritten.',
      es: 'Envíe en If-Match el ETag que leyó, para no sobrescribir los cambios de otra persona.',
    });
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (!version)
    throw invalid('If-Match', {
      en: 'must be an ETag of this resource, like "3"',
      es: 'debe ser un ETag de este recurso, como "3"',
    });
  return Number(version);
});

@Injectable()
class VersionHeader implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (typeof body === 'object' && body !== null && 'version' in body)
          void reply.header('etag', `"${String(body.version)}"`);
        return body;
      }),
    );
  }
}

/** Sends the body's `version` as ETag; with `write`, documents that If-Match is needed. */
export const Versioned = (options: { write?: boolean } = {}): MethodDecorator =>
  applyDecorators(
    UseInterceptors(VersionHeader),
    ...(options.write
      ? [
          ApiHeader({
            name: 'If-Match',
            required: true,
            description: 'ETag of the version that you saw',
            example: '"3"',
          }),
        ]
      : []),
  );

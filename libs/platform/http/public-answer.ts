import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { RawJson } from './raw-json.js';

/** For how long anybody may show an answer again without asking: a correction is seen by all after a minute. */
const KEPT_SECONDS = 60;

/**
 * Marks an answer as the same for everybody: proxies may keep it, and whoever has it already gets 304.
 * @returns what to send; undefined for 304
 */
export function publicAnswer<T extends string | Uint8Array>(
  request: FastifyRequest,
  reply: FastifyReply,
  content: T,
): T | undefined {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  void reply.headers({ etag: tag, 'cache-control': `public, max-age=${KEPT_SECONDS}` }).removeHeader('vary');
  if (!knowsTag(request.headers['if-none-match'], tag)) return content;
  void reply.code(304);
  return undefined;
}

/** Whether one of the tags that the caller has is this one. A proxy that packs an answer makes its tag a weak one. */
export const knowsTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);

@Injectable()
class PublicAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((body: unknown) => {
        const text = body instanceof RawJson ? body.text : JSON.stringify(body);
        const reply = http.getResponse<FastifyReply>();
        const sent = publicAnswer(http.getRequest<FastifyRequest>(), reply, text);
        return sent === undefined ? undefined : new RawJson(sent);
      }),
    );
  }
}

/** For a JSON route whose answer is the same for everybody: with a strong ETag, 304, and for proxies to keep. */
export const SameForEverybody = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(PublicAnswers),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'ETags that you have; 304 for one of them',
    }),
  );

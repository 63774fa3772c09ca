import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Database } from '#platform/database';
import { currentActor } from './context.js';
import { DomainError, invalid } from './errors.js';

const HEADER = 'Idempotency-Key';

/** An answer as it is kept: its body, and the version that it told of. */
interface Kept {
  fingerprint: string;
  answer: unknown;
  etag: string | null;
}

/**
 * Answers a repeated `Idempotency-Key` with the first answer. The key's row is written in the same transaction as the
 * work: two requests at once wait for each other, and a failed one leaves no trace.
 */
@Injectable()
class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(Database) private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
      throw invalid(HEADER, {
        en: 'must have 8 to 200 visible characters',
        es: 'debe tener de 8 a 200 caracteres visibles',
      });
    const reply = http.getResponse<FastifyReply>();
    return from(this.once(request, reply, key, () => firstValueFrom(next.handle())));
  }

  private once(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const actorId = currentActor()?.userId ?? 'public';
    const fingerprint = fingerprintOf(request);
    return this.database.transaction(async () => {
      const fresh = await this.database.execute(
        'INSERT INTO idempotency_keys (actor_id, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [actorId, key, fingerprint],
      );
      if (fresh === 0) return this.remembered(actorId, key, fingerprint, reply);
      const answer = await work();
      await this.database.execute(
        'UPDATE idempotency_keys SET answer = $3, etag = $4 WHERE actor_id = $1 AND key = $2',
        [actorId, key, JSON.stringify(answer ?? null), reply.getHeader('etag') ?? null],
      );
      return answer;
    });
  }

  /** @throws DomainError sent_before when the key came with something else the first time */
  private async remembered(
    actorId: string,
    key: string,
    fingerprint: string,
    reply: FastifyReply,
  ): Promise<unknown> {
    const kept = await this.database.one<Kept & Record<string, unknown>>(
      'SELECT fingerprint, answer, etag FROM idempotency_keys WHERE actor_id = $1 AND key = $2',
      [actorId, key],
    );
    if (kept?.fingerprint !== fingerprint) throw new DomainError('sent_before', SENT_BEFORE, [USED]);
    if (kept.etag !== null) void reply.header('etag', kept.etag);
    return kept.answer;
  }
}

const SENT_BEFORE = {
  en: 'What was sent first has arrived, and was different from this. Look at what is there now and change that; send once more only for a second one.',
  es: 'Lo que se envió primero llegó, y era distinto de esto. Mire lo que hay ahora y cambie eso; envíe una vez más solo si quiere un segundo registro.',
};

const USED = {
  field: HEADER,
  detail: {
    en: 'was used for another request; take a new key for a new one',
    es: 'se usó para otra solicitud; tome una clave nueva para una nueva',
  },
};

/** What is asked for; of a file its bytes, which as JSON would be five times as much. */
function fingerprintOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(`${method} ${url} `)
    .update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
    .digest('hex');
}

/** A creating route that may be repeated safely with an `Idempotency-Key`. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: HEADER,
      required: false,
      description:
        'Any unique text of 8 to 200 visible characters. The same request with it within a day gives the first answer again and ' +
        'makes nothing twice; another request with it answers 422. A request that was refused leaves its key free.',
      example: '5f2c1d1e-update-mx-01',
    }),
  );

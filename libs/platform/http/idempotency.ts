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
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Database } from '#platform/database';
import { currentActor } from './context.js';
import { conflict, invalid } from './errors.js';

/**
 * Answers a repeated `Idempotency-Key` with the first answer. The key's row is written in the same transaction as the
 * work: two requests at once wait for each other, and a failed one leaves no trace.
 */
@Injectable()
class IdempotencyInterceptor implements NestInterceptor {
  constructor(@Inject(Database) private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
      throw invalid('Idempotency-Key', {
        en: 'must have 8 to 200 visible characters',
        es: 'debe tener de 8 a 200 caracteres visibles',
      });
    return from(this.once(request, key, () => firstValueFrom(next.handle())));
  }

  private once(request: FastifyRequest, key: string, work: () => Promise<unknown>): Promise<unknown> {
    const actorId = currentActor()?.userId ?? 'public';
    const fingerprint = createHash('sha256')
      .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    return this.database.transaction(async () => {
      const fresh = await this.database.execute(
        'INSERT INTO idempotency_keys (actor_id, key, fingerprint) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [actorId, key, fingerprint],
      );
      if (fresh === 0) return this.remembered(actorId, key, fingerprint);
      const answer = await work();
      await this.database.execute(
        'UPDATE idempotency_keys SET answer = $3 WHERE actor_id = $1 AND key = $2',
        [actorId, key, JSON.stringify(answer ?? null)],
      );
      return answer;
    });
  }

  private async remembered(actorId: string, key: string, fingerprint: string): Promise<unknown> {
    const row = await this.database.one<{ fingerprint: string; answer: unknown }>(
      'SELECT fingerprint, answer FROM idempotency_keys WHERE actor_id = $1 AND key = $2',
      [actorId, key],
    );
    if (row?.fingerprint !== fingerprint)
      throw conflict({
        en: 'This Idempotency-Key was used for a different request; take a new one.',
        es: 'Esta Idempotency-Key se usó para otra solicitud; use una nueva.',
      });
    return row.answer;
  }
}

/** A creating route that may be repeated safely with an `Idempotency-Key`. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Any unique text; repeating it within a day gives the first answer again',
      example: '5f2c1d1e-update-mx-01',
    }),
  );

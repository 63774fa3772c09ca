import { api, body, seen } from '~/api/client';
import type { Schemas } from '~/api/client';
import type { Draft } from './draft';
import { bodyOf } from './draft';

export type Receipt = Schemas['UpdateReceipt'];

interface Place {
  commitmentId: string;
  cycleKey: string;
}

/** The first time a draft reaches the server; repeating it with the same key makes no second one. */
export const createUpdate = (place: Place, draft: Draft, key: string): Promise<Receipt> =>
  body(
    api.POST('/api/updates', {
      params: { header: { 'Idempotency-Key': key } },
      body: { ...place, ...bodyOf(draft) },
    }),
  );

/** @throws ProblemError stale with `extra.current` when somebody saved after `version` */
export const saveUpdate = (id: string, version: number, draft: Draft): Promise<Receipt> =>
  body(
    api.PUT('/api/updates/{id}', { params: { path: { id }, header: seen(version) }, body: bodyOf(draft) }),
  );

export const submitUpdate = (id: string): Promise<Receipt> =>
  body(api.POST('/api/updates/{id}/submit', { params: { path: { id } } }));

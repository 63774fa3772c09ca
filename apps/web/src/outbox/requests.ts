import { body, direct, type Schemas, seen } from '~/api/client';
import { bodyOf, type Draft } from '~/pages/update-form/draft';
import type { Kept } from './kept';

type Receipt = Schemas['UpdateReceipt'];

/** A write that took too long is tried again; the server makes nothing twice. */
const PATIENCE = 30_000;
const patient = () => AbortSignal.timeout(PATIENCE);

// All of it goes while nobody else may send: it must not wait for somebody to sign in.

/** Brings a draft to the server, over the version that it was written on. @throws ProblemError */
export const write = (kept: Kept, draft: Draft): Promise<Receipt> =>
  kept.updateId === null || kept.version === null
    ? body(
        direct.POST('/api/updates', {
          params: { header: { 'Idempotency-Key': kept.key } },
          body: { commitmentId: kept.commitmentId, cycleKey: kept.cycleKey, ...bodyOf(draft) },
          signal: patient(),
        }),
      )
    : body(
        direct.PUT('/api/updates/{id}', {
          params: { path: { id: kept.updateId }, header: seen(kept.version) },
          body: bodyOf(draft),
          signal: patient(),
        }),
      );

/** Hands an update to review. @throws ProblemError */
export const handOver = (updateId: string): Promise<Receipt> =>
  body(direct.POST('/api/updates/{id}/submit', { params: { path: { id: updateId } }, signal: patient() }));

/** Says that nothing changed. @throws ProblemError */
export const sayNoChange = ({ commitmentId, cycleKey, reason }: Kept): Promise<Receipt> =>
  body(
    direct.POST('/api/updates/no-change', { body: { commitmentId, cycleKey, ...reason }, signal: patient() }),
  );

/** What the server has of the commitment; whether it answers this person at all. @throws ProblemError */
export const reach = ({ commitmentId: id }: Kept): Promise<unknown> =>
  body(direct.GET('/api/commitments/{id}/updates', { params: { path: { id } }, signal: patient() }));

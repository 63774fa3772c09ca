import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Schemas } from '~/api/client';
import { isProblem, type ProblemError } from '~/api/problem';
import { timelineQuery } from '~/pages/commitment/queries';
import { updateQuery } from '~/pages/update/queries';
import { differences } from '~/pages/update-form/conflict';
import { type Draft, draftOf, unreadable } from '~/pages/update-form/draft';
import { forget, keep, type Kept, keptAt, keyOf, type Stuck } from './kept-drafts';
import { handOver, reach, sayNoChange, write } from './requests';
import { tellForm } from './standing';

type Receipt = Schemas['UpdateReceipt'];

/** An update as the server has it now. */
type Saved = Pick<Receipt, 'id' | 'version'>;

/** What became of something that was to be sent. */
export type Outcome =
  | { to: 'sent'; update: Saved | null; submitted: boolean }
  /** No network, or a server that is not there for now. */
  | { to: 'waiting' }
  | { to: 'signIn'; problem: ProblemError }
  | { to: 'stuck'; stuck: Stuck };

/** Sends what is kept: saves it if the server does not have it, hands it to review if the person wants that. */
export async function send(client: QueryClient, kept: Kept): Promise<Outcome> {
  let ready = kept;
  try {
    if (kept.gone === kept.at) return await confirm(client, kept);
    if (kept.draft) ready = await withFiles(kept, kept.draft);
    return await (ready.draft === null ? sendNoChange(client, ready) : sendDraft(client, ready, ready.draft));
  } catch (error) {
    return outcomeOf(ready, error);
  }
}

/** The same with its files on the server. @throws ProblemError that names the evidence */
async function withFiles(kept: Kept, draft: Draft): Promise<Kept> {
  if (!draft.evidence.some(({ waits }) => waits)) return kept;
  const { withFilesSent } = await import('./send-files');
  const ready = { ...kept, draft: await withFilesSent(kept, draft, i18next.t('evidence.gone')) };
  if (keptAt(keyOf(kept))?.at === kept.at) keep(ready);
  return ready;
}

/** It left while no page was open: kept until what the server made of it has been read. */
async function confirm(client: QueryClient, kept: Kept): Promise<Outcome> {
  await reach(kept);
  return sent(client, kept, null, kept.draft === null || kept.submit);
}

async function sendDraft(client: QueryClient, kept: Kept, draft: Draft): Promise<Outcome> {
  const wrong = unreadable(draft);
  if (wrong.length > 0)
    return stay(kept, {
      why: 'refused',
      detail: '',
      fields: wrong.map((field) => ({ field, detail: '' })),
    });
  const receipt = kept.savedAt === kept.at ? null : await save(client, kept, draft);
  if (receipt === 'conflict') return stay(keptAt(keyOf(kept)) ?? kept, { why: 'conflict' });
  const now = receipt ? noteSaved(kept, receipt) : kept;
  if (!kept.submit || now?.at !== kept.at) return sent(client, kept, receipt, false);
  return sent(client, kept, await submit(client, now), true);
}

/** Brings the draft to the server. What was sent before without an answer is recognised and written over. */
async function save(client: QueryClient, kept: Kept, draft: Draft): Promise<Receipt | 'conflict'> {
  try {
    return await write(kept, draft);
  } catch (error) {
    if (!isProblem(error) || !(error.code === 'stale' || (error.code === 'conflict' && !kept.updateId)))
      throw error;
    const current = await onServer(client, kept);
    if (!current || !isOpen(current)) throw error;
    const ours =
      kept.tried !== undefined && differences(kept.tried, draftOf(current), i18next.t).length === 0;
    // A draft that began when there was none keeps no version: it may not replace what somebody else wrote.
    const base = { updateId: current.id, version: ours ? current.version : kept.version };
    change(kept, { ...kept, ...base }, base);
    return ours ? write({ ...kept, ...base }, draft) : 'conflict';
  }
}

async function submit(client: QueryClient, kept: Kept): Promise<Receipt | null> {
  try {
    return await handOver(kept.updateId ?? '');
  } catch (error) {
    if (isProblem(error, 'conflict') && isHandedOver(await onServer(client, kept))) return null;
    throw error;
  }
}

async function sendNoChange(client: QueryClient, kept: Kept): Promise<Outcome> {
  try {
    return await sent(client, kept, await sayNoChange(kept), true);
  } catch (error) {
    if (isProblem(error, 'conflict') && isHandedOver(await onServer(client, kept)))
      return sent(client, kept, null, true);
    throw error;
  }
}

/** The update that the server has of this commitment and cycle now. */
async function onServer(client: QueryClient, kept: Kept): Promise<Schemas['UpdateDetail'] | undefined> {
  const timeline = await client.fetchQuery({ ...timelineQuery(kept.commitmentId), staleTime: 0 });
  const mine = timeline.find((each) => each.cycleKey === kept.cycleKey && each.isLatest);
  return mine && client.fetchQuery({ ...updateQuery(mine.id), staleTime: 0 });
}

const isOpen = ({ reviewState }: Schemas['UpdateDetail']): boolean =>
  reviewState === 'draft' || reviewState === 'returned';
const isHandedOver = (update: Schemas['UpdateDetail'] | undefined): boolean =>
  update !== undefined && !isOpen(update);

/** Notes that the server has this content, also under what was written since; an open form goes on from there at once. */
function noteSaved(kept: Kept, receipt: Receipt): Kept | null {
  tellForm(keyOf(kept), kept, { to: 'sent', update: receipt, submitted: false });
  const base = { updateId: receipt.id, version: receipt.version };
  return change(kept, { ...kept, ...base, savedAt: kept.at }, base);
}

/** Writes a new state of what is kept; if it was written on meanwhile, only `base` of it. Null when it is kept no more. */
function change(before: Kept, after: Kept, base: Partial<Kept> = {}): Kept | null {
  const now = keptAt(keyOf(before));
  if (!now) return null;
  const next = now.at === before.at ? without(after) : { ...without(now), ...base };
  keep(next);
  return next;
}

function without(kept: Kept): Kept {
  const rest = { ...kept };
  delete rest.tried;
  return rest;
}

/** Nothing is left to do for what was sent: forgets it, unless it was written on, and reads anew what it changed. */
async function sent(
  client: QueryClient,
  kept: Kept,
  receipt: Receipt | null,
  submitted: boolean,
): Promise<Outcome> {
  if (keptAt(keyOf(kept))?.at === kept.at) forget(kept);
  for (const key of ['due', 'review', 'progress', 'cycle'])
    void client.invalidateQueries({ queryKey: [key] });
  // Also for the next visit without a network.
  const current = await onServer(client, kept).catch(() => undefined);
  return { to: 'sent', update: receipt ?? current ?? null, submitted };
}

function stay(kept: Kept, stuck: Stuck): Outcome {
  change(kept, { ...kept, submit: stuck.why === 'conflict' && kept.submit, stuck });
  return { to: 'stuck', stuck };
}

function outcomeOf(kept: Kept, error: unknown): Outcome {
  if (!isProblem(error)) throw error;
  const now = keptAt(keyOf(kept)) ?? kept;
  if (error.status === 401) return { to: 'signIn', problem: error };
  if (error.status === 0 || error.status >= 500 || error.status === 429) {
    if (kept.draft && now.savedAt !== now.at) keep({ ...now, tried: kept.draft });
    return { to: 'waiting' };
  }
  return stay(now, { why: 'refused', detail: error.detail || error.title, fields: error.fields });
}

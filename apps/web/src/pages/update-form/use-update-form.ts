import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Schemas } from '~/api/client';
import { forget, keep, type Kept, keptAt, keyOf, type Place, useKeptAt } from '~/outbox/kept-drafts';
import type { Outcome } from '~/outbox/send';
import { useTold, whileOpen } from '~/outbox/standing';
import { updateQuery } from '~/pages/update/queries';
import { type Draft, draftOf } from './draft';

interface Start extends Place {
  code: string;
  /** The update begun before, if any. */
  update: Schemas['UpdateDetail'] | undefined;
  empty: Draft;
  onSaved: (submitted: boolean) => void;
  /** There is no network: it is sent when there is one. */
  onQueued: () => void;
}

/** What the server has, as far as this page knows. */
interface Stored {
  id: string;
  version: number;
  draft: Draft;
  at: string;
}

/** Where what is written is safe. */
export type Safety = 'nowhere' | 'device' | 'sending' | 'conflict' | 'server';

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * The state of the form. Every change is kept on the device at once; the sender brings it to the server, by itself after a
 * pause and at once when the person says so. A conflict holds the version that the server has until the person decides.
 */
export function useUpdateForm(start: Start) {
  const { userId, commitmentId, cycleKey, code, update, empty } = start;
  const place = useMemo(() => ({ userId, cycleKey, commitmentId }), [userId, cycleKey, commitmentId]);
  const key = keyOf(place);
  const client = useQueryClient();
  const [found] = useState(() => keptAt(key));
  const kept = useKeptAt(place);
  const told = useTold();
  const [stored, setStored] = useState<Stored | null>(
    update ? { id: update.id, version: update.version, draft: draftOf(update), at: update.updatedAt } : null,
  );
  const [draft, setDraft] = useState<Draft>(found?.draft ?? stored?.draft ?? empty);
  const [restored, setRestored] = useState(found?.draft ? true : false);
  const [problems, setProblems] = useState(() => problemsOf(found));
  const [refusal, setRefusal] = useState<string | null>(refusalOf(found));
  const [conflict, setConflict] = useState<Schemas['UpdateDetail'] | null>(null);
  const written = useRef(draft);
  const base = useRef({ updateId: stored?.id ?? null, version: stored?.version ?? null });

  /** Keeps the draft on the device, on top of what it was begun on. */
  const put = useCallback(
    (next: Draft, more: Partial<Kept> = {}): Kept => {
      const now: Kept = {
        ...(keptAt(key) ?? base.current),
        ...place,
        code,
        draft: next,
        at: new Date().toISOString(),
        submit: false,
        key: crypto.randomUUID(),
        ...more,
      };
      if (now.stuck?.why === 'refused') delete now.stuck;
      delete now.reason;
      keep(now);
      return now;
    },
    [key, place, code],
  );

  const change = useCallback(
    (patch: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => {
      const now = written.current;
      written.current = { ...now, ...(typeof patch === 'function' ? patch(now) : patch) };
      setDraft(written.current);
      put(written.current);
    },
    [put],
  );

  const compare = useCallback(
    () => ofServer(client, key).then((current) => current && setConflict(current)),
    [client, key],
  );

  const save = useMutation({
    mutationFn: async ({ submit }: { submit: boolean }): Promise<Outcome> => {
      const before = keptAt(key);
      if (before?.stuck?.why === 'conflict') return { to: 'stuck', stuck: before.stuck };
      const same = before ? before.at === before.savedAt : stored !== null;
      const now = put(draft, { submit });
      if (same) keep({ ...now, savedAt: now.at });
      const { sendNow } = await import('~/outbox/sender');
      const outcome = await sendNow({ client, userId }, key);
      if (outcome.to === 'signIn') throw outcome.problem;
      return outcome;
    },
    onMutate: () => {
      setProblems(NONE);
      setRefusal(null);
    },
    onSuccess: async (outcome, { submit }) => {
      if (outcome.to === 'waiting' && submit) start.onQueued();
      if (outcome.to === 'sent' && !outcome.submitted) start.onSaved(false);
      if (outcome.to === 'stuck' && outcome.stuck.why === 'conflict') await compare();
    },
  });

  // What the sender does while the form is open, asked for or by itself.
  const hear = useEffectEvent((sent: Kept, outcome: Outcome) => {
    if (outcome.to === 'sent') {
      if (outcome.update && sent.draft) {
        base.current = { updateId: outcome.update.id, version: outcome.update.version };
        setStored({ ...outcome.update, draft: sent.draft, at: new Date().toISOString() });
      }
      setRestored(false);
      if (outcome.submitted) start.onSaved(true);
    }
    if (outcome.to === 'stuck') {
      setProblems(problemsOf(outcome));
      setRefusal(refusalOf(outcome));
    }
  });
  useEffect(() => whileOpen(key, (sent, outcome) => hear(sent, outcome)), [key]);

  // Somebody who comes here to settle a conflict sees it at once.
  useEffect(() => {
    if (keptAt(key)?.stuck?.why === 'conflict') compare().catch(() => undefined);
  }, [key, compare]);

  /** After a conflict was settled: saving again replaces the version that the server has now. */
  const rebase = (current: Schemas['UpdateDetail'], merged: Draft) => {
    written.current = merged;
    setDraft(merged);
    setStored({ id: current.id, version: current.version, draft: draftOf(current), at: current.updatedAt });
    base.current = { updateId: current.id, version: current.version };
    const now = put(merged, { updateId: current.id, version: current.version });
    delete now.stuck;
    keep(now);
    setConflict(null);
  };

  const discard = () => {
    forget(place);
    written.current = stored?.draft ?? empty;
    setDraft(written.current);
    setRestored(false);
    setProblems(NONE);
    setRefusal(null);
  };

  const since = kept && kept.savedAt !== kept.at ? kept.at : (stored?.at ?? null);
  const safety: Safety =
    kept?.stuck?.why === 'conflict'
      ? 'conflict'
      : told.sending === key
        ? 'sending'
        : kept && kept.savedAt !== kept.at
          ? 'device'
          : stored
            ? 'server'
            : 'nowhere';
  return {
    ...{ draft, change, safety, since, restored, discard, problems, refusal },
    ...{ conflict, setConflict, compare, rebase, save },
  };
}

/** The version that the server has of what is kept. */
async function ofServer(client: QueryClient, key: string): Promise<Schemas['UpdateDetail'] | null> {
  const id = keptAt(key)?.updateId;
  return id ? client.fetchQuery({ ...updateQuery(id), staleTime: 0 }) : null;
}

export type UpdateForm = ReturnType<typeof useUpdateForm>;

const problemsOf = (kept: Pick<Kept, 'stuck'> | null): ReadonlyMap<string, string> =>
  kept?.stuck?.why === 'refused'
    ? new Map(kept.stuck.fields.map(({ field, detail }) => [field, detail]))
    : NONE;

/** A refusal that names no field. */
const refusalOf = (kept: Pick<Kept, 'stuck'> | null): string | null =>
  kept?.stuck?.why === 'refused' && kept.stuck.fields.length === 0 ? kept.stuck.detail : null;

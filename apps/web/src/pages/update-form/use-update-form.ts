import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Schemas } from '~/api/client';
import { isProblem } from '~/api/problem';
import { updateQuery } from '~/pages/update/queries';
import { type Draft, draftOf, unreadable } from './draft';
import { forgetDraft, keepDraft, keptDraft } from './kept-drafts';
import { createUpdate, saveUpdate, submitUpdate } from './queries';

interface Start {
  userId: string;
  commitmentId: string;
  cycleKey: string;
  /** The update begun before, if any. */
  update: Schemas['UpdateDetail'] | undefined;
  empty: Draft;
  onSaved: (submitted: boolean) => void;
}

/** What the server has, as far as this page knows. */
interface Stored {
  id: string;
  version: number;
  draft: Draft;
  at: string;
}

/** Where what is written is safe. */
export type Safety = { at: 'nowhere' } | { at: 'device'; since: string } | { at: 'server'; since: string };

/** What a save changes on other pages. */
const CHANGED = ['due', 'update', 'commitment', 'progress', 'review', 'cycle'];

/**
 * The state of the form. Every change is kept on the device at once; saving brings it to the server. A conflict holds the
 * version that the server has now until the person decides.
 */
export function useUpdateForm({ userId, commitmentId, cycleKey, update, empty, onSaved }: Start) {
  const client = useQueryClient();
  const [kept] = useState(() => keptDraft(userId, cycleKey, commitmentId));
  const [stored, setStored] = useState<Stored | null>(
    update
      ? {
          id: update.id,
          version: kept?.version ?? update.version,
          draft: draftOf(update),
          at: update.updatedAt,
        }
      : null,
  );
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? stored?.draft ?? empty);
  const [dirty, setDirty] = useState(kept !== null);
  const [keptAt, setKeptAt] = useState<string | null>(kept?.at ?? null);
  const [restored, setRestored] = useState(kept !== null);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [conflict, setConflict] = useState<Schemas['UpdateDetail'] | null>(null);
  const [creationKey] = useState(() => crypto.randomUUID());
  // Keeping the draft after it was sent would bring back, on the next visit, what the server has since.
  const sent = useRef(false);

  const change = useCallback((patch: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => {
    setDraft((now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) }));
    setDirty(true);
  }, []);

  const version = stored?.version ?? null;
  useEffect(() => {
    if (!dirty) return undefined;
    const keep = () => {
      const at = new Date().toISOString();
      if (!sent.current && keepDraft(userId, cycleKey, commitmentId, { draft, version, at })) setKeptAt(at);
    };
    const timer = setTimeout(keep, 400);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [dirty, draft, version, userId, cycleKey, commitmentId]);

  /** Nothing on this device differs from the server any more. */
  const settle = () => {
    forgetDraft(userId, cycleKey, commitmentId);
    setDirty(false);
    setKeptAt(null);
    setRestored(false);
    setProblems(new Map());
    setConflict(null);
  };

  const save = useMutation({
    mutationFn: async ({ submit }: { submit: boolean }) => {
      const wrong = unreadable(draft);
      if (wrong.length > 0) throw new UnreadableNumbers(wrong);
      if (stored === null || dirty) {
        const receipt =
          stored === null
            ? await createUpdate({ commitmentId, cycleKey }, draft, creationKey)
            : await saveUpdate(stored.id, stored.version, draft);
        setStored({ id: receipt.id, version: receipt.version, draft, at: new Date().toISOString() });
        settle();
        if (submit) await submitUpdate(receipt.id);
      } else if (submit) await submitUpdate(stored.id);
    },
    onMutate: () => setProblems(new Map()),
    onSuccess: (_, { submit }) => {
      sent.current = submit;
      settle();
      onSaved(submit);
      for (const key of CHANGED) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: async (error) => {
      if (error instanceof UnreadableNumbers) setProblems(new Map(error.fields.map((field) => [field, ''])));
      if (!isProblem(error)) return;
      if (error.fields.length > 0)
        setProblems(new Map(error.fields.map(({ field, detail }) => [field, detail])));
      if (error.code === 'stale' && stored)
        setConflict(await client.fetchQuery({ ...updateQuery(stored.id), staleTime: 0 }));
    },
  });

  /** After a conflict was settled: saving again replaces the version that the server has now. */
  const rebase = (current: Schemas['UpdateDetail']) => {
    setStored({ id: current.id, version: current.version, draft: draftOf(current), at: current.updatedAt });
    setDirty(true);
  };

  const discard = () => {
    setDraft(stored?.draft ?? empty);
    settle();
  };

  const safety: Safety = keptAt
    ? { at: 'device', since: keptAt }
    : stored
      ? { at: 'server', since: stored.at }
      : { at: 'nowhere' };
  return { draft, change, safety, restored, discard, problems, conflict, setConflict, rebase, save };
}

export type UpdateForm = ReturnType<typeof useUpdateForm>;

/** Typed numbers that cannot be read. */
export class UnreadableNumbers extends Error {
  constructor(readonly fields: string[]) {
    super('unreadable numbers');
  }
}

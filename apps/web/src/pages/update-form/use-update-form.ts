import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '~/api/problem';
import type { Schemas } from '~/api/client';
import { type Draft, draftOf, unreadable } from './draft';
import { forgetDraft, keepDraft, keptDraft } from './kept-drafts';
import { createUpdate, type Receipt, saveUpdate, submitUpdate } from './queries';

interface Start {
  userId: string;
  commitmentId: string;
  cycleKey: string;
  /** The update begun before, if any. */
  update: Schemas['UpdateDetail'] | undefined;
  empty: Draft;
}

/** Where what is written is safe. */
export type Safety = { at: 'nowhere' } | { at: 'device'; since: string } | { at: 'server'; since: string };

/**
 * The state of the form. Every change is kept on the device at once; saving brings it to the server. A conflict holds the
 * version that the server has now until the person decides.
 */
export function useUpdateForm({ userId, commitmentId, cycleKey, update, empty }: Start) {
  const client = useQueryClient();
  const kept = useRef(keptDraft(userId, cycleKey, commitmentId));
  const [draft, setDraft] = useState<Draft>(() => kept.current?.draft ?? (update ? draftOf(update) : empty));
  const [base, setBase] = useState<Pick<Receipt, 'id' | 'version'> | null>(
    update ? { id: update.id, version: kept.current?.version ?? update.version } : null,
  );
  const [dirty, setDirty] = useState(kept.current !== null);
  const [safety, setSafety] = useState<Safety>(
    kept.current
      ? { at: 'device', since: kept.current.at }
      : update
        ? { at: 'server', since: update.updatedAt }
        : { at: 'nowhere' },
  );
  const [restored, setRestored] = useState(kept.current !== null);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [conflict, setConflict] = useState<Schemas['UpdateDetail'] | null>(null);
  const creationKey = useRef(crypto.randomUUID());

  const change = useCallback((patch: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => {
    setDraft((now) => ({ ...now, ...(typeof patch === 'function' ? patch(now) : patch) }));
    setDirty(true);
  }, []);

  useEffect(() => {
    if (!dirty) return undefined;
    const keep = () => {
      const at = new Date().toISOString();
      if (keepDraft(userId, cycleKey, commitmentId, { draft, version: base?.version ?? null, at }))
        setSafety({ at: 'device', since: at });
    };
    const timer = setTimeout(keep, 400);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [dirty, draft, base, userId, cycleKey, commitmentId]);

  const save = useMutation({
    mutationFn: async ({ submit }: { submit: boolean }): Promise<Pick<Receipt, 'id' | 'version'>> => {
      const wrong = unreadable(draft);
      if (wrong.length > 0) throw new UnreadableNumbers(wrong);
      const saved =
        base === null
          ? await createUpdate({ commitmentId, cycleKey }, draft, creationKey.current)
          : dirty
            ? await saveUpdate(base.id, base.version, draft)
            : base;
      setBase({ id: saved.id, version: saved.version });
      if (submit) await submitUpdate(saved.id);
      return saved;
    },
    onMutate: () => setProblems(new Map()),
    onSuccess: async () => {
      forgetDraft(userId, cycleKey, commitmentId);
      setDirty(false);
      setRestored(false);
      setConflict(null);
      setSafety({ at: 'server', since: new Date().toISOString() });
      await Promise.all(
        ['due', 'update', 'commitment', 'progress'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
    onError: (error) => {
      if (error instanceof UnreadableNumbers) setProblems(new Map(error.fields.map((field) => [field, ''])));
      if (!isProblem(error)) return;
      if (error.fields.length > 0)
        setProblems(new Map(error.fields.map(({ field, detail }) => [field, detail])));
      const current = error.extra['current'];
      if (error.code === 'stale' && isUpdate(current)) setConflict(current);
    },
  });

  /** After a conflict was settled: saving again replaces the version that the server has now. */
  const rebase = (version: number) => {
    setBase((now) => (now ? { ...now, version } : now));
    setDirty(true);
  };

  const discard = () => {
    forgetDraft(userId, cycleKey, commitmentId);
    setDraft(update ? draftOf(update) : empty);
    setBase(update ? { id: update.id, version: update.version } : null);
    setDirty(false);
    setRestored(false);
    setProblems(new Map());
    setSafety(update ? { at: 'server', since: update.updatedAt } : { at: 'nowhere' });
  };

  return {
    draft,
    change,
    base,
    dirty,
    safety,
    restored,
    discard,
    problems,
    conflict,
    setConflict,
    rebase,
    save,
  };
}

export type UpdateForm = ReturnType<typeof useUpdateForm>;

/** Typed numbers that cannot be read. */
export class UnreadableNumbers extends Error {
  constructor(readonly fields: string[]) {
    super('unreadable numbers');
  }
}

const isUpdate = (value: unknown): value is Schemas['UpdateDetail'] =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'version' in value &&
  'reviewState' in value;

import { useMemo, useSyncExternalStore } from 'react';
import type { FieldProblem } from '~/api/problem';
import type { Draft } from '~/pages/update-form/draft';

/** One commitment in one cycle, of one person. */
export interface Place {
  userId: string;
  cycleKey: string;
  commitmentId: string;
}

/** Why something waits for the person instead of for a network. */
export type Stuck =
  | { why: 'conflict' }
  /** The server's own words; of a number that cannot be read there are none. */
  | { why: 'refused'; detail: string; fields: FieldProblem[] };

/** What was written on this device and is not on the server, or not yet handed to review. */
export interface Kept extends Place {
  code: string;
  /** Null: nothing changed, for `reason`. */
  draft: Draft | null;
  reason?: { narrativeEn: string } | { narrativeEs: string };
  /** The update that it was written on, and its version; null when there was none yet. */
  updateId: string | null;
  version: number | null;
  /** When it was last written, which also tells one content from another. */
  at: string;
  /** What the server has, by its `at`: then only handing over is missing. */
  savedAt?: string;
  /** Hand it to review as soon as the server has it. */
  submit: boolean;
  /** Makes creating it twice one creation. */
  key: string;
  /** Was sent, and no answer came: if the server has just this, it is ours. */
  tried?: Draft;
  stuck?: Stuck;
}

const PREFIX = 'mirps.draft.';
export const keyOf = ({ userId, cycleKey, commitmentId }: Place): string =>
  `${PREFIX}${userId}.${cycleKey}.${commitmentId}`;

const listeners = new Set<() => void>();
let changes = 0;
const announce = (): void => {
  changes += 1;
  listeners.forEach((listener) => listener());
};
window.addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(PREFIX)) announce();
});

/** Calls back when anything kept changes, in this tab or another one. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Keeps it on this device. Written at once (local storage), because what a browser's database has not finished writing is
 * lost with the tab. False when the device has no room: the page still holds it.
 */
export function keep(kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(kept), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  } finally {
    announce();
  }
}

export function keptAt(key: string): Kept | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

export function forget(place: Place): void {
  localStorage.removeItem(keyOf(place));
  announce();
}

/** Every draft on this device as it is kept, whoever left it. */
export const keptTexts = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => localStorage.getItem(key) ?? '');

/** All that a person left on this device, what was written first first. */
export function keptBy(userId: string): Kept[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(`${PREFIX}${userId}.`))
    .map(keptAt)
    .filter((kept) => kept !== null)
    .sort((a, b) => a.at.localeCompare(b.at));
}

export const forgetAllOf = (userId: string): void => keptBy(userId).forEach(forget);

/** Changes whenever anything kept does. */
const useChanges = (): number => useSyncExternalStore(onKept, () => changes);

/** All that the person left on this device. */
export function useKept(userId: string): Kept[] {
  const now = useChanges();
  // oxlint-disable-next-line react/exhaustive-deps -- read again after each change
  return useMemo(() => keptBy(userId), [userId, now]);
}

/** What is kept of one commitment in one cycle. */
export function useKeptAt(place: Place): Kept | null {
  const key = keyOf(place);
  const now = useChanges();
  // oxlint-disable-next-line react/exhaustive-deps -- read again after each change
  return useMemo(() => keptAt(key), [key, now]);
}

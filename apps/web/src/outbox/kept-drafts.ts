import { useMemo, useSyncExternalStore } from 'react';
import { type Kept, keyOf, type Place, PREFIX } from './kept';

export { keyOf, type Kept, type Place, type Stuck } from './kept';

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

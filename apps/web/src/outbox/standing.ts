import { useSyncExternalStore } from 'react';
import { type Kept, keyOf, type Place } from './kept-drafts';
import type { Outcome } from './send';

/** What the sender is doing. */
export interface Told {
  /** Key of what is being sent. */
  sending: string | null;
  /** Why nothing can be sent for now. */
  paused: 'offline' | 'signIn' | null;
}

let told: Told = { sending: null, paused: navigator.onLine ? null : 'offline' };
let openings = 0;
const listeners = new Set<() => void>();
const announce = (): void => listeners.forEach((listener) => listener());
/** Calls back when the sender or a form begins or ends something. */
export const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const toldNow = (): Told => told;

export function tell(news: Partial<Told>): void {
  const next = { ...told, ...news };
  if (next.sending === told.sending && next.paused === told.paused) return;
  told = next;
  announce();
}

export const useTold = (): Told => useSyncExternalStore(listen, toldNow);

type Hear = (sent: Kept, outcome: Outcome) => void;

/** Forms that are being written in, by key. */
const open = new Map<string, { since: number; hear: Hear }>();

/** Since when a form has been open at this key. */
export const openSince = (key: string): number | undefined => open.get(key)?.since;

/** Says that a form is open, so that its sentences are not sent half-written; it hears what was sent nevertheless. */
export function whileOpen(key: string, hear: Hear): () => void {
  const note = () => {
    openings += 1;
    announce();
  };
  open.set(key, { since: Date.now(), hear });
  note();
  return () => {
    open.delete(key);
    note();
  };
}

export const tellForm: (key: string, ...news: Parameters<Hear>) => void = (key, ...news) =>
  open.get(key)?.hear(...news);

/** Whether a form is open for something kept. */
export function useIsOpen(): (place: Place) => boolean {
  useSyncExternalStore(listen, () => openings);
  return (place) => open.has(keyOf(place));
}

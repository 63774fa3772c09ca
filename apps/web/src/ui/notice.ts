import { useSyncExternalStore } from 'react';

/** A short confirmation that needs no answer. */
export interface Notice {
  id: number;
  text: string;
  tone: 'good' | 'bad';
}

let shown: Notice[] = [];
let count = 0;
const listeners = new Set<() => void>();

const publish = (next: Notice[]): void => {
  shown = next;
  listeners.forEach((listener) => listener());
};

export const dismiss = (id: number): void => publish(shown.filter((notice) => notice.id !== id));

/** Says for a few seconds, also to screen readers, that something was done (or was not). */
export function notify(text: string, tone: Notice['tone'] = 'good'): void {
  const id = ++count;
  publish([...shown.slice(-2), { id, text, tone }]);
  setTimeout(() => dismiss(id), 7000);
}

export const useNotices = (): Notice[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );

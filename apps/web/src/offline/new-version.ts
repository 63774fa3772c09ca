import { useSyncExternalStore } from 'react';

/** A version of the application that is loaded and waits to be taken. */
let waiting: ServiceWorker | null = null;
let begun = false;
const listeners = new Set<() => void>();

const announce = (worker: ServiceWorker | null): void => {
  waiting = worker;
  listeners.forEach((listener) => listener());
};

/** Lets the application open without a network from now on, and learns of new versions of it. */
export async function openWithoutNetwork(): Promise<void> {
  if (begun || import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  begun = true;
  const registration = await navigator.serviceWorker.register('/sw.js');
  const look = () => {
    // The very first version takes over by itself; there is nothing that it replaces.
    if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

/** Whether a new version waits. */
export const useNewVersion = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );

/** Changes to the new version; the page opens again when it is there. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('take-over');
}

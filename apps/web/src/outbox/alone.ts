/** Who sends, one at a time: a tab, or the service worker where none is being looked at. */
const LOCK = 'mirps.outbox';

/** Sends while nobody else does, where the browser lets its tabs agree on that. @param signal ends the wait for it */
export const alone = (work: () => Promise<void>, signal?: AbortSignal): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(LOCK, signal ? { signal } : {}, work) : work();

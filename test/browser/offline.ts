import type { Page } from 'playwright-core';
import { eventually } from '../harness/index.js';

/** Waits until the application, and everything that its forms begin with, is on the device. */
export async function readyWithoutNetwork(on: Page, forms: number): Promise<void> {
  await on.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await on.waitForFunction(async (expected) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('mirps');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no database'));
    });
    if (!database.objectStoreNames.contains('offline')) return database.close();
    const kept = await new Promise<{ state: { queries: { queryKey: string[] }[] } } | undefined>(
      (resolve) => {
        const reading = database.transaction('offline').objectStore('offline').get('answers');
        reading.onsuccess = () => resolve(reading.result as undefined);
      },
    );
    database.close();
    const timelines = kept?.state.queries.filter(({ queryKey }) => queryKey[2] === 'updates') ?? [];
    return timelines.length >= expected;
  }, forms);
}

/** Whether just so much is laid out for the service worker. */
export async function laidOut(expected: number): Promise<boolean> {
  const there = await indexedDB.databases();
  if (!there.some(({ name }) => name === 'mirps-outbox')) return false;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('mirps-outbox');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const count = await new Promise<number>((resolve) => {
    const counting = database.transaction('kept').objectStore('kept').count();
    counting.onsuccess = () => resolve(counting.result);
  });
  database.close();
  return count === expected;
}

/** Wakes the service worker as a browser does when there is a network, and waits for what it does then. */
export async function syncOf(blank: Page, origin: string) {
  const tools = await blank.context().newCDPSession(blank);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [ours] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const registrationId = await registered;
  return async (done: (asked: number) => Promise<boolean>) => {
    const asked = () =>
      blank
        .context()
        .serviceWorkers()[0]
        ?.evaluate(
          () =>
            performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/me')).length,
        ) ?? 0;
    const before = await asked();
    await tools.send('ServiceWorker.dispatchSyncEvent', {
      origin,
      registrationId,
      tag: 'mirps-outbox',
      lastChance: false,
    });
    await eventually('what the service worker does', async () =>
      (await done((await asked()) - before)) ? true : undefined,
    );
  };
}

import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { SYNC } from '~/outbox/mirror';
import { type Pages, sendWhileClosed } from './send-closed';

/** The worker's own scope, as far as it is used here; the build puts the list of files in. */
declare const self: Window & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
  skipWaiting(): Promise<void>;
  clients: Pages;
};

/** The browser says that there is a network, where it can. */
interface SyncEvent extends Event {
  tag: string;
  waitUntil(done: Promise<void>): void;
}

/** How long a page may take to come from the network before the kept one is shown. */
const PATIENCE_SECONDS = 4;

/** Addresses that the API answers, the public site, and files: they are not pages of the application. */
const NOT_PAGES = [/^\/(api|health|metrics|en|es|embed)(\/|$)/, /\.\w+$/];

clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

// The page comes from the network, so that nobody is kept on an old version, and from the device where there is none.
const keptPage = createHandlerBoundToURL('/');
const network = new NetworkOnly({ networkTimeoutSeconds: PATIENCE_SECONDS });
registerRoute(
  new NavigationRoute(
    async (options) => {
      try {
        const page = await network.handle(options);
        return page.status < 500 ? page : await keptPage(options);
      } catch {
        return keptPage(options);
      }
    },
    { denylist: NOT_PAGES },
  ),
);

// A new version waits until the person takes it: see new-version.ts.
self.addEventListener('message', ({ data }: MessageEvent) => {
  if (data === 'take-over') void self.skipWaiting();
});

// What was written without a network leaves when there is one, also where no page is open any more.
self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag === SYNC) (event as SyncEvent).waitUntil(sendWhileClosed(self.clients));
});

import { keep, type Kept, keptAt, keptBy, keyOf } from './kept-drafts';
import { mirror, mirrored, type Mirrored, SYNC, unmirror } from './mirror';
import { tellForm } from './standing';

/** What wakes a service worker when there is a network; not every browser has it. */
interface Syncs {
  sync?: { register(tag: string): Promise<void> };
}

/** Whether this browser sends while the application is closed. */
export const sendsWhileClosed = (): boolean =>
  'SyncManager' in window && Boolean(navigator.serviceWorker?.controller);

/** Takes over what was done while no page was looked at, and lays out what is to be done. Only while nobody sends. */
export async function exchange(userId: string): Promise<void> {
  if (!sendsWhileClosed()) return;
  for (const item of await mirrored()) if (item.kept.userId === userId) await takeOver(item);
  const kept = keptBy(userId);
  for (const each of kept) await mirror({ kept: each });
  const waits = kept.some((each) => !each.stuck && each.gone !== each.at);
  if (waits && (document.visibilityState === 'hidden' || !navigator.onLine)) void askToBeWoken();
}

/** Notes on what is kept what became of it; it may have been written on since. */
async function takeOver({ kept, marks }: Mirrored): Promise<void> {
  const now = keptAt(keyOf(kept));
  if (!now) return unmirror(kept);
  if (!marks) return undefined;
  const { saved, tried, gone } = marks;
  const next: Kept = { ...now, ...saved };
  if (tried && !saved) next.tried = tried;
  if (saved && now.at === kept.at) next.savedAt = now.at;
  if (gone && now.at === kept.at) next.gone = now.at;
  keep(next);
  // So that a form that was open all the time goes on from there.
  if (saved)
    tellForm(keyOf(kept), kept, {
      to: 'sent',
      update: { id: saved.updateId, version: saved.version },
      submitted: false,
    });
  return undefined;
}

async function askToBeWoken(): Promise<void> {
  const registration = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & Syncs;
  // Refused where the person has switched it off: then it goes when a page is opened.
  await registration.sync?.register(SYNC).catch(() => undefined);
}

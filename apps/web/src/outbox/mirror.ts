import { createStore, del, set, values } from 'idb-keyval';
import type { Draft } from '~/pages/update-form/draft';
import { type Kept, keyOf, type Place } from './kept';

/** What the service worker did with something, while no page was looked at. */
export interface Marks {
  /** It was sent so, and the answer may have been lost. */
  tried?: Draft;
  /** The server has it, as this version of this update. */
  saved?: { updateId: string; version: number };
  /** All that was to be done is done. */
  gone?: boolean;
}

/** Something kept, as the service worker finds it: local storage is for pages alone. */
export interface Mirrored {
  kept: Kept;
  marks?: Marks;
}

/** Under which name the browser wakes the service worker when there is a network. */
export const SYNC = 'mirps-outbox';

const store = createStore('mirps-outbox', 'kept');

export const mirrored = (): Promise<Mirrored[]> => values<Mirrored>(store);
export const mirror = (item: Mirrored): Promise<void> => set(keyOf(item.kept), item, store);
export const unmirror = (place: Place): Promise<void> => del(keyOf(place), store);

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isLive, setLive } from './is-live';
import { type Hearing, openStream } from './stream';
import { type Change, readAllAnew, readAnew } from './topics';

/** How often pages that are looked at ask, while no stream tells them. */
const ASK_EVERY = 60_000;
/** What was read so short a time ago is not read again for a stream that opens. */
const JUST_NOW = 2_000;

/** What the page that holds the browser's stream tells the others. */
type Word = { kind: 'up'; anew: boolean } | { kind: 'down' } | { kind: 'changed'; changes: Change[] };
/** Another page asks whether there is a stream, and as whom it acts. */
interface Question {
  kind: 'who';
  actingAs: string;
}

/** What people wait for. */
const MADE: Change[] = [{ topic: 'report' }, { topic: 'edition' }];

/** Keeps what pages show as it is now, as long as somebody is signed in. @param actingAs as whom */
export function useLive(actingAs: string): void {
  const client = useQueryClient();
  useEffect(() => stayLive(client, actingAs), [client, actingAs]);
}

/** One stream a browser: the page that gets the lock holds it and tells the others; when it goes, another one takes over. */
function stayLive(client: QueryClient, actingAs: string): () => void {
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('mirps.live') : undefined;
  const ended = new AbortController();
  let reopen: ((actingAs: string) => void) | undefined;

  const hear = (word: Word): void => {
    if (word.kind === 'changed') return readAnew(client, word.changes);
    setLive(word.kind === 'up');
    if (word.kind === 'up') readAllAnew(client, word.anew ? Infinity : Date.now() - JUST_NOW);
    else readAnew(client, MADE); // whoever waits for one of them asks from now on
  };
  const tell = (word: Word): void => {
    hear(word);
    others?.postMessage(word);
  };
  if (others)
    others.onmessage = ({ data }: MessageEvent<Word | Question>) => {
      if (data.kind !== 'who') return hear(data);
      reopen?.(data.actingAs);
      if (reopen && isLive()) others.postMessage({ kind: 'up', anew: false } satisfies Word);
    };

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      const hearing: Hearing = {
        up: (anew) => tell({ kind: 'up', anew }),
        down: () => isLive() && tell({ kind: 'down' }),
        changed: (changes) => tell({ kind: 'changed', changes }),
      };
      let as = actingAs;
      let close = openStream(hearing);
      reopen = (now) => {
        if (now === as) return;
        as = now;
        close();
        close = openStream(hearing);
      };
      ended.signal.addEventListener('abort', () => {
        close();
        reopen = undefined;
        others?.postMessage({ kind: 'down' } satisfies Word);
        resolve();
      });
    });
  others?.postMessage({ kind: 'who', actingAs } satisfies Question);
  if (others && 'locks' in navigator)
    navigator.locks.request('mirps.live', { signal: ended.signal }, hold).catch(() => undefined); // ended while waiting
  else void hold();

  const asking = setInterval(() => {
    if (!isLive() && navigator.onLine && document.visibilityState === 'visible') readAllAnew(client);
  }, ASK_EVERY);
  return () => {
    clearInterval(asking);
    ended.abort();
    others?.close();
    setLive(false);
  };
}

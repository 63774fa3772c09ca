import type { Change } from './topics';

/** When a stream that was refused is asked for again. */
const ASK_AGAIN = 60_000;

export interface Hearing {
  /** The stream is there; `anew` when it may have missed something. */
  up: (anew: boolean) => void;
  /** It is not, for now. */
  down: () => void;
  changed: (changes: Change[]) => void;
}

/** The stream of what changes, opened again whenever it breaks. @returns how to end it */
export function openStream({ up, down, changed }: Hearing): () => void {
  let events: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let before = false;

  const open = (): void => {
    close();
    if (!navigator.onLine) return;
    events = new EventSource('/api/events');
    events.addEventListener('hello', () => arrived(before));
    events.addEventListener('refetch', () => arrived(true));
    events.addEventListener('changed', ({ data }: MessageEvent<string>) => changed(changesIn(data)));
    events.onerror = () => {
      down();
      // A break the browser mends itself; a refusal (no session, too many, no notices) it takes as the last word.
      if (events?.readyState === EventSource.CLOSED) again = setTimeout(open, ASK_AGAIN);
    };
  };
  const arrived = (anew: boolean): void => {
    up(anew);
    before = true;
  };
  const close = (): void => {
    clearTimeout(again);
    events?.close();
    events = undefined;
  };
  const lost = (): void => {
    close();
    down();
  };

  window.addEventListener('online', open);
  window.addEventListener('offline', lost);
  open();
  return () => {
    window.removeEventListener('online', open);
    window.removeEventListener('offline', lost);
    close();
  };
}

function changesIn(data: string): Change[] {
  const { changes } = JSON.parse(data) as { changes?: Change[] };
  return changes ?? [];
}

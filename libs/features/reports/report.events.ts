import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { ReportState } from './report.vocabulary.js';

/** How often the row is looked at while somebody watches; a read by primary key. */
const LOOK_MS = 400;
/** Says that the stream lives, so that proxies do not cut it. */
const ALIVE_MS = 15_000;

export interface ReportProgress {
  state: ReportState;
  /** 0 to 100 */
  progress: number;
  error: string | null;
}

/**
 * Events named `progress` with state and percent: the first at once, then whenever something changed; it ends when the
 * report is done or failed. It reads the stored row, so it does not matter which worker makes the report.
 */
export const reportEvents = (read: () => Promise<ReportProgress>): Observable<MessageEvent> =>
  new Observable((watcher) => {
    let timer: NodeJS.Timeout | undefined;
    let told = '';
    let toldAt = Date.now();
    const tell = (event: MessageEvent): void => {
      toldAt = Date.now();
      watcher.next(event);
    };
    const look = async (): Promise<void> => {
      const { state, progress, error } = await read();
      if (watcher.closed) return;
      const data = JSON.stringify({ state, progress, error });
      if (data !== told) tell({ type: 'progress', data });
      else if (Date.now() - toldAt > ALIVE_MS) tell({ comment: 'still there' });
      told = data;
      if (state === 'done' || state === 'failed') watcher.complete();
      else timer = setTimeout(again, LOOK_MS);
    };
    const again = (): void => void look().catch((error: unknown) => watcher.error(error));
    again();
    return () => clearTimeout(timer);
  });

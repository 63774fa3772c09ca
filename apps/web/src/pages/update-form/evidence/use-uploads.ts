import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '~/api/problem';
import { uploadFile } from '~/api/upload';
import { keepFile, type SentFile } from '~/outbox/kept-files';
import { filesAddress } from '~/outbox/send-files';
import { problemText } from '~/ui/ProblemAlert';
import { newKey } from '../draft';
import { asSent } from './photo';

/** Where the evidence belongs. */
export interface Place {
  commitmentId: string;
  cycleKey: string;
}

/** A file on its way; with a problem it waits for the person. */
export interface Upload {
  key: string;
  file: File;
  /** 0 to 1. */
  share: number;
  problem: string | null;
}

const LARGEST = 25 * 1024 * 1024;

/** What becomes of a file. */
interface Ways {
  onSent: (file: SentFile) => void;
  /** There is no network: it is kept on this device under a key, and goes with the draft. */
  onKept: (file: File, key: string) => void;
}

/** Sends files one after the other, so that a weak connection brings the first through before it begins the next. */
export function useUploads({ commitmentId, cycleKey }: Place, { onSent, onKept }: Ways) {
  const { t } = useTranslation();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stopped.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((now) => now.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const forget = (key: string) => {
    stopped.current.get(key)?.abort();
    stopped.current.delete(key);
    setUploads((now) => now.filter((each) => each.key !== key));
  };

  const send = async ({ key, file }: Upload, stop: AbortController): Promise<void> => {
    if (stop.signal.aborted) return;
    const sent = await asSent(file);
    try {
      if (sent.size > LARGEST) return patch(key, { problem: t('evidence.tooLarge') });
      const onProgress = (share: number) => patch(key, { share });
      const url = filesAddress(commitmentId, cycleKey);
      onSent(await uploadFile<SentFile>(url, sent, { onProgress, signal: stop.signal }));
      forget(key);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (isProblem(error, 'offline') && (await wait(key, sent))) return;
      const [wrong] = isProblem(error) ? error.fields : [];
      const problem = isProblem(error, 'offline') ? t('evidence.offline') : problemText(t, error);
      patch(key, { problem: wrong ? wrong.detail : problem });
    }
  };
  /** False when the device has no room for it. */
  const wait = async (key: string, file: File): Promise<boolean> => {
    const kept = await keepFile(file).catch(() => undefined);
    if (kept === undefined) return false;
    onKept(file, kept);
    forget(key);
    return true;
  };
  const start = (upload: Upload) => {
    const stop = new AbortController();
    stopped.current.set(upload.key, stop);
    queue.current = queue.current.then(() => send(upload, stop));
  };

  return {
    uploads,
    forget,
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ key: newKey(), file, share: 0, problem: null }));
      setUploads((now) => [...now, ...added]);
      added.forEach(start);
    },
    again: (upload: Upload) => {
      patch(upload.key, { share: 0, problem: null });
      start(upload);
    },
  };
}

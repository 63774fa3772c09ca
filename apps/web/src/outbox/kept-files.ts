import { createStore, del, entries, get, set } from 'idb-keyval';
import type { Schemas } from '~/api/client';

export type SentFile = Schemas['EvidenceFileView'];

/** A file that was chosen without a network, as it is to be sent. */
interface KeptFile {
  file: File;
  /** When it was chosen, in milliseconds. */
  at: number;
  /** What the server made of it, once it went. */
  sent?: SentFile;
}

/** The draft that names a file is written right after the file, maybe in another tab: until then it is not forgotten. */
const UNNAMED_FOR = 60 * 60_000;

const store = createStore('mirps-files', 'files');
const listeners = new Set<(key: string, sent: SentFile) => void>();

/** Keeps a file on this device until the draft that names it is sent. @throws when the device has no room */
export async function keepFile(file: File): Promise<string> {
  const key = crypto.randomUUID();
  await set(key, { file, at: Date.now() } satisfies KeptFile, store);
  return key;
}

/** What is kept under a key; nothing when the browser has cleared it. */
export const fileAt = (key: string): Promise<KeptFile | undefined> => get<KeptFile>(key, store);

/** The server has it: the bytes go, and whoever names the key learns under which id. */
export async function noteSent(key: string, { file, at }: KeptFile, sent: SentFile): Promise<void> {
  await set(key, { file: new File([], file.name), at, sent } satisfies KeptFile, store);
  listeners.forEach((hear) => hear(key, sent));
}

/** Calls back when a kept file has gone to the server. */
export function onFileSent(hear: (key: string, sent: SentFile) => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export const forgetFile = (key: string): Promise<void> => del(key, store);

/** Forgets the files that none of these drafts names. */
export async function forgetFilesBut(drafts: string[]): Promise<void> {
  const named = drafts.join('\n');
  const left = (await entries<string, KeptFile>(store)).filter(
    ([key, { at, sent }]) => !named.includes(key) && (sent !== undefined || Date.now() - at > UNNAMED_FOR),
  );
  await Promise.all(left.map(([key]) => forgetFile(key)));
}

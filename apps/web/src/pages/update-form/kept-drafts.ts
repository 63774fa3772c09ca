import type { Draft } from './draft';

/** What was written on this device and is not on the server. */
export interface KeptDraft {
  draft: Draft;
  /** Version of the update that it was written on; null when there was none yet. */
  version: number | null;
  at: string;
}

const PREFIX = 'mirps.draft.';
const keyOf = (userId: string, cycle: string, commitment: string): string =>
  `${PREFIX}${userId}.${cycle}.${commitment}`;

/** Keeps a draft on this device until the server has it. Silent when the device has no room: the page still holds it. */
export function keepDraft(userId: string, cycle: string, commitment: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(userId, cycle, commitment), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(userId: string, cycle: string, commitment: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(userId, cycle, commitment));
    return text === null ? null : (JSON.parse(text) as KeptDraft);
  } catch {
    return null;
  }
}

export const forgetDraft = (userId: string, cycle: string, commitment: string): void =>
  localStorage.removeItem(keyOf(userId, cycle, commitment));

/** Which drafts are kept here, as `cycle.commitment`. */
export function keptDrafts(userId: string): Set<string> {
  const mine = `${PREFIX}${userId}.`;
  return new Set(
    Object.keys(localStorage)
      .filter((key) => key.startsWith(mine))
      .map((key) => key.slice(mine.length)),
  );
}

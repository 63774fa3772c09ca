/** What the page that verifies files was asked; lives in its address, so that an answer can be sent on. */
export interface VerifySearch {
  sha256?: string;
}

/** A SHA-256 as people paste it: in capitals, with blanks around and between. Undefined: it is none. */
export function hashOf(typed: unknown): string | undefined {
  if (typeof typed !== 'string') return undefined;
  const hash = typed.replaceAll(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

export function verifySearchOf({ sha256 }: Record<string, unknown>): VerifySearch {
  const hash = hashOf(sha256);
  return hash === undefined ? {} : { sha256: hash };
}

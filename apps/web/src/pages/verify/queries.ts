import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schemas } from '~/api/client';

export type FileOrigin = Schemas['FileOriginDto'];

/** Which published report has these bytes. */
export const verifiedQuery = (sha256: string) =>
  queryOptions({
    queryKey: ['public', 'verify', sha256],
    queryFn: () => body(api.GET('/api/public/verify', { params: { query: { sha256 } } })),
  });

/** The SHA-256 of a file, taken in the browser: the file goes nowhere. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers give no hash on pages that came without TLS from another machine. */
export const mayHash = (): boolean => globalThis.isSecureContext;

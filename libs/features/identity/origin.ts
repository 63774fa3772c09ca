import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '#platform/config';

/** Addresses whose pages may write here: the public one, and whatever the browser itself opened. */
export const ownOrigins = (config: Config, host: string | undefined): string[] => [
  new URL(config.publicUrl).origin,
  ...(host ? [`https://${host}`, `http://${host}`] : []),
];

/**
 * Whether a write comes from a page of ours or from no page at all. Browsers name the page's origin on every write, so
 * that another site cannot write in the name of somebody who is signed in; programs without a browser name none.
 */
export function isFromOurPages(config: Config, headers: IncomingHttpHeaders): boolean {
  if (headers.origin !== undefined) return ownOrigins(config, headers.host).includes(headers.origin);
  return ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
}

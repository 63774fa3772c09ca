import type { Middleware } from 'openapi-fetch';
import { offline } from './problem';

type Sent = Pick<Request, 'url' | 'headers'>;

const HEADER = 'idempotency-key';

/** Keys of what was sent and never answered, by address. */
const unanswered = new Map<string, string>();

/**
 * Gives a request the key by which the API makes nothing twice: that of the last one to the address where no answer came to
 * that one, since it may have arrived. If it is another request by then, it is refused once with a word about the first.
 */
export function once({ url, headers }: Sent): void {
  headers.set(HEADER, unanswered.get(url) ?? crypto.randomUUID());
  unanswered.delete(url);
}

/** No answer came: whether the request arrived is not known. */
export function lost({ url, headers }: Sent): void {
  const key = headers.get(HEADER);
  if (key) unanswered.set(url, key);
}

/** What makes something: also under a name of the person's own, over nothing that was there. */
const makes = ({ method, headers }: Request): boolean =>
  method === 'POST' || (method === 'PUT' && headers.get('if-match') === '"0"');

/** The same for typed calls that make something. */
export const makingOnce: Middleware = {
  onRequest: ({ request }) => {
    if (makes(request)) once(request);
  },
  onResponse: async ({ request, response }) => {
    if (!makes(request)) return;
    if (response.status >= 500) lost(request);
    // An answer may break off in the middle, too.
    await response
      .clone()
      .text()
      .catch(() => {
        lost(request);
        throw offline();
      });
  },
  onError: ({ request }) => lost(request),
};

import type { Middleware } from 'openapi-fetch';
import { lost } from './once';
import { offline } from './problem';

/** How long a request may take that is sent again, when its own time is over. */
const PATIENCE = 30_000;

/** Asks the person for what was missing; resolves to whether they gave it. */
export type Ask = () => Promise<boolean>;

/**
 * Sends a request that was refused for want of something once more, just as it was, after the person has given it: nobody has
 * to type or press anything twice.
 */
export function sentAgain(
  wants: (response: Response, request: Request) => boolean | Promise<boolean>,
  ask: Ask,
): Middleware {
  const copies = new WeakMap<Request, Request>();
  return {
    onRequest: ({ request }) => {
      copies.set(request, request.clone());
    },
    onResponse: async ({ request, response }) => {
      const copy = copies.get(request);
      if (!copy || !(await wants(response, request)) || !(await ask())) return undefined;
      // The person may have taken longer than the request was to take.
      const options = copy.signal.aborted ? { signal: AbortSignal.timeout(PATIENCE) } : {};
      return fetch(copy, options).catch(() => {
        lost(copy);
        throw offline();
      });
    },
  };
}

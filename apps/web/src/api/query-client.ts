import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, isUnreachable } from './problem';

/** Asked again only when asking again can help: no connection, or a server that is not there for now. */
const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && navigator.onLine && isUnreachable(error);

/** The query cache; `onSignedOut` is called when the API no longer knows the session. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown): void => {
    if (isProblem(error) && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Who is signed in is asked quietly at first; what was kept of it ends with the session.
        if (query.meta?.['quiet'] !== true || query.state.data !== undefined) notice(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _, __, { meta }) => {
        if (meta?.['quiet'] !== true) notice(error);
      },
    }),
    // Without a connection a request fails at once and says so; the library would otherwise wait in silence.
    defaultOptions: {
      queries: { staleTime: 20_000, retry: worthRetrying, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

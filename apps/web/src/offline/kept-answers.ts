import { dehydrate, type DehydratedState, hashKey, hydrate, type QueryClient } from '@tanstack/react-query';
import { createStore, del, get, set } from 'idb-keyval';
import { KEPT_FOR } from '~/api/kept';
import { meKey } from '~/app/session';
import { hasKeptAnswers, markKeptAnswers } from './has-answers';

/** What the API said, as it is kept on this device. */
interface KeptAnswers {
  /** What answers looked like to the build that wrote it. */
  shape: string;
  at: number;
  state: DehydratedState;
}

const KEY = 'answers';
const store = createStore('mirps', 'offline');

/** Changes with the API's description and with the questions to it; see answers-shape.ts. */
const SHAPE = String(import.meta.env.ANSWERS_SHAPE);

/** Puts what is kept into the query cache, where pages find it at once and without a network. */
export async function restoreAnswers(client: QueryClient): Promise<void> {
  const kept = await get<KeptAnswers>(KEY, store);
  if (!kept || kept.shape !== SHAPE || Date.now() - kept.at > KEPT_FOR) return forgetAnswers();
  hydrate(client, kept.state, { defaultOptions: { queries: { gcTime: KEPT_FOR } } });
  // However lately it was read, it may have changed since: it is shown, and asked for again.
  await client.invalidateQueries({ refetchType: 'none' });
}

/** Keeps from now on what queries marked `kept` bring, for as long as the person is signed in. */
export function keepAnswers(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    if (!client.getQueryData(meKey)) return;
    const state = answersOf(client);
    markKeptAnswers(true);
    void set(KEY, { shape: SHAPE, at: Date.now(), state } satisfies KeptAnswers, store).catch(
      () => undefined,
    );
  };
  const stop = client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed' && query.queryHash === hashKey(meKey)) void forgetAnswers();
    else if (query.meta?.['kept'] === true && (type === 'updated' || type === 'removed'))
      timer ??= setTimeout(write, 1000);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** What was answered last, also where asking again failed. */
function answersOf(client: QueryClient): DehydratedState {
  const { queries } = dehydrate(client, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: ({ state: { data }, meta }) => data !== undefined && meta?.['kept'] === true,
  });
  return {
    mutations: [],
    queries: queries.map((query) => ({
      ...query,
      state: {
        ...query.state,
        status: 'success',
        fetchStatus: 'idle',
        error: null,
        fetchFailureReason: null,
      },
    })),
  };
}

/** Removes everything that the API said from this device. */
export async function forgetAnswers(): Promise<void> {
  if (!hasKeptAnswers()) return;
  markKeptAnswers(false);
  await del(KEY, store).catch(() => undefined);
}

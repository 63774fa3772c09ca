import { hashKey, type QueryClient } from '@tanstack/react-query';
import { cyclesQuery, statesQuery } from '~/api/reference';
import { commitmentQuery, eventsQuery, timelineQuery } from '~/pages/commitment/queries';
import { type Due, dueQuery } from '~/pages/my-updates/queries';
import { updateQuery } from '~/pages/update/queries';
import { beginningOf } from '~/pages/update-form/beginning';

/** What was read within this time is not read again only to be kept. */
const FRESH = { staleTime: 6 * 60 * 60_000, retry: false } as const;

/**
 * Reads, one after the other and behind everything else, what the forms of the updates due begin with, and what happened to
 * their commitments.
 */
export function fetchForms(client: QueryClient): () => void {
  let running = false;
  let stopped = false;
  const read = async () => {
    if (running) return;
    running = true;
    try {
      await client.prefetchQuery(statesQuery);
      for (const due of client.getQueryData<Due[]>(dueQuery.queryKey) ?? [])
        if (!stopped) await fetchForm(client, due);
    } catch {
      // No network; it is tried again when the list is read again.
    } finally {
      running = false;
    }
  };
  const stop = client.getQueryCache().subscribe((event) => {
    if (
      event.type === 'updated' &&
      event.action.type === 'success' &&
      event.query.queryHash === hashKey(dueQuery.queryKey)
    )
      setTimeout(() => void read(), 1000);
  });
  void read();
  return () => {
    stopped = true;
    stop();
  };
}

async function fetchForm(client: QueryClient, { commitmentId, cycleKey }: Due): Promise<void> {
  const cycles = await client.fetchQuery({ ...cyclesQuery, ...FRESH });
  await client.prefetchQuery({ ...commitmentQuery(commitmentId), ...FRESH });
  const timeline = await client.fetchQuery({ ...timelineQuery(commitmentId), ...FRESH });
  const { mine, before } = beginningOf(
    timeline,
    cycles.find(({ key }) => key === cycleKey),
    cycleKey,
  );
  for (const { id } of [mine, before].filter((each) => each !== undefined))
    await client.prefetchQuery({ ...updateQuery(id), ...FRESH });
  await client.prefetchQuery({ ...eventsQuery(commitmentId), ...FRESH });
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Entries } from './Entries';
import { historyQuery, type Kind } from './queries';

/** What happened to all things of one kind. */
export const KindHistory = ({ kind, state }: { kind: Kind; state: string | undefined }) => (
  <Entries query={useInfiniteQuery(historyQuery({ entity: kind, ...(state ? { state } : {}) }))} named />
);

import { lazy, Suspense } from 'react';
import { may, useMe } from '~/app/session';
import type { Kind } from './queries';

/** Few may read it, and it stands at the end of its page. */
const KindChoice = lazy(async () => ({ default: (await import('./KindChoice')).KindChoice }));

export interface KindsHistoryProps {
  /** The kinds of things that a page lists, whose parts have no page of their own. */
  kinds: readonly Kind[];
  /** Of this State alone. */
  state?: string;
}

/** What happened to the things of a page, kind by kind; read once somebody chooses one. */
export function KindsHistory(props: KindsHistoryProps) {
  if (!may(useMe(), 'history.read')) return null;
  return (
    <Suspense fallback={null}>
      <KindChoice {...props} />
    </Suspense>
  );
}

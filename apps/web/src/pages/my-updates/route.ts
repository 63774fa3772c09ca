import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export interface MyUpdatesSearch {
  /** Only what belongs to this cycle; reminder mails lead here. */
  cycle?: string;
}

export const myUpdatesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-updates',
  validateSearch: (search: Record<string, unknown>): MyUpdatesSearch =>
    typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {},
  component: lazyRouteComponent(() => import('./MyUpdatesPage'), 'MyUpdatesPage'),
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export interface ReportsSearch {
  /** The cycle chosen in the form. */
  cycle?: string;
}

export const reportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): ReportsSearch =>
    typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {},
  component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
});

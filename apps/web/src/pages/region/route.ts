import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export interface RegionSearch {
  cycle?: string;
  /** Which mean the cells of areas and the region show first. */
  mean?: 'states';
}

export const regionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/region',
  validateSearch: (search: Record<string, unknown>): RegionSearch => ({
    ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
    ...(search['mean'] === 'states' ? { mean: 'states' as const } : {}),
  }),
  component: lazyRouteComponent(() => import('./RegionPage'), 'RegionPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface StateSearch {
  cycle?: string;
  /** Only the commitments of this area. */
  area?: string;
}

export const stateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states/$code',
  validateSearch: (search: Record<string, unknown>): StateSearch => ({
    ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
    ...(typeof search['area'] === 'string' ? { area: search['area'] } : {}),
  }),
  component: laterPage(() => import('./StatePage'), 'StatePage'),
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const reviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('./ReviewPage'), 'ReviewPage'),
});

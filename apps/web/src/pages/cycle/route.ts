import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const cycleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cycles/$key',
  component: lazyRouteComponent(() => import('./CyclePage'), 'CyclePage'),
});

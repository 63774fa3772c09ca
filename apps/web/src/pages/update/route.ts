import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const updateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/updates/$id',
  component: lazyRouteComponent(() => import('./UpdatePage'), 'UpdatePage'),
});

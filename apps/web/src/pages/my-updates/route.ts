import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const myUpdatesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-updates',
  component: lazyRouteComponent(() => import('./MyUpdatesPage'), 'MyUpdatesPage'),
});

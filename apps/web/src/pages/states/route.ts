import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const statesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states',
  component: lazyRouteComponent(() => import('./StatesPage'), 'StatesPage'),
});

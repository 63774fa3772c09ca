import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const cyclesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cycles',
  component: lazyRouteComponent(() => import('./CyclesPage'), 'CyclesPage'),
});

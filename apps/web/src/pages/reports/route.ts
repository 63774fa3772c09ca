import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';
import { reportsSearchOf } from './kinds';

export const reportsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports',
  validateSearch: reportsSearchOf,
  component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
});

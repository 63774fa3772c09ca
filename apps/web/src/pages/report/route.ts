import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const reportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/$id',
  component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

/** One address for a commitment in a cycle, whether its update was begun or not: what a reminder can link to. */
export const updateFormRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-updates/$cycle/$commitment',
  component: lazyRouteComponent(() => import('./UpdateFormPage'), 'UpdateFormPage'),
});

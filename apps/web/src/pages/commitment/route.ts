import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

export const commitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/commitments/$id',
  component: lazyRouteComponent(() => import('./CommitmentPage'), 'CommitmentPage'),
});

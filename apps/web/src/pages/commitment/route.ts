import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const commitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/commitments/$id',
  component: laterPage(() => import('./CommitmentPage'), 'CommitmentPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  component: laterPage(() => import('./AccountPage'), 'AccountPage'),
});

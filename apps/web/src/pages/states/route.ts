import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const statesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states',
  component: laterPage(() => import('./StatesPage'), 'StatesPage'),
});

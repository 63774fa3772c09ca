import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { stateSearchOf } from './search';

export const stateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states/$code',
  validateSearch: stateSearchOf,
  component: laterPage(() => import('./StatePage'), 'StatePage'),
});

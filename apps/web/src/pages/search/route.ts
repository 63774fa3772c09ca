import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { searchSearchOf } from './search';

export const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/search',
  validateSearch: searchSearchOf,
  component: laterPage(() => import('./SearchPage'), 'SearchPage'),
});

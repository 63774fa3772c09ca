import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { searchOf } from './words';

export const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users',
  validateSearch: searchOf,
  component: laterPage(() => import('./UsersPage'), 'UsersPage'),
});

export const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users/$id',
  component: laterPage(() => import('./UserPage'), 'UserPage'),
});

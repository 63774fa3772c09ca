import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface UsersSearch {
  /** Part of the name or address. */
  q?: string;
}

export const usersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users',
  validateSearch: (search: Record<string, unknown>): UsersSearch =>
    typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {},
  component: laterPage(() => import('./UsersPage'), 'UsersPage'),
});

export const userRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/users/$id',
  component: laterPage(() => import('./UserPage'), 'UserPage'),
});

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';
import { teamSearch } from './search';

export const teamsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams',
  component: lazyRouteComponent(() => import('./TeamsPage'), 'TeamsPage'),
});

export const teamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key',
  validateSearch: teamSearch,
  component: lazyRouteComponent(() => import('./TeamPage'), 'TeamPage'),
});

/** One address for a team in a cycle, whether its update was begun or not. */
export const teamUpdateFormRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/report/$cycle',
  component: lazyRouteComponent(() => import('./TeamUpdateFormPage'), 'TeamUpdateFormPage'),
});

export const teamUpdateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team-updates/$id',
  component: lazyRouteComponent(() => import('./TeamUpdatePage'), 'TeamUpdatePage'),
});

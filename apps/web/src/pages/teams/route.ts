import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { teamSearch } from './search';

const teamsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams',
  component: laterPage(() => import('./TeamsPage'), 'TeamsPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key',
  validateSearch: teamSearch,
  component: laterPage(() => import('./TeamPage'), 'TeamPage'),
});

/** One address for a team in a cycle, whether its update was begun or not. */
const teamUpdateFormRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/report/$cycle',
  component: laterPage(() => import('./TeamUpdateFormPage'), 'TeamUpdateFormPage'),
});

const teamUpdateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team-updates/$id',
  component: laterPage(() => import('./TeamUpdatePage'), 'TeamUpdatePage'),
});

const newTeamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/new',
  component: laterPage(() => import('./TeamFormPage'), 'NewTeamPage'),
});

const editTeamRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/edit',
  component: laterPage(() => import('./TeamFormPage'), 'EditTeamPage'),
});

const teamYearFormRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/years/$year',
  component: laterPage(() => import('./TeamYearFormPage'), 'TeamYearFormPage'),
});

const newActivityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/$year/activities/new',
  component: laterPage(() => import('./ActivityFormPage'), 'NewActivityPage'),
});

const editActivityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team-activities/$id/edit',
  component: laterPage(() => import('./ActivityFormPage'), 'EditActivityPage'),
});

const newSessionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/$year/sessions/new',
  component: laterPage(() => import('./SessionFormPage'), 'NewSessionPage'),
});

const editSessionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team-sessions/$id/edit',
  component: laterPage(() => import('./SessionFormPage'), 'EditSessionPage'),
});

const newProductRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/teams/$key/$year/products/new',
  component: laterPage(() => import('./ProductFormPage'), 'NewProductPage'),
});

const editProductRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/team-products/$id/edit',
  component: laterPage(() => import('./ProductFormPage'), 'EditProductPage'),
});

export const teamRoutes = [
  teamRoute,
  teamsRoute,
  teamUpdateFormRoute,
  teamUpdateRoute,
  newTeamRoute,
  editTeamRoute,
  teamYearFormRoute,
  newActivityRoute,
  editActivityRoute,
  newSessionRoute,
  editSessionRoute,
  newProductRoute,
  editProductRoute,
];

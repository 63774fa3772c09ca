import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { pledgeSearchOf } from './search';

export const pledgesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges',
  validateSearch: pledgeSearchOf,
  component: laterPage(() => import('./PledgesPage'), 'PledgesPage'),
});

export const newPledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/new',
  component: laterPage(() => import('./PledgeFormPage'), 'NewPledgePage'),
});

export const pledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/$id',
  component: laterPage(() => import('./PledgePage'), 'PledgePage'),
});

export const editPledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/$id/edit',
  component: laterPage(() => import('./PledgeFormPage'), 'EditPledgePage'),
});

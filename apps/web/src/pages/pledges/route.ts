import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';
import { PLEDGE_FORMS, PLEDGE_STAGES, type PledgeSearch } from './words';

const TEXTS = ['forum', 'state', 'area', 'q'] as const;

const searchOf = (search: Record<string, unknown>): PledgeSearch => {
  const form = PLEDGE_FORMS.find((word) => word === search['form']);
  const stage = ([...PLEDGE_STAGES, 'no_update'] as const).find((word) => word === search['stage']);
  return {
    ...Object.fromEntries(
      TEXTS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
    ...(form ? { form } : {}),
    ...(stage ? { stage } : {}),
  };
};

export const pledgesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./PledgesPage'), 'PledgesPage'),
});

export const newPledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/new',
  component: lazyRouteComponent(() => import('./PledgeFormPage'), 'NewPledgePage'),
});

export const pledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/$id',
  component: lazyRouteComponent(() => import('./PledgePage'), 'PledgePage'),
});

export const editPledgeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/pledges/$id/edit',
  component: lazyRouteComponent(() => import('./PledgeFormPage'), 'EditPledgePage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
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

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';

/** The Forum's words, and the one for pledges without any. */
export const PLEDGE_STAGES = ['planning', 'in_progress', 'fulfilled'] as const;
export const PLEDGE_FORMS = ['single', 'joint', 'multi_stakeholder'] as const;

export interface PledgeSearch {
  forum?: string;
  state?: string;
  area?: string;
  q?: string;
  form?: (typeof PLEDGE_FORMS)[number];
  stage?: (typeof PLEDGE_STAGES)[number] | 'no_update';
}

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

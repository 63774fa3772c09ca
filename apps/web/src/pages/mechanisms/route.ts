import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { MECHANISM_KINDS, type MechanismSearch } from './words';

export const mechanismsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mechanisms',
  validateSearch: (search: Record<string, unknown>): MechanismSearch => {
    const kind = MECHANISM_KINDS.find((word) => word === search['kind']);
    return {
      ...(typeof search['state'] === 'string' ? { state: search['state'] } : {}),
      ...(kind ? { kind } : {}),
    };
  },
  component: laterPage(() => import('./MechanismsPage'), 'MechanismsPage'),
});

export const newMechanismRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mechanisms/new',
  component: laterPage(() => import('./MechanismFormPage'), 'NewMechanismPage'),
});

export const mechanismRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mechanisms/$id',
  component: laterPage(() => import('./MechanismPage'), 'MechanismPage'),
});

export const editMechanismRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mechanisms/$id/edit',
  component: laterPage(() => import('./MechanismFormPage'), 'EditMechanismPage'),
});

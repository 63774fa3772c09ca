import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface AllianceSearch {
  year?: string;
  state?: string;
  area?: string;
  adoptedBy?: string;
}

const NAMES = ['year', 'state', 'area', 'adoptedBy'] as const;

export const alliancesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/alliances',
  validateSearch: (search: Record<string, unknown>): AllianceSearch =>
    Object.fromEntries(
      NAMES.flatMap((name) => {
        const value = search[name];
        return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
      }),
    ),
  component: laterPage(() => import('./AlliancesPage'), 'AlliancesPage'),
});

export const newPracticeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/alliances/practices/new',
  component: laterPage(() => import('./PracticeFormPage'), 'NewPracticePage'),
});

export const editPracticeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/alliances/practices/$id',
  component: laterPage(() => import('./PracticeFormPage'), 'EditPracticePage'),
});

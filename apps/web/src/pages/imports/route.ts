import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface ImportSearch {
  kind?: string;
}

export const importsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/imports',
  validateSearch: (search: Record<string, unknown>): ImportSearch =>
    typeof search['kind'] === 'string' ? { kind: search['kind'] } : {},
  component: laterPage(() => import('./ImportsPage'), 'ImportsPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface CycleSearch {
  /** Only the States whose contribution is missing; reminder mails lead here. */
  show?: 'missing';
}

export const cycleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cycles/$key',
  validateSearch: (search: Record<string, unknown>): CycleSearch =>
    search['show'] === 'missing' ? { show: 'missing' } : {},
  component: laterPage(() => import('./CyclePage'), 'CyclePage'),
});

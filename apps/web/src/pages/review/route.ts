import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface ReviewSearch {
  /** Only what belongs to this cycle; reminder mails lead here. */
  cycle?: string;
}

export const reviewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/review',
  validateSearch: (search: Record<string, unknown>): ReviewSearch =>
    typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {},
  component: laterPage(() => import('./ReviewPage'), 'ReviewPage'),
});

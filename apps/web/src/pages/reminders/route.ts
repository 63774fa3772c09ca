import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface RemindersSearch {
  /** The local instant to look at, `2024-07-01T09:00`; absent: now. */
  at?: string;
}

export const remindersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reminders',
  validateSearch: (search: Record<string, unknown>): RemindersSearch =>
    typeof search['at'] === 'string' && !Number.isNaN(Date.parse(search['at'])) ? { at: search['at'] } : {},
  component: laterPage(() => import('./RemindersPage'), 'RemindersPage'),
});

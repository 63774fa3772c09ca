import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface MeetingSearch {
  cycle?: string;
  /** Code of the State that is shown; absent: the region. */
  state?: string;
}

export const meetingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/meeting',
  validateSearch: (search: Record<string, unknown>): MeetingSearch => ({
    ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
    ...(typeof search['state'] === 'string' ? { state: search['state'] } : {}),
  }),
  component: laterPage(() => import('./MeetingPage'), 'MeetingPage'),
});

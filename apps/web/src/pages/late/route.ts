import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { isSpan, isStatus, type LateStatus, type Span } from './spans';

export interface LateSearch {
  cycle?: string;
  state?: string;
  area?: string;
  status?: LateStatus;
  /** Absent: what is late. */
  show?: Exclude<Span, 'late'>;
}

const text = (word: unknown): string | undefined => (typeof word === 'string' ? word : undefined);

export const lateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/late',
  validateSearch: ({ cycle, state, area, status, show }: Record<string, unknown>): LateSearch => ({
    cycle: text(cycle),
    state: text(state),
    area: text(area),
    status: isStatus(status) ? status : undefined,
    show: isSpan(show) && show !== 'late' ? show : undefined,
  }),
  component: laterPage(() => import('./LatePage'), 'LatePage'),
});

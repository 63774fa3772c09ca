import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface RegionalPlanSearch {
  year?: string;
}

export const regionalPlanRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/regional-plan',
  validateSearch: ({ year }: Record<string, unknown>): RegionalPlanSearch =>
    /^\d{4}$/.test(String(year)) ? { year: String(year) } : {},
  component: laterPage(() => import('./RegionalPlanPage'), 'RegionalPlanPage'),
});

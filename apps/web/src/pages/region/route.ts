import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { isMeasure, type Measure } from './measures';

export interface RegionSearch {
  cycle?: string;
  /** What the cells and the map show; absent: the mean over commitments. */
  show?: Exclude<Measure, 'mean'>;
}

export const regionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/region',
  validateSearch: (search: Record<string, unknown>): RegionSearch => ({
    ...(typeof search['cycle'] === 'string' ? { cycle: search['cycle'] } : {}),
    ...(isMeasure(search['show']) && search['show'] !== 'mean' ? { show: search['show'] } : {}),
  }),
  component: laterPage(() => import('./RegionPage'), 'RegionPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { regionSearchOf } from './search';

export const regionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/region',
  validateSearch: regionSearchOf,
  component: laterPage(() => import('./RegionPage'), 'RegionPage'),
});

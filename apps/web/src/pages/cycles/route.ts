import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const cyclesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/cycles',
  component: laterPage(() => import('./CyclesPage'), 'CyclesPage'),
});

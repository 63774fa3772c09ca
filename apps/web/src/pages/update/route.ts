import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const updateRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/updates/$id',
  component: laterPage(() => import('./UpdatePage'), 'UpdatePage'),
});

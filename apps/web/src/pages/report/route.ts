import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const reportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/$id',
  component: laterPage(() => import('./ReportPage'), 'ReportPage'),
});

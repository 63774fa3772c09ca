import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const compositionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/preparation/$cycle',
  component: laterPage(() => import('./CompositionPage'), 'CompositionPage'),
});

export const sectionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/preparation/$cycle/$section',
  component: laterPage(() => import('./SectionPage'), 'SectionPage'),
});

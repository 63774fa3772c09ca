import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { compositionSearchOf } from './search';

export const compositionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/preparation/$cycle',
  validateSearch: compositionSearchOf,
  component: laterPage(() => import('./CompositionPage'), 'CompositionPage'),
});

export const sectionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/reports/preparation/$cycle/$section',
  component: laterPage(() => import('./SectionPage'), 'SectionPage'),
});

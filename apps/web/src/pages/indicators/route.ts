import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';
import { indicatorSearchOf } from './search';

export const indicatorsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicators',
  validateSearch: indicatorSearchOf,
  component: lazyRouteComponent(() => import('./IndicatorsPage'), 'IndicatorsPage'),
});

export const indicatorRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicators/$id',
  component: lazyRouteComponent(() => import('./IndicatorPage'), 'IndicatorPage'),
});

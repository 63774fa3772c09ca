import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from '~/app/root';
import { type IndicatorSearch, LEVELS } from './words';

const searchOf = (search: Record<string, unknown>): IndicatorSearch => {
  const level = LEVELS.find((word) => word === search['level']);
  return {
    ...Object.fromEntries(
      (['framework', 'state', 'q'] as const).flatMap((name) =>
        typeof search[name] === 'string' ? [[name, search[name]]] : [],
      ),
    ),
    ...(level ? { level } : {}),
  };
};

export const indicatorsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicators',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./IndicatorsPage'), 'IndicatorsPage'),
});

export const indicatorRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/indicators/$id',
  component: lazyRouteComponent(() => import('./IndicatorPage'), 'IndicatorPage'),
});

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { WholePageError } from '~/app/RouteError';
import { commitmentQuery } from '~/pages/commitment/queries';
import { indicatorSearchOf } from '~/pages/indicators/search';
import { pledgeSearchOf } from '~/pages/pledges/search';
import { regionSearchOf } from '~/pages/region/search';
import { reportsSearchOf } from '~/pages/reports/kinds';
import { searchSearchOf } from '~/pages/search/search';
import { stateSearchOf } from '~/pages/state/search';
import { storySearchOf } from '~/pages/stories/search';
import { verifySearchOf } from '~/pages/verify/search';
import { NotPublic } from './NotPublic';
import { SiteLayout } from './SiteLayout';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: WholePageError,
});

/** Named as the application's own, so that its pages find their routes here, too. */
const frame = createRoute({ getParentRoute: () => rootRoute, id: 'app', component: SiteLayout });
const getParentRoute = () => frame;

const start = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/region', replace: true, throw: true });
  },
});

/** A commitment is told on its State's page. */
const commitment = createRoute({
  getParentRoute,
  path: '/commitments/$id',
  loader: async ({ context, params }) => {
    const { stateCode, code } = await context.queryClient.ensureQueryData(commitmentQuery(params.id));
    redirect({ to: '/states/$code', params: { code: stateCode }, hash: code, replace: true, throw: true });
  },
});

export const siteRoutes = rootRoute.addChildren([
  frame.addChildren([
    start,
    commitment,
    createRoute({
      getParentRoute,
      path: '/region',
      validateSearch: regionSearchOf,
      component: lazyRouteComponent(() => import('./SiteRegionPage'), 'SiteRegionPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/states/$code',
      validateSearch: stateSearchOf,
      component: lazyRouteComponent(() => import('./SiteStatePage'), 'SiteStatePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/pledges',
      validateSearch: pledgeSearchOf,
      component: lazyRouteComponent(() => import('~/pages/pledges/PledgesPage'), 'PledgesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/pledges/$id',
      component: lazyRouteComponent(() => import('~/pages/pledges/PledgePage'), 'PledgePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/indicators',
      validateSearch: indicatorSearchOf,
      component: lazyRouteComponent(() => import('~/pages/indicators/IndicatorsPage'), 'IndicatorsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/indicators/$id',
      component: lazyRouteComponent(() => import('~/pages/indicators/IndicatorPage'), 'IndicatorPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/stories',
      validateSearch: storySearchOf,
      component: lazyRouteComponent(() => import('~/pages/stories/StoriesPage'), 'StoriesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/stories/$id',
      component: lazyRouteComponent(() => import('~/pages/stories/StoryPage'), 'StoryPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/reports',
      validateSearch: reportsSearchOf,
      component: lazyRouteComponent(() => import('~/pages/reports/ReportsPage'), 'ReportsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/reports/$cycle/$which',
      component: lazyRouteComponent(() => import('./SiteEditionPage'), 'SiteEditionPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/reports/$id',
      component: lazyRouteComponent(() => import('~/pages/report/ReportPage'), 'ReportPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/glossary',
      component: lazyRouteComponent(() => import('~/pages/glossary/GlossaryPage'), 'GlossaryPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/search',
      validateSearch: searchSearchOf,
      component: lazyRouteComponent(() => import('~/pages/search/SearchPage'), 'SearchPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/data',
      component: lazyRouteComponent(() => import('./DataPage'), 'DataPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/verify',
      validateSearch: verifySearchOf,
      component: laterPage(() => import('~/pages/verify/VerifyPage'), 'VerifyPage'),
    }),
    createRoute({ getParentRoute, path: '$', component: NotPublic }),
  ]),
]);

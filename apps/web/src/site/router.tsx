import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { expectHeadingFocus } from '~/app/navigation-focus';
import { RouteError } from '~/app/RouteError';
import type { Lang } from '~/i18n';
import { siteRoutes } from './routes';

/** The router of the public site: the addresses of the application behind the language. */
export function siteRouter(queryClient: QueryClient, lang: Lang) {
  const router = createRouter({
    routeTree: siteRoutes,
    basepath: `/${lang}`,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: RouteError,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) expectHeadingFocus();
  });
  return router;
}

import { createRouter } from '@tanstack/react-router';
import { signInAgain } from '~/api/client';
import { createQueryClient } from '~/api/query-client';
import { expectHeadingFocus } from './navigation-focus';
import { NotFound } from './NotFound';
import { RouteError } from './RouteError';
import { routeTree } from './routes';
import { forgetKept, meKey } from './session';

/** Leaves the page for the sign-in page, which leads back here. */
function leaveForSignIn(): void {
  const { href, pathname } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: meKey });
  void forgetKept();
  void router.navigate({ to: '/sign-in', search: { next: href, expired: true } });
}

export const queryClient = createQueryClient(leaveForSignIn);
signInAgain.leave = leaveForSignIn;

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: RouteError,
});

// The first page is the browser's own business; from then on a change of page moves the focus to its heading.
router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) expectHeadingFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

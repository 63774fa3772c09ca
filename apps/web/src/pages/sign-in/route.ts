import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '~/app/root';

export interface SignInSearch {
  /** Where the person wanted to go; an address inside this application. */
  next?: string;
  /** The session ended while the application was open. */
  expired?: boolean;
}

const ours = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(ours(search['next']) ? { next: ours(search['next']) } : {}),
    ...(search['expired'] === true ? { expired: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
});

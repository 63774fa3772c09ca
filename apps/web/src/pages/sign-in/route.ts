import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { rootRoute } from '~/app/root';

export interface SignInSearch {
  /** Where the person wanted to go; an address inside this application. */
  next?: string;
  /** The session ended while the application was open. */
  expired?: boolean;
  /** A government's own sign-in, or we, said no. */
  provider?: 'refused';
}

const ours = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...(ours(search['next']) ? { next: ours(search['next']) } : {}),
    ...(search['expired'] === true ? { expired: true } : {}),
    ...(search['provider'] === 'refused' ? { provider: 'refused' } : {}),
  }),
  component: laterPage(() => import('./SignInPage'), 'SignInPage'),
});

export interface AskLinkSearch {
  purpose: 'sign_in' | 'password_reset';
}

/** Asks for a link by mail. */
export const askLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ask-link',
  validateSearch: (search: Record<string, unknown>): AskLinkSearch => ({
    purpose: search['purpose'] === 'password_reset' ? 'password_reset' : 'sign_in',
  }),
  component: laterPage(() => import('./AskLinkPage'), 'AskLinkPage'),
});

/** Where links in mails lead; what makes one secret stands behind the #. */
export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link',
  component: laterPage(() => import('./LinkPage'), 'LinkPage'),
});

/** The second step of a sign-in. */
export const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: (search: Record<string, unknown>): Pick<SignInSearch, 'next'> =>
    ours(search['next']) ? { next: ours(search['next']) } : {},
  component: laterPage(() => import('./SecondFactorPage'), 'SecondFactorPage'),
});

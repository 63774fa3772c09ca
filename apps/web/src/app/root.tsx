import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import i18next from 'i18next';
import { isProblem } from '~/api/problem';
import { switchLanguage, choseLanguage } from '~/i18n';
import { Layout } from './Layout';
import { WholePageError } from './RouteError';
import { meQuery } from './session';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: WholePageError,
});

/** Parent of every page that needs a session; without one the person signs in first and comes back. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: Layout,
  errorComponent: WholePageError,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData({ ...meQuery, revalidateIfStale: true });
      if (me.step) redirect({ to: '/second-factor', search: { next: location.href }, throw: true });
      if (!choseLanguage()) await switchLanguage(me.lang === 'en' ? 'en' : 'es', false);
      return { me };
    } catch (error) {
      if (isProblem(error) && error.status === 401) {
        if (location.pathname === '/') return await leaveFor(publicStart());
        redirect({ to: '/sign-in', search: { next: location.href }, throw: true });
      }
      throw error;
    }
  },
});

/** Where who is not signed in finds what everybody may read. */
const publicStart = (): string => `/${i18next.language === 'en' ? 'en' : 'es'}/region`;

/** Another document takes over; nothing of this one is drawn any more. */
function leaveFor(address: string): Promise<never> {
  window.location.replace(address);
  return new Promise(() => undefined);
}

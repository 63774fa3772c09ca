import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { rootRoute } from '~/app/root';

/** The permanent address of a published report; it opens without a session. */
export const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/$cycle/$number',
  component: laterPage(() => import('./EditionPage'), 'EditionPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { rootRoute } from '~/app/root';

/** The permanent address of a published report or short paper, `2024-annual/1` or `2024-annual/state-mx`; it opens without a session. */
export const editionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/$cycle/$which',
  component: laterPage(() => import('./EditionPage'), 'EditionPage'),
});

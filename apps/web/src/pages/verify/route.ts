import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { verifySearchOf } from './search';

export const verifyRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/verify',
  validateSearch: verifySearchOf,
  component: laterPage(() => import('./VerifyPage'), 'VerifyPage'),
});

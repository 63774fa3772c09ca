import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const membersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states/$code/members',
  component: laterPage(() => import('./MembersPage'), 'MembersPage'),
});

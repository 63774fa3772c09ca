import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const myRemindersRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-reminders',
  component: laterPage(() => import('./MyRemindersPage'), 'MyRemindersPage'),
});

import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export const glossaryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/glossary',
  component: laterPage(() => import('./GlossaryPage'), 'GlossaryPage'),
});

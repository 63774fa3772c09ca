import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { storySearchOf } from './search';

export const storiesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/stories',
  validateSearch: storySearchOf,
  component: laterPage(() => import('./StoriesPage'), 'StoriesPage'),
});

export const newStoryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/stories/new',
  component: laterPage(() => import('./StoryFormPage'), 'NewStoryPage'),
});

export const storyRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/stories/$id',
  component: laterPage(() => import('./StoryPage'), 'StoryPage'),
});

export const editStoryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/stories/$id/edit',
  component: laterPage(() => import('./StoryFormPage'), 'EditStoryPage'),
});

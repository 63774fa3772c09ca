import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface ProjectSearch {
  programme?: string;
  state?: string;
  q?: string;
}

const TEXTS = ['programme', 'state', 'q'] as const;

export const projectsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects',
  validateSearch: (search: Record<string, unknown>): ProjectSearch =>
    Object.fromEntries(
      TEXTS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  component: laterPage(() => import('./ProjectsPage'), 'ProjectsPage'),
});

export const newProjectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects/new',
  component: laterPage(() => import('./ProjectFormPage'), 'NewProjectPage'),
});

export const projectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects/$id',
  component: laterPage(() => import('./ProjectPage'), 'ProjectPage'),
});

export const editProjectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/projects/$id/edit',
  component: laterPage(() => import('./ProjectFormPage'), 'EditProjectPage'),
});

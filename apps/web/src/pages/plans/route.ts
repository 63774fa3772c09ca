import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

const plansRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/states/$code/plans',
  component: laterPage(() => import('./PlansPage'), 'PlansPage'),
});

const planRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$id',
  component: laterPage(() => import('./PlanPage'), 'PlanPage'),
});

const newCommitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$id/commitments/new',
  component: laterPage(() => import('./CommitmentFormPage'), 'NewCommitmentPage'),
});

const editCommitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$id/commitments/$version',
  component: laterPage(() => import('./CommitmentFormPage'), 'EditCommitmentPage'),
});

const planImportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/plans/$id/import',
  component: laterPage(() => import('./PlanImportPage'), 'PlanImportPage'),
});

export const planRoutes = [
  plansRoute,
  planRoute,
  newCommitmentRoute,
  editCommitmentRoute,
  planImportRoute,
] as const;

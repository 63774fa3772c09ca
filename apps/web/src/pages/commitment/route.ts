import { createRoute, type SearchSchemaInput } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';
import { EVENT_GROUPS, type EventGroup } from './event-groups';

interface CommitmentSearch {
  /** Only this of what happened. */
  show?: EventGroup;
}

export const commitmentRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/commitments/$id',
  validateSearch: ({ show }: CommitmentSearch & SearchSchemaInput): CommitmentSearch =>
    EVENT_GROUPS.some((group) => group === show) ? { show } : {},
  component: laterPage(() => import('./CommitmentPage'), 'CommitmentPage'),
});

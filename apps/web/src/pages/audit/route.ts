import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

/** Names of what the trail is narrowed by; days are the reader's own. */
export const NARROWS = [
  'from',
  'to',
  'actorId',
  'onBehalfOfId',
  'state',
  'entity',
  'entityId',
  'action',
  'requestId',
  'reason',
] as const;
export type Narrow = (typeof NARROWS)[number];
export type AuditSearch = Partial<Record<Narrow, string>>;

export const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch =>
    Object.fromEntries(
      NARROWS.map((name) => [name, search[name]]).filter(([, value]) => value !== undefined && value !== ''),
    ) as AuditSearch,
  component: laterPage(() => import('./AuditPage'), 'AuditPage'),
});

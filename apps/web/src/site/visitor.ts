import type { QueryClient } from '@tanstack/react-query';
import { withoutSession } from '~/api/client';
import { type Me, meKey } from '~/app/session';
import type { Lang } from '~/i18n';

/** Beyond the life of any page. */
const NEVER_STALE = 10 * 365 * 24 * 3600_000;

/** Makes everybody a visitor who may change nothing: pages of the application then show what there is to read. */
export function enterAsVisitor(client: QueryClient, lang: Lang): void {
  withoutSession();
  const visitor: Me = {
    user: { id: '', name: '', email: '' },
    roles: [],
    permissions: [],
    actingFor: null,
    lang,
    step: null,
    timeZone: null,
  };
  client.setQueryData(meKey, visitor, { updatedAt: Date.now() + NEVER_STALE });
  client.setQueryDefaults(meKey, { gcTime: Infinity });
}

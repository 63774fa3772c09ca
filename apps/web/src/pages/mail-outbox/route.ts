import { createRoute } from '@tanstack/react-router';
import { laterPage } from '~/app/later-page';
import { appRoute } from '~/app/root';

export interface MailOutboxSearch {
  /** The mail that is open. */
  mail?: string;
}

export const mailOutboxRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/mail-outbox',
  validateSearch: (search: Record<string, unknown>): MailOutboxSearch =>
    typeof search['mail'] === 'string' ? { mail: search['mail'] } : {},
  component: laterPage(() => import('./MailOutboxPage'), 'MailOutboxPage'),
});

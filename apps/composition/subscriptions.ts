import { reminderSubscriptions } from '#features/reminders';
import { rollupSubscriptions } from '#features/rollups';
import type { Subscription } from '#platform/outbox';

/** Which news leads to which job. */
export const subscriptions: Subscription[] = [...rollupSubscriptions, ...reminderSubscriptions];

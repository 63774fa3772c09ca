import { editionSubscriptions } from '#features/editions';
import { identitySubscriptions } from '#features/identity';
import { notificationSubscriptions } from '#features/notifications';
import { reminderSubscriptions } from '#features/reminders';
import { reportSubscriptions } from '#features/reports';
import { rollupSubscriptions } from '#features/rollups';
import { teamSubscriptions } from '#features/teams';
import type { Subscription } from '#platform/outbox';

/** Which news leads to which job. */
export const subscriptions: Subscription[] = [
  ...identitySubscriptions,
  ...teamSubscriptions,
  ...rollupSubscriptions,
  ...reportSubscriptions,
  ...editionSubscriptions,
  ...reminderSubscriptions,
  ...notificationSubscriptions,
];

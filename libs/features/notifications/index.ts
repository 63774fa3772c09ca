import type { EntityClass } from '#platform/database';
import { Notification } from './notification.entity.js';

export { READ_KEPT_DAYS } from './notification.vocabulary.js';
export { NotificationsModule } from './notifications.module.js';
export { NotificationJobsModule, notificationSubscriptions } from './notifications.jobs.js';
export { NotificationsService } from './notifications.service.js';

/** Tables of this room. */
export const notificationsEntities: EntityClass[] = [Notification];

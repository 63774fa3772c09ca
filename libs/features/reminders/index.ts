export * from './reminder.rules.js';
export * from './reminder.vocabulary.js';
export { dayText, reasonFor, type ReminderReason } from './reminder.text.js';
export { RemindersModule } from './reminders.module.js';
export {
  ReminderJobsModule,
  planRemindersNow,
  reminderSubscriptions,
  sendReminder,
} from './reminders.jobs.js';
export { type ReminderRun, remindersClaimed, RemindersService } from './reminders.service.js';
export { MyReminders } from './my-reminders.service.js';
export { ReminderSender } from './reminder-sender.service.js';
export { ReminderStops } from './reminder-stops.service.js';
export { ReminderLedgerEntry } from './reminder-ledger.entity.js';

import type { EntityClass } from '#platform/database';
import { ReminderLedgerEntry } from './reminder-ledger.entity.js';
import { ReminderSettings } from './reminder-settings.entity.js';
import { ReminderStop } from './reminder-stop.entity.js';
/** Tables of this room. */
export const remindersEntities: EntityClass[] = [ReminderLedgerEntry, ReminderSettings, ReminderStop];

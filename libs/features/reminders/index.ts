export * from './reminder.rules.js';
export * from './reminder.vocabulary.js';
export { dayText, reasonFor, type ReminderReason } from './reminder.text.js';

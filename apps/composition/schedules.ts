import { publishAuditHead, sealAudit, verifyAudit } from '#features/audit';
import { planRemindersNow } from '#features/reminders';
import { settleWords } from '#features/search';
import { type Schedule, schedule } from '#platform/queue';
import { keepHouse } from './housekeeping.js';

/**
 * All schedules of the product. Reminders go out at an hour of each State's own day: an hourly look at whose hour it is
 * serves every time zone, and a missed one is made up for by the next.
 */
export const schedules: Schedule[] = [
  schedule(planRemindersNow, {}, { key: 'reminders-hourly', cron: '0 * * * *', tz: 'UTC' }),
  schedule(sealAudit, {}, { key: 'audit-seal', cron: '*/2 * * * *', tz: 'UTC' }),
  schedule(settleWords, {}, { key: 'search-settle', cron: '* * * * *', tz: 'UTC' }),
  schedule(publishAuditHead, {}, { key: 'audit-head-daily', cron: '5 0 * * *', tz: 'UTC' }),
  schedule(verifyAudit, {}, { key: 'audit-verify-daily', cron: '25 0 * * *', tz: 'UTC' }),
  schedule(keepHouse, {}, { key: 'housekeeping-daily', cron: '15 4 * * *', tz: 'America/Guatemala' }),
];

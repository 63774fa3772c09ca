import { loadConfig } from '#platform/config';
import { Mailer, MailOutbox } from '#platform/mail';
import { Outbox } from '#platform/outbox';
import { ReminderSender } from '../../libs/features/reminders/reminder-sender.service.js';
import { ReminderStops } from '../../libs/features/reminders/reminder-stops.service.js';
import { RemindersService } from '../../libs/features/reminders/reminders.service.js';
import { auditService } from '../harness/index.js';
import type { Region } from './progress.js';

/** The reminders of a region, whose people get the roles that they act with, and in which only the cycle of 2024 still runs. */
export async function openReminders({ db: { database, url }, rooms: { clock }, cast }: Region) {
  // The factory's people have no stored roles; reminders ask for the roles of the day.
  for (const [actor, role] of [
    [cast.focal, 'focal_point'],
    [cast.otherFocal, 'focal_point'],
    [cast.coordinator, 'national_coordinator'],
  ] as const)
    await database.execute(
      `INSERT INTO role_assignments (id, user_id, role, state_code, valid_from) VALUES (gen_random_uuid(), $1, $2, 'MX', '2024-01-01')`,
      [actor.userId, role],
    );
  await database.execute(
    `UPDATE cycles SET endorsed_at = '2024-01-15', state = 'endorsed' WHERE key = '2023-annual'`,
  );
  await database.execute(`UPDATE cycles SET opened_at = '2024-10-01T12:00:00Z' WHERE key = '2024-annual'`);
  const config = loadConfig({
    DATABASE_URL: url,
    MIRPS_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://mirps.example.org',
  });
  const outbox = new MailOutbox(database);
  const stops = new ReminderStops(database, clock, config, auditService(database, clock));
  return {
    outbox,
    stops,
    reminders: new RemindersService(database, clock, new Outbox(database)),
    sender: new ReminderSender(database, clock, config, new Mailer(outbox, config.MAIL_FROM), stops),
  };
}

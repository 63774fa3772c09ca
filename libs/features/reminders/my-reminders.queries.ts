import { ZONE_OF_ROLES } from './reminder.queries.js';

/** $1 the person, $2 now. Version 0: nothing was ever set. */
export const OWN_SETTINGS = `
  SELECT u.lang, EXISTS (SELECT FROM reminder_stops x WHERE x.user_id = u.id) AS stopped, coalesce(q.quiet_weekdays, '{}') AS weekdays,
         coalesce(q.quiet_ranges, '[]') AS ranges, coalesce(q.version, 0) AS version, ${ZONE_OF_ROLES} AS "timeZone"
    FROM auth_users u
    LEFT JOIN reminder_settings q ON q.user_id = u.id
    LEFT JOIN role_assignments r ON r.user_id = u.id AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to > $2)
    LEFT JOIN states s ON s.code = r.state_code
   WHERE u.id = $1 GROUP BY u.id, q.user_id`;

/** $1 the person, $2 days of the week, $3 ranges as JSON, $4 the version that was seen. */
export const SETTINGS_SAVE = `
  INSERT INTO reminder_settings AS q (user_id, quiet_weekdays, quiet_ranges)
  SELECT $1, $2::smallint[], $3::jsonb WHERE $4::int = 0 OR EXISTS (SELECT FROM reminder_settings WHERE user_id = $1)
      ON CONFLICT (user_id) DO UPDATE SET quiet_weekdays = excluded.quiet_weekdays, quiet_ranges = excluded.quiet_ranges, version = q.version + 1
   WHERE q.version = $4::int`;

/** What one person was sent, newest first. $1 the person. */
export const OWN_SENT = `
  SELECT l.kind, l.sent_at AS at, c.key AS "cycleKey", l.offset_days AS "offsetDays", l.why_en AS "whyEn", l.why_es AS "whyEs",
         ARRAY(SELECT co.code FROM commitments co WHERE co.id = ANY(l.commitment_ids) ORDER BY co.code) AS codes
    FROM reminder_ledger l JOIN cycles c ON c.id = l.cycle_id
   WHERE l.user_id = $1 AND l.outcome = 'sent' ORDER BY l.sent_at DESC, l.id LIMIT 30`;

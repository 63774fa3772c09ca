import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { PersonalTraces } from '#features/identity';
import { Database } from '#platform/database';

const TRACES = {
  focalPointOf:
    'SELECT commitment_id AS "commitmentId", from_on AS "fromOn", to_on AS "toOn" FROM commitment_focal_points WHERE user_id = $1 ORDER BY from_on, id',
  updates:
    'SELECT id, commitment_id AS "commitmentId", period_end AS "periodEnd", revision FROM updates WHERE author_id = $1 ORDER BY period_end, id',
  messages: 'SELECT at, kind, text FROM submission_messages WHERE author_id = $1 ORDER BY at, id',
  answers:
    'SELECT at, answer, text_en AS "textEn", text_es AS "textEs" FROM finding_answers WHERE author_id = $1 ORDER BY at, id',
  reportSections:
    'SELECT key, version, saved_at AS "savedAt", text_en AS "textEn", text_es AS "textEs" FROM report_section_versions WHERE saved_by = $1 ORDER BY saved_at, key, version',
  reminders:
    'SELECT kind, scheduled_at AS "scheduledAt", outcome FROM reminder_ledger WHERE user_id = $1 ORDER BY scheduled_at, id',
  notifications:
    'SELECT kind, about, created_at AS "createdAt", read_at AS "readAt" FROM notifications WHERE user_id = $1 ORDER BY created_at, id',
  quietDays:
    'SELECT quiet_weekdays AS weekdays, quiet_ranges AS ranges FROM reminder_settings WHERE user_id = $1',
  remindersStopped: 'SELECT stopped_at AS "stoppedAt" FROM reminder_stops WHERE user_id = $1',
};

/** What goes with the person. */
const GO = ['notifications', 'reminder_settings'].map((table) => `DELETE FROM ${table} WHERE user_id = $1`);

/** What a person left in every room, for the export of their own data and for their erasure. */
@Injectable()
class TracesOfRooms extends PersonalTraces {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async of(userId: string): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const [section, sql] of Object.entries(TRACES))
      found[section] = await this.database.jsonRows(sql, [userId]);
    return found;
  }

  async forget(userId: string): Promise<void> {
    for (const statement of GO) await this.database.execute(statement, [userId]);
  }
}

@Global()
@Module({
  providers: [{ provide: PersonalTraces, useClass: TracesOfRooms }],
  exports: [PersonalTraces],
})
export class PersonalTracesModule {}

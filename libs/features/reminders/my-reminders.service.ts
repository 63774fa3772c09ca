import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '#features/audit';
import { signedIn, UsersService } from '#features/identity';
import { daysBetween } from '#platform/calendar';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type Actor, type FieldProblem, invalidFields, stale } from '#platform/http';
import { comingReminders } from './coming.rules.js';
import type {
  OwnReminderDto,
  OwnRemindersDto,
  OwnReminderSettingsDto,
  QuietRangeDto,
} from './my-reminders.dto.js';
import { OWN_SENT, OWN_SETTINGS, SETTINGS_SAVE } from './my-reminders.queries.js';
import { WEEKDAYS } from './quiet.rules.js';
import { ReminderStops } from './reminder-stops.service.js';
import { RemindersService } from './reminders.service.js';

/** So long nobody is left in peace at once: whoever is away longer hands their work over. */
const LONGEST_RANGE_DAYS = 62;

interface SettingsRow {
  lang: 'en' | 'es';
  stopped: boolean;
  weekdays: number[];
  ranges: QuietRangeDto[];
  version: number;
  timeZone: string;
}

/** What a person is reminded of, and on which days not. */
@Injectable()
export class MyReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(ReminderStops) private readonly stops: ReminderStops,
    @Inject(RemindersService) private readonly reminders: RemindersService,
  ) {}

  async get(actor: Actor): Promise<OwnRemindersDto> {
    const { userId } = signedIn(actor);
    const { lang, stopped, weekdays, ranges, version, timeZone } = await this.row(userId);
    return {
      stopped,
      lang,
      quietWeekdays: weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []),
      quietRanges: ranges,
      version,
      timeZone,
      sent: await this.database.query<OwnReminderDto & Record<string, unknown>>(OWN_SENT, [userId]),
      coming: await this.coming(userId),
    };
  }

  /** All of it at once. What is quiet from here on is put off; nothing that was sent comes again. @throws DomainError invalid, stale */
  async save(actor: Actor, seen: number, input: OwnReminderSettingsDto): Promise<OwnRemindersDto> {
    const { userId } = signedIn(actor);
    const problems = problemsOf(input);
    if (problems.length > 0) throw invalidFields(problems);
    const weekdays = WEEKDAYS.flatMap((word, i) => (input.quietWeekdays.includes(word) ? [i + 1] : []));
    const ranges = input.quietRanges
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    await this.database.transaction(async () => {
      const before = await this.row(userId);
      const values = [userId, weekdays, JSON.stringify(ranges), seen];
      if ((await this.database.execute(SETTINGS_SAVE, values)) === 0) throw stale(await this.get(actor));
      await this.users.describe(userId, { lang: input.lang });
      await this.stops.change(userId, input.stopped);
      // Which days they are is the person's own business.
      await this.audit.record({
        action: 'reminder.set_quiet',
        entity: 'user',
        entityId: userId,
        before: { weekdays: before.weekdays.length, ranges: before.ranges.length },
        after: { weekdays: weekdays.length, ranges: ranges.length },
      });
    });
    return this.get(actor);
  }

  private async coming(userId: string): Promise<OwnReminderDto[]> {
    const input = await this.reminders.input(this.clock.now(), userId);
    const [person] = input.persons;
    if (!person) return [];
    const keys = await this.database.query<{ id: string; key: string }>(
      'SELECT id, key FROM cycles WHERE id = ANY($1::uuid[])',
      [input.cycles.map(({ id }) => id)],
    );
    return comingReminders(input, person).map(({ kind, scheduledAt, cycleId, offsetDays, items, why }) => ({
      kind,
      at: scheduledAt,
      cycleKey: keys.find(({ id }) => id === cycleId)?.key ?? '',
      offsetDays,
      codes: items.map(({ code }) => code),
      whyEn: why.en,
      whyEs: why.es,
    }));
  }

  private async row(userId: string): Promise<SettingsRow> {
    const row = await this.database.one<SettingsRow & Record<string, unknown>>(OWN_SETTINGS, [
      userId,
      this.clock.now(),
    ]);
    if (!row) throw new Error('a signed-in person without an account');
    return row;
  }
}

function problemsOf({ quietWeekdays, quietRanges }: OwnReminderSettingsDto): FieldProblem[] {
  const problems = quietRanges.flatMap(({ from, to }, i): FieldProblem[] => {
    const days = daysBetween(from, to) + 1;
    if (days < 1)
      return [
        {
          field: `quietRanges[${i}].to`,
          detail: { en: 'ends before it begins', es: 'termina antes de empezar' },
        },
      ];
    if (days <= LONGEST_RANGE_DAYS) return [];
    const detail = {
      en: `is ${days} days long; at most ${LONGEST_RANGE_DAYS}: whoever is away longer delegates their work`,
      es: `dura ${days} días; como máximo ${LONGEST_RANGE_DAYS}: quien se ausenta más tiempo delega su trabajo`,
    };
    return [{ field: `quietRanges[${i}].to`, detail }];
  });
  if (new Set(quietWeekdays).size === WEEKDAYS.length)
    problems.push({
      field: 'quietWeekdays',
      detail: {
        en: 'leave one day of the week, or stop reminders altogether',
        es: 'deje un día de la semana o detenga los recordatorios por completo',
      },
    });
  return problems;
}

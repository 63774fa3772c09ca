import { Bool, DateOnly, Instant, Nested, OneOf, Text, TextList, Whole } from '#platform/http';
import { WEEKDAYS } from './quiet.rules.js';
import { REMINDER_KINDS } from './reminder.vocabulary.js';

/** Days on which no reminder is sent, both included. */
export class QuietRangeDto {
  @DateOnly({ example: '2024-12-20' })
  from: string;

  @DateOnly({ example: '2025-01-03' })
  to: string;
}

/** How a person wants to be reminded. */
export class OwnReminderSettingsDto {
  @Bool({ description: 'No reminders by mail at all', example: false })
  stopped: boolean;

  @OneOf(['en', 'es'], { description: 'Language of mails and pages' })
  lang: 'en' | 'es';

  @TextList({ words: WEEKDAYS, most: 7, description: 'Days of the week without reminders; six at most' })
  quietWeekdays: string[];

  @Nested(() => QuietRangeDto, { many: true, max: 40, description: 'Days without reminders' })
  quietRanges: QuietRangeDto[];
}

export class OwnReminderDto {
  @OneOf(REMINDER_KINDS)
  kind: string;

  @Instant({ description: 'When it was sent, or will be' })
  at: Date | string;

  @Text({ example: '2024-annual' })
  cycleKey: string;

  @Whole({ description: 'Days from the due day', example: -7 })
  offsetDays: number;

  @TextList({ description: 'Codes of the commitments' })
  codes: string[];

  @Text({ max: 1000, description: 'Why this person gets it' })
  whyEn: string;

  @Text({ max: 1000 })
  whyEs: string;
}

/** A person's own reminders. */
export class OwnRemindersDto extends OwnReminderSettingsDto {
  @Whole({ example: 2 })
  version: number;

  @Text({ description: 'Where its hours count', example: 'America/Guatemala' })
  timeZone: string;

  @Nested(() => OwnReminderDto, { many: true, description: 'Sent, newest first; 30 at most' })
  sent: OwnReminderDto[];

  @Nested(() => OwnReminderDto, {
    many: true,
    description: 'To be sent if nothing is submitted and nothing changes; the next ten',
  })
  coming: OwnReminderDto[];
}

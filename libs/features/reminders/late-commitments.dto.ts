import { CYCLE_STATES } from '#features/cycles';
import { Bool, DateOnly, Instant, Nested, OneOf, Text, TextList, Uuid, Whole } from '#platform/http';
import { REMINDER_KINDS } from './reminder.vocabulary.js';

/** Where a commitment stands that a cycle waits for. `submitted` waits for the coordinator, all else for the focal points. */
export const LATE_STATUSES = ['missing', 'draft', 'returned', 'reopened', 'submitted'] as const;

export class LateQuery {
  @Text({ max: 40, description: 'Key of the cycle', example: '2024-annual' })
  cycle: string;

  @Text({ optional: true, max: 2, description: 'Only of this State', example: 'MX' })
  state?: string;
}

class LeadingInstitution {
  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text({ example: 'Mexican Commission for Refugee Assistance' })
  nameEn: string;

  @Text({ example: 'Comisión Mexicana de Ayuda a Refugiados' })
  nameEs: string;
}

class FocalPerson {
  @Text({
    optional: true,
    description: 'Only where the reader may know the people of the State',
    example: 'Ana Pérez',
  })
  name: string | null;

  @Bool({ description: 'Wants no mails; told where the name is' })
  stopped: boolean;

  @Text({ optional: true, example: 'COMAR' })
  acronym: string | null;

  @Text({ optional: true, description: 'Institution that the person speaks for' })
  nameEn: string | null;

  @Text({ optional: true })
  nameEs: string | null;
}

class ReminderRound {
  @OneOf(REMINDER_KINDS)
  kind: string;

  @Whole({ description: 'Days from the due day', example: -7 })
  offsetDays: number;

  @Instant({ description: 'Sent last; else failed last, else when it was to be sent' })
  at: string;

  @Whole({ description: 'To how many people', example: 2 })
  people: number;

  @Whole({ description: 'Of them, handed to the mail server', example: 2 })
  sent: number;

  @Whole({ description: 'Of them, could not be sent yet; it is tried again', example: 0 })
  failed: number;

  @TextList({ description: 'Of those whose names the reader may know' })
  names: string[];
}

class LateCommitment {
  @Uuid()
  commitmentId: string;

  @Text({ example: 'MX-01' })
  code: string;

  @Text({ example: 'MX' })
  stateCode: string;

  @Text({ example: 'protection' })
  areaKey: string;

  @Text()
  titleEn: string;

  @Text()
  titleEs: string;

  @OneOf(LATE_STATUSES)
  status: string;

  @Uuid({ optional: true })
  updateId: string | null;

  @DateOnly({ description: 'The due day, or for what was submitted the last day of reviews' })
  dueOn: string;

  @Whole({
    description: 'Calendar days in the State since `dueOn`; negative while there is time',
    example: 12,
  })
  daysLate: number;

  @Nested(() => LeadingInstitution, { many: true })
  leads: LeadingInstitution[];

  @Nested(() => FocalPerson, { many: true, description: 'Nobody: nobody is reminded' })
  focalPoints: FocalPerson[];

  @Nested(() => ReminderRound, { many: true, description: 'Oldest first' })
  reminders: ReminderRound[];
}

export class LateCommitmentsDto {
  @Text({ example: '2024-annual' })
  cycleKey: string;

  @OneOf(CYCLE_STATES)
  cycleState: string;

  @DateOnly()
  dueOn: string;

  @DateOnly()
  reviewByOn: string;

  @Instant()
  asOf: string;

  @Nested(() => LateCommitment, { many: true, description: 'Latest first' })
  items: LateCommitment[];
}

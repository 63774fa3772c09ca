import type { Cycle } from '#features/cycles';
import type { Bilingual, Lang } from '#platform/http';
import type { QuietTimes } from './quiet.rules.js';

/** The kinds of digest. `update` goes to focal points; the others tell somebody what is late or waits for them. */
export const REMINDER_KINDS = [
  'update',
  'escalation_coordinator',
  'escalation_presidency',
  'review_queue',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** From this many days after the due day on, reminders also tell the State's coordinator. */
export const COORDINATOR_FROM_DAY = 3;
/** From this many days after the due day on, reminders also tell the Presidency. */
export const PRESIDENCY_FROM_DAY = 7;
/** How long an update may wait for its review before the reviewer is reminded. */
export const REVIEW_PATIENCE_HOURS = 48;

/** `state` is the one at `asOf`; only an open cycle, or one in review, reminds anybody. */
export type ReminderCycle = Pick<
  Cycle,
  'id' | 'year' | 'kind' | 'state' | 'opensOn' | 'dueOn' | 'cutoffOn' | 'reminderOffsets' | 'reminderHour'
>;

export interface ReminderPerson {
  userId: string;
  lang: Lang;
  /** IANA zone in which this person's reminder hour counts: that of their State. */
  timeZone: string;
  /** What falls on one of these days comes on the next other one. */
  quiet?: QuietTimes | null;
  /** Roles in force at `asOf`. */
  roles: readonly { role: string; stateCode?: string | null }[];
}

/** A commitment that a digest speaks of. */
export interface ReminderItem {
  cycleId: string;
  commitmentId: string;
  code: string;
  stateCode: string;
  titleEn?: string;
  titleEs?: string;
}

/** A commitment whose update is due, and neither submitted nor explained. */
export interface DueItem extends ReminderItem {
  /** Its focal points; a commitment without any still shows in escalations. */
  userIds: readonly string[];
  /** Since when it is due, if later than the opening of the cycle: assigned, returned or reopened at this instant. */
  since?: Date | null;
}

/** A submitted update that waits for its State's coordinator. */
export interface WaitingItem extends ReminderItem {
  updateId: string;
  submittedAt: Date;
}

/** What a ledger row stands for. For `review_queue`, `offsetDays` tells the day, counted from the due day. */
export interface ReminderSlot {
  userId: string;
  cycleId: string;
  kind: ReminderKind;
  offsetDays: number;
}

export interface PlannedSlot extends ReminderSlot {
  scheduledAt: Date;
}

/** One mail. */
export interface Digest extends PlannedSlot {
  lang: Lang;
  /** Not sent on the day for which it was planned. */
  late: boolean;
  /** Calendar days until the due day, counted from `asOf` in the person's time zone; negative when late. */
  daysLeft: number;
  /** Ordered by State and code. */
  items: (DueItem | WaitingItem)[];
  /** Why this person gets this mail now. */
  why: Bilingual;
}

export interface ReminderInput {
  asOf: Date;
  cycles: readonly ReminderCycle[];
  persons: readonly ReminderPerson[];
  due: readonly DueItem[];
  waiting: readonly WaitingItem[];
  /** Terms of the Presidency; `endsOn` is the first day of the next one, or null. */
  presidencies: readonly { stateCode: string; startsOn: string; endsOn: string | null }[];
  /** Ledger rows that exist. */
  claimed: readonly ReminderSlot[];
}

export interface ReminderPlan {
  /** To claim and send, ordered by time, person, cycle and kind. */
  digests: Digest[];
  /** Missed and overtaken by a later one: to claim without sending, so that they never go out. */
  skipped: PlannedSlot[];
}

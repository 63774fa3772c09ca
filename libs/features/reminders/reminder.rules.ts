import { closesAt, daysLeft, opensAt } from '#features/cycles';
import { addDays, daysBetween, localDay, localInstant } from '#platform/calendar';
import { isQuiet, NEVER_QUIET, type QuietTimes, workingDayFrom } from './quiet.rules.js';
import { reasonFor } from './reminder.text.js';
import {
  COORDINATOR_FROM_DAY,
  type Digest,
  type DueItem,
  type PlannedSlot,
  PRESIDENCY_FROM_DAY,
  type ReminderCycle,
  type ReminderInput,
  type ReminderItem,
  type ReminderKind,
  type ReminderPerson,
  type ReminderPlan,
  type ReminderSlot,
  REVIEW_PATIENCE_HOURS,
  type WaitingItem,
} from './reminder.vocabulary.js';

/**
 * Who is to be told what at `asOf`. For each person, cycle and kind only the latest slot that has come is sent, with what
 * is still due now; so a worker that was down sends what is still true, once. The order of the input does not matter, and
 * with the result claimed the same instant gives nothing more.
 * @throws RangeError for a day or time zone that does not exist.
 */
export function planReminders(input: ReminderInput): ReminderPlan {
  const claimed = new Set(input.claimed.map(slotKey));
  const plan: ReminderPlan = { digests: [], skipped: [] };
  for (const cycle of input.cycles) {
    if (cycle.state !== 'open' && cycle.state !== 'in_review') continue;
    const desk = new CycleDesk(cycle, input);
    for (const person of input.persons) {
      const { opens, closes } = desk.window(person.timeZone);
      if (input.asOf < opens || input.asOf >= closes || desk.isQuietNow(person)) continue;
      for (const round of desk.rounds(person)) {
        const owed = round.slots.filter((slot) => slot.at >= opens && slot.at < closes && round.owed(slot));
        owed.forEach((slot, i) => {
          const planned = {
            userId: person.userId,
            cycleId: cycle.id,
            kind: round.kind,
            offsetDays: slot.offset,
            scheduledAt: slot.at,
          };
          if (claimed.has(slotKey(planned))) return;
          if (i < owed.length - 1) plan.skipped.push(planned);
          else plan.digests.push(desk.digest(person, planned, slot.day, round.items(slot)));
        });
      }
    }
  }
  plan.digests.sort(bySlot);
  plan.skipped.sort(bySlot);
  return plan;
}

/** The identity of a ledger row as one text. */
export const slotKey = (slot: ReminderSlot): string =>
  JSON.stringify([slot.userId, slot.cycleId, slot.kind, slot.offsetDays]);

interface Slot {
  offset: number;
  day: string;
  at: Date;
}

/** All slots of one kind for one person that have come, oldest first. */
interface Round {
  kind: ReminderKind;
  slots: readonly Slot[];
  /** Whether the slot concerned this person when it came. */
  owed(slot: Slot): boolean;
  items(slot: Slot): (DueItem | WaitingItem)[];
}

/** One cycle at one instant, with its items indexed and its local times computed once a time zone. */
class CycleDesk {
  private readonly due: DueItem[];
  private readonly dueByUser: Map<string, DueItem[]>;
  private readonly dueByState: Map<string, DueItem[]>;
  private readonly waitingByState: Map<string, WaitingItem[]>;
  private readonly times = new Map<string, { opens: Date; closes: Date; slots: Slot[]; today: Slot }>();

  constructor(
    private readonly cycle: ReminderCycle,
    private readonly input: ReminderInput,
  ) {
    this.due = input.due.filter((item) => item.cycleId === cycle.id).sort(byCode);
    this.dueByUser = index(this.due, (item) => [...new Set(item.userIds)]);
    this.dueByState = index(this.due, (item) => [item.stateCode]);
    const waiting = input.waiting.filter((item) => item.cycleId === cycle.id).sort(byCode);
    this.waitingByState = index(waiting, (item) => [item.stateCode]);
  }

  window(timeZone: string): { opens: Date; closes: Date } {
    return this.timesIn(timeZone);
  }

  rounds(person: ReminderPerson): Round[] {
    const times = this.timesIn(person.timeZone);
    const slots = this.putOff(times.slots, person);
    const today = this.putOff([times.today], person);
    const coordinated = statesOf(person, 'national_coordinator');
    const presiding = statesOf(person, 'presidency');
    const own = this.dueByUser.get(person.userId) ?? [];
    const late = coordinated.flatMap((state) => this.dueByState.get(state) ?? []);
    const waiting = coordinated.flatMap((state) => this.waitingByState.get(state) ?? []);
    return [
      dueRound('update', slots, own),
      dueRound(
        'escalation_coordinator',
        slots.filter((slot) => slot.offset >= COORDINATOR_FROM_DAY),
        late,
      ),
      dueRound(
        'escalation_presidency',
        slots.filter(
          (slot) => slot.offset >= PRESIDENCY_FROM_DAY && presiding.includes(this.presidencyOn(slot.day)),
        ),
        presiding.length > 0 ? this.due : [],
      ),
      {
        kind: 'review_queue',
        slots: today,
        owed: (slot) => waiting.some((item) => hasWaited(item, slot.at)),
        items: (slot) => waiting.filter((item) => hasWaited(item, slot.at)),
      },
    ];
  }

  digest(person: ReminderPerson, slot: PlannedSlot, day: string, items: (DueItem | WaitingItem)[]): Digest {
    const late = localDay(this.input.asOf, person.timeZone) > day;
    const left = daysLeft(this.cycle, this.input.asOf, person.timeZone);
    const why = reasonFor({
      cycle: this.cycle,
      kind: slot.kind,
      items,
      daysLeft: left,
      plannedOn: late ? day : null,
    });
    return { ...slot, lang: person.lang, late, daysLeft: left, items, why };
  }

  /** Nothing comes on a quiet day, not even what is late already, nor after one before its hour. */
  isQuietNow({ quiet, timeZone }: ReminderPerson): boolean {
    if (!quiet) return false;
    const { asOf } = this.input;
    const today = localDay(asOf, timeZone);
    if (isQuiet(today, quiet)) return true;
    return (
      isQuiet(addDays(today, -1), quiet) && asOf < localInstant(today, this.cycle.reminderHour, timeZone)
    );
  }

  /** The slots as they come to somebody with quiet days: each stays the same one, at the hour of the next other day. */
  private putOff(slots: readonly Slot[], { quiet, timeZone }: ReminderPerson): Slot[] {
    const days: QuietTimes = quiet ?? NEVER_QUIET;
    return slots
      .map((slot) => {
        const on = workingDayFrom(slot.day, days);
        return on === slot.day ? slot : { ...slot, at: localInstant(on, this.cycle.reminderHour, timeZone) };
      })
      .filter((slot) => slot.at <= this.input.asOf);
  }

  private presidencyOn(day: string): string {
    const term = this.input.presidencies.find(
      ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn),
    );
    return term?.stateCode ?? '';
  }

  private timesIn(timeZone: string) {
    const known = this.times.get(timeZone);
    if (known) return known;
    const { cycle, input } = this;
    const slotOn = (day: string): Slot => ({
      offset: daysBetween(cycle.dueOn, day),
      day,
      at: localInstant(day, cycle.reminderHour, timeZone),
    });
    const slots = [...new Set(cycle.reminderOffsets)]
      .sort((a, b) => a - b)
      .map((offset) => slotOn(addDays(cycle.dueOn, offset)))
      .filter((slot) => slot.at <= input.asOf);
    const now = slotOn(localDay(input.asOf, timeZone));
    const today = now.at <= input.asOf ? now : slotOn(addDays(now.day, -1));
    const times = { opens: opensAt(cycle, timeZone), closes: closesAt(cycle, timeZone), slots, today };
    this.times.set(timeZone, times);
    return times;
  }
}

/** A slot concerned the person if anything that is still due was due then; the mail then tells all that is due now. */
const dueRound = (kind: ReminderKind, slots: readonly Slot[], items: DueItem[]): Round => ({
  kind,
  slots,
  owed: (slot) => items.some((item) => !item.since || item.since <= slot.at),
  items: () => items,
});

const hasWaited = (item: WaitingItem, at: Date): boolean =>
  at.getTime() - item.submittedAt.getTime() > REVIEW_PATIENCE_HOURS * 3_600_000;

const statesOf = (person: ReminderPerson, role: string): string[] =>
  [...new Set(person.roles.filter((grant) => grant.role === role).map((grant) => grant.stateCode ?? ''))]
    .filter((state) => state !== '')
    .sort();

function index<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const list = map.get(key);
      if (list) list.push(item);
      else map.set(key, [item]);
    }
  }
  return map;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byCode = (a: ReminderItem, b: ReminderItem): number =>
  compare(a.stateCode, b.stateCode) || compare(a.code, b.code) || compare(a.commitmentId, b.commitmentId);

const bySlot = (a: PlannedSlot, b: PlannedSlot): number =>
  a.scheduledAt.getTime() - b.scheduledAt.getTime() || compare(slotKey(a), slotKey(b));

import { addDays, localDay, localInstant } from '#platform/calendar';
import { NEVER_QUIET, workingDayFrom } from './quiet.rules.js';
import { planReminders } from './reminder.rules.js';
import type { Digest, PlannedSlot, ReminderInput, ReminderPerson } from './reminder.vocabulary.js';

/**
 * What one person will be sent from `asOf` on if nothing is submitted and nothing changes, in order. The review queue reminds
 * every day; only its next mail is told.
 * @param most how many
 */
export function comingReminders(input: ReminderInput, person: ReminderPerson, most = 10): Digest[] {
  const claimed: PlannedSlot[] = [];
  const coming: Digest[] = [];
  for (const asOf of [input.asOf, ...hoursOf(input, person)]) {
    const { digests, skipped } = planReminders({
      ...input,
      asOf,
      persons: [person],
      claimed: [...input.claimed, ...claimed],
    });
    claimed.push(...digests, ...skipped);
    for (const digest of digests) {
      const told = digest.kind === 'review_queue' && coming.some(({ kind }) => kind === 'review_queue');
      if (!told) coming.push(digest);
    }
    if (coming.length >= most) break;
  }
  return coming.slice(0, most);
}

/** The instants after `asOf` at which something may be sent, in order. */
function hoursOf({ asOf, cycles }: ReminderInput, { timeZone, quiet }: ReminderPerson): Date[] {
  const instants = cycles.flatMap(({ dueOn, reminderOffsets, reminderHour }) => {
    const days = reminderOffsets.map((offset) => addDays(dueOn, offset));
    const today = localDay(asOf, timeZone);
    return [today, addDays(today, 1), ...days].map((day) =>
      localInstant(workingDayFrom(day, quiet ?? NEVER_QUIET), reminderHour, timeZone).getTime(),
    );
  });
  return [...new Set(instants)]
    .filter((instant) => instant > asOf.getTime())
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant));
}

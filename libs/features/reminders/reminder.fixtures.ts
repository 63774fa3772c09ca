import type {
  DueItem,
  PlannedSlot,
  ReminderCycle,
  ReminderInput,
  ReminderPerson,
  WaitingItem,
} from './reminder.vocabulary.js';

/** What the reminder specs start from: the mid-year cycle of 2024, due on 1 July, and a focal point in Panama. */
export const CYCLE: ReminderCycle = {
  id: 'cycle',
  year: 2024,
  kind: 'mid_year',
  state: 'open',
  opensOn: '2024-05-15',
  dueOn: '2024-07-01',
  cutoffOn: '2024-07-31',
  reminderOffsets: [-30, -14, -7, -1, 0, 3, 7],
  reminderHour: 9,
};
export const person = (userId: string, changes: Partial<ReminderPerson> = {}): ReminderPerson => ({
  userId,
  lang: 'es',
  timeZone: 'America/Panama',
  roles: [],
  ...changes,
});
export const due = (code: string, userIds: string[], changes: Partial<DueItem> = {}): DueItem => ({
  cycleId: 'cycle',
  commitmentId: `id-${code}`,
  code,
  stateCode: code.slice(0, 2),
  userIds,
  ...changes,
});
export const waiting = (code: string, submittedAt: string): WaitingItem => ({
  cycleId: 'cycle',
  commitmentId: `id-${code}`,
  code,
  stateCode: code.slice(0, 2),
  updateId: `update-${code}`,
  submittedAt: new Date(submittedAt),
});
export const ANA = person('ana', { roles: [{ role: 'focal_point', stateCode: 'PA' }] });
export const COORDINATOR = person('carla', { roles: [{ role: 'national_coordinator', stateCode: 'PA' }] });
export const PRESIDENT = person('pedro', {
  timeZone: 'America/Belize',
  lang: 'en',
  roles: [{ role: 'presidency', stateCode: 'BZ' }],
});

export const input = (asOf: string | Date, changes: Partial<ReminderInput> = {}): ReminderInput => ({
  asOf: new Date(asOf),
  cycles: [CYCLE],
  persons: [ANA],
  due: [due('PA-01', ['ana']), due('PA-02', ['ana'])],
  waiting: [],
  presidencies: [
    { stateCode: 'PA', startsOn: '2023-01-01', endsOn: '2024-01-24' },
    { stateCode: 'BZ', startsOn: '2024-01-24', endsOn: null },
  ],
  claimed: [],
  ...changes,
});
export const names = (slots: PlannedSlot[]): string[] =>
  slots.map((slot) => `${slot.userId} ${slot.kind} ${slot.offsetDays}`);

import { describe, expect, it } from '@jest/globals';
import { dueTime } from './due-time';

/** The end of 6 December in Tapachula. */
const CLOSES = '2026-12-07T06:00:00+00:00';

describe('When an update is due', () => {
  it.each([
    ['America/Mexico_City', '2026-12-06T12:00:00Z', 0, true],
    ['America/Mexico_City', '2026-12-07T05:59:00Z', 0, true],
    ['America/Mexico_City', '2026-12-07T06:00:00Z', -1, true],
    // In Tijuana it is over two hours earlier by the clock, on the same day.
    ['America/Tijuana', '2026-12-06T12:00:00Z', 0, false],
    // In Panama it goes on into the 7th.
    ['America/Panama', '2026-12-06T12:00:00Z', 1, false],
    ['America/Panama', '2026-12-07T05:30:00Z', 0, false],
  ])('in %s at %s is told by the reader’s calendar', (timeZone, now, daysLeft, wholeDay) => {
    expect(dueTime(CLOSES, new Date(now), timeZone)).toEqual({
      daysLeft,
      until: '2026-12-07T05:59:00.000Z',
      wholeDay,
    });
  });
});

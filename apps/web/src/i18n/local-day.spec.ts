import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { endOfDay, fromDay, throughDay } from './local-day';

const MEXICO = 'America/Mexico_City';

describe('days where somebody is', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T05:30:00Z') }); // still the 21st in Mexico
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['2026-12-01', '2026-12-01T06:00:00.000Z'],
    ['2026-11-22', '2026-11-22T06:00:00.000Z'],
    ['2026-11-21', null],
    ['2026-11-20', '2026-11-20T06:00:00.000Z'],
    ['', null],
    [undefined, null],
    ['2026-13-45', '2026-13-45'],
  ])('what begins on %j begins there, today meaning now', (day, instant) => {
    expect(fromDay(day, MEXICO)).toBe(instant);
  });

  it.each([
    ['2026-12-31', MEXICO, '2027-01-01T06:00:00.000Z'],
    ['2026-02-28', 'America/Panama', '2026-03-01T05:00:00.000Z'],
    ['2026-03-28', 'Europe/Madrid', '2026-03-28T23:00:00.000Z'], // the clocks change the day after
    ['2026-03-29', 'Europe/Madrid', '2026-03-29T22:00:00.000Z'],
    ['', MEXICO, null],
    ['soon', MEXICO, 'soon'],
  ])('what lasts through %j in %s ends as the next day begins there', (day, zone, instant) => {
    expect(throughDay(day, zone)).toBe(instant);
  });

  it('ends a day one minute before the next', () => {
    expect(endOfDay('2026-12-31', MEXICO).toISOString()).toBe('2027-01-01T05:59:00.000Z');
  });
});

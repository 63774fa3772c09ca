import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isDay, isTimeZone, localDay, localInstant } from './calendar.js';

const ZONES = [
  'America/Belize',
  'America/Costa_Rica',
  'America/Mexico_City',
  'America/Panama',
  'America/New_York',
  'America/Havana',
  'Pacific/Apia',
  'UTC',
];
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));

describe('days and instants', () => {
  it.each([
    ['2024-07-01', 9, 'America/Panama', '2024-07-01T14:00:00.000Z'],
    ['2024-07-01', 9, 'America/Mexico_City', '2024-07-01T15:00:00.000Z'],
    ['2022-07-01', 9, 'America/Mexico_City', '2022-07-01T14:00:00.000Z'],
    ['2024-03-10', 9, 'America/New_York', '2024-03-10T13:00:00.000Z'],
    ['2024-03-10', 2, 'America/New_York', '2024-03-10T07:00:00.000Z'],
    ['2024-11-03', 1, 'America/New_York', '2024-11-03T05:00:00.000Z'],
    ['2024-03-10', 0, 'America/Havana', '2024-03-10T05:00:00.000Z'],
  ])('finds %s %i:00 in %s at %s', (day, hour, zone, expected) => {
    expect(localInstant(day, hour, zone).toISOString()).toBe(expected);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-1-1', '2024-07-01T00:00', ''])(
    'knows that %p is not a day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  it('refuses an hour and a time zone that do not exist', () => {
    expect(() => localInstant('2024-07-01', 24, 'UTC')).toThrow(RangeError);
    expect(() => localInstant('2024-07-01', 9, 'America/Atlantis')).toThrow(RangeError);
    expect(isTimeZone('America/Atlantis')).toBe(false);
  });

  it('comes back to the same local day at nine in the morning, whatever the zone and its clock changes', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        // Samoa left out 30 December 2011 altogether.
        fc.pre(!(zone === 'Pacific/Apia' && day === '2011-12-30'));
        return localDay(localInstant(day, 9, zone), zone) === day;
      }),
    );
  });

  it('adds and measures days consistently', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -4000, max: 4000 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    );
  });
});

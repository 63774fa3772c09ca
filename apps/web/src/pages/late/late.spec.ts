import { describe, expect, it } from '@jest/globals';
import { byState, deliveryOf, isNobodys, remindedOf, within } from './late';

type Item = Parameters<typeof byState>[0][number];
type Round = Parameters<typeof deliveryOf>[0];

const round = (at: string, people: number, sent: number, failed = 0): Round =>
  ({ at, people, sent, failed }) as Round;
const item = (stateCode: string, daysLate: number, more: Partial<Item> = {}): Item =>
  ({ stateCode, daysLate, status: 'missing', focalPoints: [], reminders: [], ...more }) as Item;

describe('what is late', () => {
  it('is told by the worst of the mails of a round', () => {
    expect(deliveryOf(round('2026-10-01', 3, 2, 1))).toBe('failed');
    expect(deliveryOf(round('2026-10-01', 3, 2))).toBe('waiting');
    expect(deliveryOf(round('2026-10-01', 3, 3))).toBe('sent');
  });

  it('counts a round as a reminder once one mail of it went out', () => {
    const rounds = [round('2026-10-01', 2, 2), round('2026-10-05', 2, 1, 1), round('2026-10-09', 2, 0)];
    expect(remindedOf(rounds)).toEqual({ times: 2, last: '2026-10-05', failed: 1 });
    expect(remindedOf([])).toEqual({ times: 0, last: null, failed: 0 });
  });

  it('begins the day after, and the week counts the days before it', () => {
    expect([-8, -7, 0, 1].map((days) => within(item('MX', days), 'late'))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect([-8, -7, 0, 1].map((days) => within(item('MX', days), 'week'))).toEqual([false, true, true, true]);
  });

  it('is nobody’s when nobody is reminded and nothing was handed in', () => {
    expect(isNobodys(item('MX', 1))).toBe(true);
    expect(isNobodys(item('MX', 1, { status: 'submitted' }))).toBe(false);
  });

  it('comes by State, the one with most that is late first', () => {
    const states = byState([item('CR', -3), item('MX', 2), item('MX', 9), item('GT', 1), item('GT', -1)]);
    expect(states.map(({ code, late, open, most }) => [code, late, open, most])).toEqual([
      ['MX', 2, 2, 9],
      ['GT', 1, 2, 1],
      ['CR', 0, 1, -3],
    ]);
  });
});

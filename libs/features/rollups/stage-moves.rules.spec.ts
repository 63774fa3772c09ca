import { describe, expect, it } from '@jest/globals';
import { moveBetween } from './stage-moves.rules.js';

describe('A move between stages', () => {
  it.each([
    ['not_started', 'planning', 'forward'],
    ['planning', 'fulfilled', 'forward'],
    ['fulfilled', 'in_progress', 'back'],
    ['in_progress', 'not_started', 'back'],
    ['in_progress', 'discontinued', 'stopped'],
    ['discontinued', 'not_started', 'resumed'],
    ['planning', 'planning', null],
    ['discontinued', 'discontinued', null],
  ] as const)('from %s to %s is %s', (from, to, move) => {
    expect(moveBetween(from, to)).toBe(move);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compared } from './compared.js';

describe('a comparison', () => {
  it('gives both texts again from its pieces', () => {
    const words = fc
      .array(fc.constantFrom('a ', 'b ', 'c\n', 'd '), { maxLength: 12 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = compared(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('finds the one word that changed', () => {
    expect(compared('The mean is high.', 'The mean is low.')).toEqual([
      { kind: 'same', text: 'The mean is ' },
      { kind: 'removed', text: 'high.' },
      { kind: 'added', text: 'low.' },
    ]);
  });

  it('shows two texts that have nothing in common one after the other', () => {
    const many = (word: string) => Array.from({ length: 2_000 }, (_, at) => `${word}${at} `).join('');
    expect(compared(many('a'), many('b'))).toEqual([
      { kind: 'removed', text: many('a') },
      { kind: 'added', text: many('b') },
    ]);
  });
});

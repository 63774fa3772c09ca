import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storable, storableText } from './storable.js';

describe('what the queue can store', () => {
  it('gives back what JSON would', () => {
    expect(storable({ at: new Date(0), gone: undefined, text: 'ñ 😀 \\u0000' }, 'it')).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      text: 'ñ 😀 \\u0000',
    });
    expect(storable(undefined, 'it')).toBeNull();
  });

  it.each([
    [{ deep: [{ note: 'a\0b' }] }, 'it.deep.0.note holds a NUL character, which cannot be stored.'],
    [{ note: 'a\uD83D' }, 'it.note holds half of a surrogate pair, which is no text.'],
    [{ 'a\0': 1 }, 'a key of it holds a NUL character, which cannot be stored.'],
  ])('refuses %j and says where', (value, message) => {
    expect(() => storable(value, 'it')).toThrow(message);
  });

  it('makes any text storable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(storable(storableText(text), 'it')).toBe(storableText(text));
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { beginning, plainText } from './plain-text.js';

describe('texts of people where links tell of them', () => {
  it('are without the signs by which they are written', () => {
    expect(plainText('**Ana** opened a [shop](https://x.example).\n\n- one\n- two\nlines')).toBe(
      'Ana opened a shop. one two lines',
    );
    expect(plainText('1 < 2 & <b>no tag</b>')).toBe('1 < 2 & <b>no tag</b>');
  });

  it.each([
    ['short enough', 12, 'short enough'],
    ['one two, three', 9, 'one two…'],
    ['Tegucigalpa', 4, 'T…'],
  ])('end between words: %s', (text, most, begun) => {
    expect(beginning(text, most)).toBe(begun);
  });
});

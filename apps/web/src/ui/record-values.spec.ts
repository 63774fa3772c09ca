import { describe, expect, it } from '@jest/globals';
import { severalIn, writtenIn } from './record-values.js';

describe('what stands in the fields of a form', () => {
  it.each([
    ['a word', { note: ' Tapachula ' }, 'Tapachula'],
    ['zero, which is something', { note: '0' }, '0'],
    ['blanks alone', { note: ' \n' }, null],
    ['an empty field', { note: '' }, null],
    ['a field that is not there', {}, null],
  ])('is read from %s', (_what, values, read) => {
    expect(writtenIn(values, 'note')).toBe(read);
  });

  it.each([
    ['one a line', 'MX-01\nMX-02', undefined, ['MX-01', 'MX-02']],
    ['with commas and semicolons between', 'MX-01, MX-02;MX-03', undefined, ['MX-01', 'MX-02', 'MX-03']],
    ['with empty lines and a last comma', '\n MX-01 ,\n\n', undefined, ['MX-01']],
    [
      'of sentences, where only a line ends one',
      'Plan 2024, p. 3\nActa; anexo',
      /\n+/,
      ['Plan 2024, p. 3', 'Acta; anexo'],
    ],
    ['of nothing', '', undefined, []],
  ])('is several things %s', (_what, sources, between, read) => {
    expect(severalIn({ sources }, 'sources', between)).toEqual(read);
  });

  it('is no thing of a field that is not there', () => {
    expect(severalIn({}, 'sources')).toEqual([]);
  });
});

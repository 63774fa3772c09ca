import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cookieValue, verifiedToken } from './session-cookie.js';

const SECRET = 'a secret of at least thirty-two characters';
const signed = (token: string, secret = SECRET): string =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);

describe('a session cookie', () => {
  it.each([
    ['s=1', '1'],
    ['a=2; s=1', '1'],
    ['a=2;s=1;b=3', '1'],
    ['xs=2; s=1', '1'],
    ['xs=2', undefined],
    ['a=s=2', undefined],
    [undefined, undefined],
  ])('is found in %j', (header, value) => {
    expect(cookieValue(header, 's')).toBe(value);
  });

  it('gives its token when we signed it', () => {
    expect(verifiedToken(signed('abc'), SECRET)).toBe('abc');
  });

  it.each([
    signed('abc', 'another secret of thirty-two characters'),
    'abc',
    'abc.',
    '.',
    '',
    '%E0%A4%A',
    signed('abc').replace('abc', 'abd'),
  ])('gives nothing for %j', (value) => {
    expect(verifiedToken(value, SECRET)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  base32,
  matchingStep,
  newRecoveryCodes,
  plainCode,
  totpAddress,
  totpCode,
  totpStep,
} from './totp.rules.js';

/** The secret of RFC 6238, appendix B; its codes have eight digits, ours are their last six. */
const SECRET = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i are those of the standard', (seconds, code) => {
    expect(totpCode(SECRET, totpStep(new Date(seconds * 1000)))).toBe(code);
  });

  it('count within half a minute to either side, and not beyond', () => {
    const at = new Date(1_234_567_890_000);
    const code = (steps: number) => totpCode(SECRET, totpStep(at) + steps);
    for (const near of [-1, 0, 1])
      expect(matchingStep(SECRET, code(near), at, null)).toBe(totpStep(at) + near);
    for (const far of [-2, 2]) expect(matchingStep(SECRET, code(far), at, null)).toBeUndefined();
    for (const wrong of ['', '12345', '1234567', 'ñandú!', '000000'])
      expect(matchingStep(SECRET, wrong, at, null)).toBeUndefined();
  });

  it('are not taken twice, nor an earlier one after a later one', () => {
    const at = new Date(1_234_567_890_000);
    const step = totpStep(at);
    expect(matchingStep(SECRET, totpCode(SECRET, step), at, step)).toBeUndefined();
    expect(matchingStep(SECRET, totpCode(SECRET, step - 1), at, step)).toBeUndefined();
    expect(matchingStep(SECRET, totpCode(SECRET, step + 1), at, step)).toBe(step + 1);
  });

  it('come from an address that apps read', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(totpAddress(SECRET, 'MIRPS', 'ana@example.org')).toBe(
      'otpauth://totp/MIRPS:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=MIRPS',
    );
  });
});

describe('recovery codes', () => {
  it('are ten different ones that can be read aloud', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){5}$/);
  });

  it('may be typed in any way', () => {
    expect(plainCode(' ABCD-efgh 2345 ')).toBe('abcdefgh2345');
  });
});

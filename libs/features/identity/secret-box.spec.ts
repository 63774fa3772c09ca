import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyedHash, seal, unseal } from './secret-box.js';

const SECRET = 'a secret of at least thirty-two characters';

describe('what is kept sealed', () => {
  it('opens as it was, and differs every time', () => {
    const plain = randomBytes(20);
    expect(unseal(seal(plain, SECRET, 'app'), SECRET, 'app')).toEqual(plain);
    expect(seal(plain, SECRET, 'app')).not.toBe(seal(plain, SECRET, 'app'));
  });

  it('does not open when a byte of it was changed, or with another secret or for another purpose', () => {
    const sealed = Buffer.from(seal(Buffer.from('secret of an app'), SECRET, 'app'), 'base64');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(changed.toString('base64'), SECRET, 'app')).toThrow();
    }
    expect(() => unseal(sealed.toString('base64'), `${SECRET}.`, 'app')).toThrow();
    expect(() => unseal(sealed.toString('base64'), SECRET, 'other')).toThrow();
  });

  it('has a hash that depends on secret and purpose', () => {
    const hashes = [
      keyedHash('x', SECRET, 'a'),
      keyedHash('x', SECRET, 'b'),
      keyedHash('x', `${SECRET}.`, 'a'),
    ];
    expect(new Set(hashes).size).toBe(3);
  });
});

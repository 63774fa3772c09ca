import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.js';

describe('a password hash', () => {
  it('knows its password and no other', async () => {
    const hash = await hashPassword('correct horse battery staple');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(hash, 'correct horse battery staple')).toBe(true);
    expect(await verifyPassword(hash, 'correct horse battery stapl')).toBe(false);
  });

  it('differs every time', async () => {
    expect(await hashPassword('the same words')).not.toBe(await hashPassword('the same words'));
  });

  it('takes composed and decomposed accents for the same', async () => {
    expect(await verifyPassword(await hashPassword('contraseña'), 'contraseña')).toBe(true);
  });

  it('of another program is verified by the cost that it states', async () => {
    // From the test vectors of the reference program: 256 KiB, two passes, salt "somesalt".
    const reference = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword(reference, 'password')).toBe(true);
    expect(await verifyPassword(reference, 'passwords')).toBe(false);
  });

  it.each(['', 'x', '$argon2id$$$', '$md5$abc$def', '$argon2id$v=19$m=0,t=0,p=0$c29tZXNhbHQ$AAAA'])(
    'of unknown form %j fits nothing',
    async (hash) => {
      expect(await verifyPassword(hash, '')).toBe(false);
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { stepsOf } from '../../../test/harness/steps.js';
import { assertStrong } from './password-strength.js';

describe('a new password', () => {
  it.each([
    'four plain words',
    'sopa norte lápiz tren',
    'mirps-demo-2024',
    'x7Kd-92mv-Qp31-zzT',
    'ÑANDÚ come pan de yuca',
    `a sentence of more than sixty-four characters that nobody but its owner says ${'🦜'.repeat(20)}`,
  ])('may be %j', async (password) => {
    await expect(assertStrong(password)).resolves.toBeUndefined();
  });

  it.each([
    ['eleven char', 'at least 12'],
    ['password1234', 'breaches'],
    ['P@ssw0rdP@ssw0rd', 'breaches'],
    ['qwertyuiop123', 'breaches'],
    ['aaaaaaaaaaaaaaaaaaaa', 'breaches'],
    ['123456789012', 'breaches'],
    ['mirps tracker', 'breaches'],
  ])('may not be %j', async (password, why) => {
    await expect(assertStrong(password, [], 'newPassword')).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'newPassword', detail: { en: expect.stringContaining(why), es: expect.any(String) } },
      ],
    });
  });

  it("may not be made of the person's own name and address", async () => {
    await expect(
      assertStrong('anaperez.example', ['Ana Pérez', 'anaperez@example.org']),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(assertStrong('anaperez.example')).resolves.toBeUndefined();
  });

  it('counts characters as people see them, whatever way they were typed', async () => {
    await expect(assertStrong('e\u0301'.repeat(11))).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is judged quickly, however long', async () => {
    await assertStrong('four plain words');
    const judging = () => assertStrong('0az9 '.repeat(25) + 'xyz').catch(() => undefined);
    expect(await stepsOf(judging)).toBeLessThan(20_000_000);
  });
});

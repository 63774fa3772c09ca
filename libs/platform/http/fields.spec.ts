import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { checked } from './checked.js';
import { DateOnly, Text } from './fields.js';

class Contribution {
  @Text({ min: 3, max: 3, pattern: [/^[A-Z]{3}$/, 'USD'] })
  currency: string;

  @Text({ min: 2, max: 5, pattern: [/^[a-z]+$/, 'health'] })
  key: string;

  @DateOnly()
  on: string;
}

describe('what is said of a field that is wrong', () => {
  const right = { currency: 'USD', key: 'area', on: '2024-07-01' };

  it.each([
    ['currency', 'dolares', 'debe tener la forma USD'],
    ['currency', 'US', 'debe tener la forma USD'],
    ['currency', 'usd', 'debe tener la forma USD'],
    ['currency', '', 'es obligatorio'],
    ['key', 'a', 'debe tener al menos 2 caracteres'],
    ['key', 'education', 'debe tener como máximo 5 caracteres'],
    ['on', '', 'es obligatorio'],
  ])('%s of %j: %s', async (field, value, said) => {
    await expect(checked(Contribution, { ...right, [field]: value })).rejects.toMatchObject({
      fields: [{ field, detail: { es: said } }],
    });
  });

  it('is nothing when all is right', async () => {
    expect(await checked(Contribution, right)).toMatchObject(right);
  });
});

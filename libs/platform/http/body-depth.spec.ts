import { describe, expect, it } from '@jest/globals';
import { bodyProblem } from './body-depth.js';

const deep = (times: number): unknown => JSON.parse(`${'{"a":'.repeat(times)}1${'}'.repeat(times)}`);
const wide = (keys: number): unknown =>
  Object.fromEntries(Array.from({ length: keys }, (_, i) => [`k${i}`, 0]));

describe('a body', () => {
  it.each([
    ['nests too often', () => deep(33)],
    ['nests without end', () => deep(100_000)],
    ['has too many fields', () => wide(501)],
    ['has too long a list', () => ({ list: Array.from({ length: 20_001 }, () => 0) })],
  ])('that %s is not looked into', (_, body) => {
    expect(bodyProblem(body())).toMatchObject({ code: 'invalid' });
  });

  it('as people send it is', () => {
    for (const body of [undefined, null, 'x', [], deep(32), wide(500), Buffer.alloc(30_000)])
      expect(bodyProblem(body)).toBeUndefined();
  });
});

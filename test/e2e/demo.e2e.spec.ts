import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Stack, startStack } from '../harness/index.js';

describe('probe', () => {
  let stack: Stack;
  let admin: Client;
  beforeAll(async () => {
    stack = await startStack({ workers: 1 });
    admin = await stack.signIn('admin@demo.example');
  }, 60000);
  afterAll(() => stack.stop());
  it('works', async () => {
    console.log(await admin.json('GET', '/api/cycles'));
    expect(1).toBe(1);
  });
});

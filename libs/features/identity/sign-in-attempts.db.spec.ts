import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { SignInAttempts } from './sign-in-attempts.service.js';

describe('people who sign in', () => {
  let test: TestDatabase;
  let attempts: SignInAttempts;

  beforeAll(async () => {
    test = await testDatabase();
    attempts = new SignInAttempts(test.database);
  });
  afterAll(() => test.close());

  it('are slowed down after ten wrong attempts from one place, and nobody else is', async () => {
    const attempt = (email: string, place: string): Promise<void> => attempts.begin(email, place);
    await Promise.all(Array.from({ length: 10 }, () => attempt('Eva@example.org', '10.0.0.9')));
    await expect(attempt('eva@example.org', '10.0.0.9')).rejects.toMatchObject({ code: 'too_many' });
    await attempt('eva@example.org', '10.0.0.10');
    await attempt('other@example.org', '10.0.0.9');
  });

  it('start from nothing after a right password', async () => {
    for (let round = 0; round < 30; round += 1) {
      await attempts.begin('ida@example.org', '10.0.0.11');
      await attempts.succeeded('ida@example.org', '10.0.0.11');
    }
    await attempts.begin('ida@example.org', '10.0.0.11');
  });
});

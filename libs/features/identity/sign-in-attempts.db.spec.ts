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

  const attempt = (email: string, place: string): Promise<void> => attempts.begin(email, place);
  /** How many minutes the refusal says. */
  const refusedFor = async (email: string, place: string): Promise<number> => {
    const refusal: unknown = await attempt(email, place).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'too_many' });
    const { until } = (refusal as { extra: { until: string } }).extra;
    return Math.round((new Date(until).getTime() - Date.now()) / 60_000);
  };
  /** As if the time until the locks end had gone by. */
  const waitUntilUnlocked = () =>
    test.database.execute(
      `UPDATE sign_in_attempts SET tried_at = tried_at - interval '1 hour', locked_until = locked_until - interval '1 hour'`,
    );

  it('are slowed down after ten wrong attempts from one place, and nobody else is', async () => {
    await Promise.all(Array.from({ length: 10 }, () => attempt('Eva@example.org', '10.0.0.9')));
    expect(await refusedFor('eva@example.org', '10.0.0.9')).toBe(1);
    await attempt('eva@example.org', '10.0.0.10');
    await attempt('other@example.org', '10.0.0.9');
  });

  it('stay counted when what they asked for is undone', async () => {
    for (let round = 0; round < 10; round += 1)
      await test.database
        .transaction(async () => {
          await attempt('pia@example.org', '10.0.2.1');
          throw new Error('refused');
        })
        .catch(() => undefined);
    expect(await refusedFor('pia@example.org', '10.0.2.1')).toBe(1);
  });

  it('are counted while every connection of the pool is in a transaction that waits for it', async () => {
    const all = test.database.pool.options.max;
    const held = Promise.withResolvers<void>();
    let holding = 0;
    const counted = await Promise.all(
      Array.from({ length: all }, (_, at) =>
        test.database.transaction(async () => {
          holding += 1;
          if (holding === all) held.resolve();
          await held.promise;
          await attempt(`zoe${at}@example.org`, '10.0.3.1');
          return at;
        }),
      ),
    );
    expect(counted).toHaveLength(all);
  });

  it('are let try no more than ten times when a hundred attempts come at once', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 100 }, () => attempt('uma@example.org', '10.0.1.1')),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('wait twice as long after each further one, and an hour at most', async () => {
    for (let round = 0; round < 10; round += 1) await attempt('leo@example.org', '10.0.0.12');
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      waits.push(await refusedFor('leo@example.org', '10.0.0.12'));
      await waitUntilUnlocked();
      await attempt('leo@example.org', '10.0.0.12');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('are protected from guesses that come from many places, too', async () => {
    for (let place = 0; place < 50; place += 1) await attempt('mia@example.org', `10.1.0.${place}`);
    expect(await refusedFor('mia@example.org', '10.1.1.1')).toBe(1);
  });

  it('are slowed down whoever they name, after a hundred wrong attempts from one place', async () => {
    for (let who = 0; who < 100; who += 1) await attempt(`nobody${who}@example.org`, '10.2.0.1');
    expect(await refusedFor('ana@example.org', '10.2.0.1')).toBe(1);
  });

  it('start from nothing after a right password', async () => {
    for (let round = 0; round < 120; round += 1) {
      await attempts.begin('ida@example.org', '10.0.0.11');
      await attempts.succeeded('ida@example.org', '10.0.0.11');
    }
    await attempts.begin('ida@example.org', '10.0.0.11');
  });
});

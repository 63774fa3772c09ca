import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { Database, DatabaseModule } from '#platform/database';
import { LogModule } from '#platform/log';
import {
  defineJob,
  Handles,
  JobRegistry,
  Queues,
  QueueModule,
  QueueWorkerModule,
  type WorkerOptions,
} from '#platform/queue';
import { testDatabase, type TestDatabase } from '../../../test/harness/index.js';
import { Outbox } from './outbox.js';
import { OutboxModule, OutboxRelayModule } from './outbox.module.js';
import { subscribe, topic } from './subscription.js';

const registry = new JobRegistry();
const greet = defineJob<{ name: string }>({ name: 'test.greet', queue: 'greetings' }, registry);
const arrived = topic<{ name: string }>('test.arrived');
const greeted = new Map<string, string>();

class Greeter {
  @Handles(greet) async greet({ name }: { name: string }): Promise<void> {
    greeted.set(name, currentActor ?? 'nobody');
  }
}
let currentActor: string | undefined;

@Module({ providers: [Greeter] })
class GreeterModule {}

describe('a worker process', () => {
  const log = pino({ level: 'silent' });
  let db: TestDatabase;
  let app: INestApplicationContext | undefined;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });
  afterAll(() => db.close());

  function boot(features: Type[], options: WorkerOptions = {}): Promise<INestApplicationContext> {
    @Module({
      imports: [
        LogModule.forRoot(log),
        DatabaseModule.forRoot({ url: db.url, entities: [], migrations: [], poolSize: 4 }),
        QueueModule.forRoot({ databaseUrl: db.url, registry }),
        OutboxModule,
        ...features,
        QueueWorkerModule.forRoot({ registry, ...options }),
        OutboxRelayModule.forRoot({
          databaseUrl: db.url,
          subscriptions: [subscribe(arrived, greet, ({ name }) => ({ name }))],
        }),
      ],
    })
    class App {}
    return NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  }

  it('does not start while a job has no handler', async () => {
    await expect(boot([])).rejects.toThrow(
      "Every job needs exactly one handler: 'test.greet' has no handler.",
    );
  });

  it('turns a committed change into a run of the handler, as the one who acts for jobs, and stops cleanly', async () => {
    app = await boot([GreeterModule], {
      around: async (_job, work) => {
        currentActor = 'system';
        return work();
      },
    });
    const outbox = app.get(Outbox);
    await app.get(Database).transaction(() => outbox.publish(arrived, { name: 'Ana' }));
    while (!greeted.has('Ana')) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(greeted.get('Ana')).toBe('system');
    expect((await app.get(Queues).counts())[0]).toMatchObject({ queue: 'greetings', failed: 0 });
    await app.close(); // a worker that hangs here ends the test by its time limit
    app = undefined;
  });
});

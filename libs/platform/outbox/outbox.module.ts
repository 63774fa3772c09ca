import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#platform/database';
import { LOGGER } from '#platform/log';
import { Queues } from '#platform/queue';
import { Outbox } from './outbox.js';
import { OutboxRelay, type RelayOptions } from './relay.js';

/** Gives `Outbox` to every room. */
@Global()
@Module({
  providers: [
    { provide: Outbox, inject: [Database], useFactory: (database: Database) => new Outbox(database) },
  ],
  exports: [Outbox],
})
export class OutboxModule {}

/** Lets a worker hand on what the outbox holds. Needs DatabaseModule and QueueModule. */
@Module({})
export class OutboxRelayModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(OutboxRelay) private readonly relay: OutboxRelay) {}

  static forRoot(options: RelayOptions): DynamicModule {
    return {
      module: OutboxRelayModule,
      providers: [
        {
          provide: OutboxRelay,
          inject: [Database, Queues, LOGGER],
          useFactory: (database: Database, queues: Queues, log: Logger) =>
            new OutboxRelay(database, queues, log, options),
        },
      ],
      exports: [OutboxRelay],
    };
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}

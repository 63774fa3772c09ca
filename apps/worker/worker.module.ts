import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#platform/config';
import { runAs, SYSTEM } from '#platform/http';
import type { Logger } from '#platform/log';
import { OutboxRelayModule } from '#platform/outbox';
import { QueueWorkerModule } from '#platform/queue';
import { platformModules } from '../composition/platform.js';
import { featureModules, jobModules } from '../composition/modules.js';
import { schedules } from '../composition/schedules.js';
import { subscriptions } from '../composition/subscriptions.js';

@Module({})
export class WorkerModule {}

/** Every feature's job handlers, with the schedules and the relay. */
export const workerModule = (config: Config, logger: Logger): DynamicModule => ({
  module: WorkerModule,
  imports: [
    ...platformModules(config, logger, 'worker'),
    ...featureModules,
    ...jobModules,
    OutboxRelayModule.forRoot({ databaseUrl: config.databaseUrl, subscriptions }),
    QueueWorkerModule.forRoot({
      schedules,
      concurrency: { mail: 8 },
      around: (_job, work) => runAs(SYSTEM, work),
    }),
  ],
});

import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Logger } from 'pino';
import { LOGGER } from '#platform/log';
import { QueueBackend } from './backend.js';
import { type JobRegistry, jobRegistry } from './job.js';
import { openBackend, type BackendOptions } from './open-backend.js';
import { Queues } from './queues.js';
import { WorkerHost, type WorkerOptions } from './worker-host.js';

export interface QueueModuleOptions extends BackendOptions {
  registry?: JobRegistry;
}

/** Gives `Queues` to a process that adds jobs. Nothing is loaded or connected until the first one. */
@Global()
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(@Inject(QueueBackend) private readonly backend: QueueBackend) {}

  static forRoot(options: QueueModuleOptions): DynamicModule {
    const registry = options.registry ?? jobRegistry;
    return {
      module: QueueModule,
      providers: [
        { provide: QueueBackend, inject: [LOGGER], useFactory: (log: Logger) => openBackend(options, log) },
        {
          provide: Queues,
          inject: [QueueBackend],
          useFactory: (backend: QueueBackend) => new Queues(backend, registry),
        },
      ],
      exports: [QueueBackend, Queues],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.backend.close();
  }
}

/** Makes a process a worker: finds the handlers among all providers and runs the jobs. Needs QueueModule beside it. */
@Module({})
export class QueueWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(WorkerHost) private readonly host: WorkerHost,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
  ) {}

  static forRoot(options: WorkerOptions & { registry?: JobRegistry } = {}): DynamicModule {
    return {
      module: QueueWorkerModule,
      imports: [DiscoveryModule],
      providers: [
        {
          provide: WorkerHost,
          inject: [QueueBackend, Queues, LOGGER],
          useFactory: (backend: QueueBackend, queues: Queues, log: Logger) =>
            new WorkerHost(backend, queues, options.registry ?? jobRegistry, log, options),
        },
      ],
      exports: [WorkerHost],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.host.start(this.discovery.getProviders().map((wrapper): unknown => wrapper.instance));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.host.stop();
  }
}

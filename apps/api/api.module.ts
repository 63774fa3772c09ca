import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#platform/config';
import { HealthModule } from '#platform/health';
import { HttpModule } from '#platform/http';
import type { Logger } from '#platform/log';
import { MailOutboxModule } from '#platform/mail';
import { MetricsModule } from '#platform/metrics';
import { ImportsModule } from '#platform/tables';
import { DemoController } from './demo.controller.js';
import { imports } from '../composition/imports.js';
import { featureModules } from '../composition/modules.js';
import { platformModules } from '../composition/platform.js';

@Module({})
export class ApiModule {}

/** Every feature's routes on the platform that they need. */
export const apiModule = (config: Config, logger: Logger): DynamicModule => ({
  module: ApiModule,
  imports: [
    ...platformModules(config, logger, 'api'),
    HttpModule,
    HealthModule,
    MetricsModule,
    MailOutboxModule,
    ...featureModules,
    ImportsModule.of(imports, featureModules),
  ],
  controllers: [DemoController],
});

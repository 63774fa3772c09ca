import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from '#platform/config';
import { HealthModule } from '#platform/health';
import { HttpModule } from '#platform/http';
import type { Logger } from '#platform/log';
import { MetricsModule } from '#platform/metrics';
import { apiModules } from '../composition/modules.js';
import { platformModules } from '../composition/platform.js';

@Module({})
export class ApiModule {}

/** Every feature's routes on the platform that they need. */
export const apiModule = (config: Config, logger: Logger): DynamicModule => ({
  module: ApiModule,
  imports: [...platformModules(config, logger, 'api'), HttpModule, HealthModule, MetricsModule, ...apiModules],
});

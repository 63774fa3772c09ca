import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '#platform/clock';
import { Config } from './config.js';

/** Gives every room the checked configuration and the clock. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [Config, Clock],
    };
  }
}

import type { DynamicModule, Type } from '@nestjs/common';
import type { Clock } from '#platform/clock';
import { type Config, ConfigModule } from '#platform/config';
import { DatabaseModule } from '#platform/database';
import { LogModule, type Logger } from '#platform/log';
import { MailModule } from '#platform/mail';
import { OutboxModule } from '#platform/outbox';
import { QueueModule } from '#platform/queue';
import { StorageModule } from '#platform/storage';
import { migrations } from '#migrations';

/** The parts that API, worker and command line stand on alike. */
export function platformModules(
  config: Config,
  logger: Logger,
  part: string,
  clock?: Clock,
): (Type | DynamicModule)[] {
  return [
    ConfigModule.forRoot(config, clock),
    LogModule.forRoot(logger),
    DatabaseModule.forRoot({
      url: config.databaseUrl,
      // They describe the schema, for migrations and their check; the running parts speak SQL and need no metadata of them.
      entities: [],
      migrations,
      poolSize: config.DATABASE_POOL,
      applicationName: `mirps-${part}`,
    }),
    QueueModule.forRoot({
      databaseUrl: config.databaseUrl,
      redisUrl: config.redisUrl,
      poolSize: part === 'worker' ? 16 : 4,
    }),
    OutboxModule,
    StorageModule.forRoot(config.storageUrl, config.CLAMAV_URL),
    MailModule.forRoot({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM }),
  ];
}

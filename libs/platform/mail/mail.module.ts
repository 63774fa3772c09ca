import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#platform/database';
import { MailOutbox } from './mail-outbox.js';
import { MailOutboxController } from './mail-outbox.controller.js';
import { Mailer } from './mailer.js';
import { SmtpTransport } from './smtp-transport.js';

export interface MailOptions {
  /** Without it mails stay in the local outbox. */
  smtpUrl?: string;
  /** 'Name <address>' */
  from: string;
}

/** Gives `Mailer` and `MailOutbox`. Nothing connects before the first mail. */
@Global()
@Module({})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  static forRoot({ smtpUrl, from }: MailOptions): DynamicModule {
    return {
      module: MailModule,
      providers: [
        {
          provide: MailOutbox,
          inject: [Database],
          useFactory: (database: Database) => new MailOutbox(database),
        },
        {
          provide: Mailer,
          inject: [MailOutbox],
          useFactory: (outbox: MailOutbox) => new Mailer(smtpUrl ? new SmtpTransport(smtpUrl) : outbox, from),
        },
      ],
      exports: [MailOutbox, Mailer],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.mailer.close();
  }
}

/** The routes of the page that shows kept mails. */
@Module({ controllers: [MailOutboxController] })
export class MailOutboxModule {}

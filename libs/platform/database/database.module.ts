import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createDataSource, type DataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { RowsFile } from './rows-file.js';

/** Opens the pool before the application is ready and closes it last. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(options: DataSourceOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: Database,
          useFactory: async () => new Database(await createDataSource(options).initialize()),
        },
        RowsFile,
      ],
      exports: [Database, RowsFile],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.database.dataSource.isInitialized) await this.database.dataSource.destroy();
  }
}

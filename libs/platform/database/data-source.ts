import pg from 'pg';
import { DataSource, DefaultNamingStrategy, type MigrationInterface, type Table } from 'typeorm';

/** A TypeORM entity class. */
export type EntityClass = new () => object;

// A calendar day is text everywhere: as a Date it would be midnight in whatever zone the process runs in.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** camelCase in TypeScript, snake_case in SQL, for tables and columns alike; keys are named as PostgreSQL itself would name them. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), customName ?? snake(propertyName)].join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snake(`${relationName}_${referencedColumnName}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `${this.getTableName(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${this.getTableName(table)}_${columns.join('_')}_fkey`;
  }
}

export interface DataSourceOptions {
  url: string;
  entities: readonly EntityClass[];
  migrations: readonly (new () => MigrationInterface)[];
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/** The one place that says how this product talks to PostgreSQL. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg, // this one, which reads days as said above; in the bundled API TypeORM would load another
    url: options.url,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 10,
    poolErrorHandler: () => undefined, // a lost idle connection is replaced by the pool; the next query tells
    installExtensions: false,
    extra: {
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      // Instants inside JSON read the same on every server, and so do snapshots. Not a start-up option, which poolers refuse.
      onConnect: async (client: pg.ClientBase) => {
        await client.query(`SET TIME ZONE 'UTC'`);
      },
    },
    logging: false,
  });
}

import { AsyncLocalStorage } from 'node:async_hooks';
import pg, {
  type CustomTypesConfig,
  type Pool,
  type PoolClient,
  type QueryResult,
  type QueryResultRow,
} from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { AS_IN_JSON } from './json-types.js';
import { Notices } from './notices.js';

interface Scope {
  client: PoolClient;
  afterCommit: (() => void)[];
}

interface Queryable {
  query<R extends QueryResultRow>(config: {
    text: string;
    values: unknown[];
    name?: string;
    types?: CustomTypesConfig;
  }): Promise<QueryResult<R>>;
}

/**
 * PostgreSQL for every room: the transaction travels in AsyncLocalStorage, so that a service, its audit row and its
 * outbox row share it without handing anything on.
 */
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();
  private readonly notices = new Notices(() => (this.dataSource.isInitialized ? this.pool : undefined));

  constructor(readonly dataSource: DataSource) {}

  /** The pg pool underneath, for COPY and LISTEN. Always outside of any transaction. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  get inTransaction(): boolean {
    return this.scopes.getStore() !== undefined;
  }

  /** Runs `work` in one transaction; a call within another joins it. Rolls back when `work` throws. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.scopes.getStore()) return work();
    const runner = this.dataSource.createQueryRunner() as PostgresQueryRunner;
    const client = (await runner.connect()) as PoolClient;
    const scope: Scope = { client, afterCommit: [] };
    try {
      await runner.startTransaction();
      const result = await this.scopes.run(scope, work);
      await runner.commitTransaction();
      for (const told of scope.afterCommit) told();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined); // the first error is the news
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` inside the current transaction so that, when it throws, only what it wrote is undone and the transaction
   * goes on. @throws Error outside of a transaction
   */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const scope = this.scopes.getStore();
    if (!scope) throw new Error('a savepoint needs a transaction');
    const promised = scope.afterCommit.length;
    await scope.client.query('SAVEPOINT part');
    try {
      const result = await work();
      await scope.client.query('RELEASE SAVEPOINT part');
      return result;
    } catch (error) {
      await scope.client.query('ROLLBACK TO SAVEPOINT part; RELEASE SAVEPOINT part');
      scope.afterCommit.length = promised;
      throw error;
    }
  }

  /** Calls `told` once the current transaction has committed, or at once outside of one. */
  afterCommit(told: () => void): void {
    const scope = this.scopes.getStore();
    if (scope) scope.afterCommit.push(told);
    else told();
  }

  /**
   * Tells every process that listens to the channel, a moment after the current transaction has committed. May be lost.
   * @param payload at most 8,000 bytes
   */
  notify(channel: string, payload = ''): void {
    this.afterCommit(() => this.notices.tell(channel, payload));
  }

  /**
   * The rows of one SQL statement, on the current transaction if there is one.
   * @param name makes it a prepared statement, parsed once a connection; give one name to one text only
   */
  async query<R extends QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
    name?: string,
  ): Promise<R[]> {
    return (await this.run<R>(sql, parameters, name)).rows;
  }

  /**
   * The rows of one SQL statement whose work stays even if the current transaction is undone. Within one it gets a connection
   * of its own: whoever holds one of the pool never waits for a second, or as many as the pool has would wait for each other.
   */
  async queryApart<R extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<R[]> {
    if (!this.inTransaction) return this.query<R>(sql, parameters);
    const client = new pg.Client(this.pool.options);
    client.on('error', () => undefined); // what waits for an answer is told, too
    try {
      await client.connect();
      return (await client.query<R>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  /** The first row, or undefined. */
  async one<R extends QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
    name?: string,
  ): Promise<R | undefined> {
    return (await this.run<R>(sql, parameters, name)).rows[0];
  }

  /**
   * The rows as JSON shows them: instants and days as text, decimals as numbers. For answers of many rows: to read them so
   * and serialise them here costs half of what `json_agg` and its kin do, which look up every column's type for every row.
   */
  async jsonRows<R extends QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
    name?: string,
  ): Promise<R[]> {
    return (await this.run<R>(sql, parameters, name, AS_IN_JSON)).rows;
  }

  /** How many rows a statement changed. */
  async execute(sql: string, parameters: unknown[] = [], name?: string): Promise<number> {
    return (await this.run(sql, parameters, name)).rowCount ?? 0;
  }

  private run<R extends QueryResultRow>(
    text: string,
    values: unknown[],
    name?: string,
    types?: CustomTypesConfig,
  ): Promise<QueryResult<R>> {
    const target: Queryable = this.scopes.getStore()?.client ?? this.pool;
    return target.query<R>({ text, values, name, types });
  }
}

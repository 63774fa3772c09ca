import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDataSource, Database } from '#platform/database';
import { entities } from '../../apps/composition/index.js';

export interface TestDatabase {
  url: string;
  database: Database;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

/** A migrated PostgreSQL database of this spec file alone, copied from the template in some ten milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, drop } = await copyOf(process.env.TEST_TEMPLATE ?? 'template_mirps');
  const database = new Database(
    await createDataSource({ url, entities, migrations: [], poolSize: 5 }).initialize(),
  );
  return {
    url,
    database,
    close: async () => {
      if (database.dataSource.isInitialized) await database.dataSource.destroy();
      await drop();
    },
  };
}

/** A new database from a template, by its address. */
export async function copyOf(template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error(
      'TEST_POSTGRES_URL is not set: run the specs through `npm test`, whose set-up starts PostgreSQL',
    );
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Runs a statement on the server's own database. Concurrent copies of one template wait for each other, so retry. */
async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        const busy = error instanceof pg.DatabaseError && error.code === '55006';
        if (!busy || attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
      }
    }
  } finally {
    await client.end();
  }
}

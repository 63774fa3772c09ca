import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '#migrations';
import { openDataSource } from '../../apps/composition/index.js';
import { copyOf } from '../harness/index.js';

/** Everything that a migration can make, as one line each. */
const CONTENTS = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
  UNION ALL SELECT 'trigger ' || tgenabled::text || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

describe('the migrations', () => {
  let drop: () => Promise<void>;
  let dataSource: DataSource;
  let made: string[];

  beforeAll(async () => {
    const empty = await copyOf('template1');
    drop = () => empty.drop();
    dataSource = await openDataSource(empty.url);
    await dataSource.runMigrations();
    made = await contents();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await drop();
  });

  const contents = async (): Promise<string[]> =>
    (await dataSource.query<{ line: string }[]>(CONTENTS)).map(({ line }) => line);
  const missing = async (): Promise<string[]> => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  };

  it('make exactly the tables that the entities describe', async () => {
    expect(made.length).toBeGreaterThan(300);
    expect(await missing()).toEqual([]);
  });

  it('leave nothing when they are all taken back, and make the same again', async () => {
    for (let step = 0; step < migrations.length; step += 1) await dataSource.undoLastMigration();
    expect(await contents()).toEqual([]);
    expect(await dataSource.runMigrations()).toHaveLength(migrations.length);
    expect(await contents()).toEqual(made);
    expect(await missing()).toEqual([]);
  });

  it.each([
    ['a column that may be empty', 'ALTER COLUMN due_on DROP NOT NULL', 'ALTER COLUMN due_on SET NOT NULL'],
    ['a column too many', 'ADD COLUMN colour text', 'DROP COLUMN colour'],
    ['a rule that is gone', 'DROP CONSTRAINT cycles_key', 'ADD CONSTRAINT cycles_key UNIQUE (key)'],
  ])('differ from the entities where there is %s', async (_what, change, undo) => {
    await dataSource.query(`ALTER TABLE cycles ${change}`);
    expect(await missing()).not.toEqual([]);
    await dataSource.query(`ALTER TABLE cycles ${undo}`);
    expect(await missing()).toEqual([]);
  });

  it('have nothing to do the second time', async () => {
    expect(await dataSource.runMigrations()).toEqual([]);
    expect(await dataSource.showMigrations()).toBe(false);
  });
});

/**
 * Prints the SQL that would bring the migrated database to what the entities say; nothing when they agree.
 * Usage: DATABASE_URL=postgres://… node scripts/schema-diff.mjs   (an empty scratch database; it is migrated first)
 */
import { openDataSource } from '../dist/apps/composition/index.js';

const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL names the scratch database to compare with');
const dataSource = await openDataSource(url);
await dataSource.runMigrations();
const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
for (const { query } of upQueries) console.log(`${query};`);
await dataSource.destroy();

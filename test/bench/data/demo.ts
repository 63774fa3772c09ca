import { seed } from '#seeds';
import { FixedClock } from '#platform/clock';
import { addressOf, migrated, product, statements } from './dataset.js';

/** The demo is told under its own people, who may not be in production. */
export const DEMO = { MIRPS_DEMO: 'on', NODE_ENV: 'development' };

/** A new database with the demo as it stands today, for programs that are started with `DEMO`. @returns its address */
export async function demo(server: string, name: string): Promise<string> {
  const url = addressOf(server, name);
  await statements(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`]);
  await migrated(url);
  await product(url, (services) => seed(services, { onlyIfEmpty: false }), DEMO, new FixedClock(new Date()));
  return url;
}

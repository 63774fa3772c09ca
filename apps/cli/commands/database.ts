import type { Command } from 'commander';
import { FixedClock } from '#platform/clock';
import { loadConfig } from '#platform/config';
import { seed } from '#seeds';
import { withServices } from '../application.js';
import { openDataSource } from '../../composition/data-source.js';
import { tell } from '../terminal.js';

/** `mirps migrate`, `mirps seed` */
export function databaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database up to this version; safe to repeat')
    .option('--json', 'the names of the steps taken as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const dataSource = await openDataSource(loadConfig().databaseUrl);
      try {
        const steps = (await dataSource.runMigrations()).map(({ name }) => name);
        tell(json, { steps }, () =>
          steps.length === 0
            ? 'The database is up to date.'
            : `Took ${steps.length} steps; the database is up to date.`,
        );
      } finally {
        await dataSource.destroy();
      }
    });

  program
    .command('seed')
    .description('Put in the region as it is, and with MIRPS_DEMO=on the demo of 2024; safe to repeat')
    .option('--if-empty', 'only when the database holds no State yet')
    .option('--json', 'what was put in as JSON')
    .action(async ({ ifEmpty, json }: { ifEmpty?: boolean; json?: boolean }) => {
      const say = (sentence: string): void => console.error(sentence);
      const result = await withServices(
        (services) => seed(services, { onlyIfEmpty: ifEmpty ?? false, say }),
        new FixedClock(new Date()),
      );
      tell(json, result, () => result.sentence);
    });
}

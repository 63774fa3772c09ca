import { type Command, InvalidArgumentError } from 'commander';
import { RemindersService } from '#features/reminders';
import { isDay } from '#platform/calendar';
import { Database } from '#platform/database';
import { withServices } from '../application.js';
import { tell } from '../terminal.js';

/** `mirps remind [--as-of 2024-07-01T15:00Z] [--dry-run] [--json]` */
export function remindCommand(program: Command): void {
  program
    .command('remind')
    .description(
      'Claim the reminders that are due; a worker sends them. With --dry-run only show who would get what and why',
    )
    .option(
      '--as-of <instant>',
      'as if it were this instant, such as 2024-07-01T15:00Z; default now',
      instant,
    )
    .option('--dry-run', 'write and send nothing')
    .option('--json', 'as JSON')
    .action(async ({ asOf, dryRun, json }: { asOf?: Date; dryRun?: boolean; json?: boolean }) => {
      if (dryRun) return preview(asOf, json);
      const run = await withServices((services) => services.get(RemindersService).run(asOf));
      tell(
        json,
        run,
        () =>
          `${run.claimed} reminders claimed; ${run.overtaken} were overtaken by later ones. A running worker sends them.`,
      );
    });
}

async function preview(asOf: Date | undefined, json: boolean | undefined): Promise<void> {
  const found = await withServices(async (services) => {
    const { digests, skipped } = await services.get(RemindersService).plan(asOf);
    const people = await services
      .get(Database)
      .query<{ id: string; email: string }>('SELECT id, email FROM auth_users WHERE id = ANY($1)', [
        digests.map(({ userId }) => userId),
      ]);
    const address = new Map(people.map(({ id, email }) => [id, email]));
    return { digests: digests.map((digest) => ({ ...digest, email: address.get(digest.userId) })), skipped };
  });
  tell(json, found, () =>
    [
      ...found.digests.map(({ email, kind, offsetDays, scheduledAt, items, why }) =>
        [
          `${email}  ${kind}  day ${offsetDays >= 0 ? '+' : ''}${offsetDays}  (for ${scheduledAt.toISOString()})`,
          `  ${why.en}`,
          `  ${items.map(({ code }) => code).join(' ')}`,
        ].join('\n'),
      ),
      `${found.digests.length} digests would be sent, ${found.skipped.length} are overtaken by later ones. Nothing was written.`,
    ].join('\n'),
  );
}

function instant(text: string): Date {
  const at = new Date(text);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ||
    !isDay(text.slice(0, 10)) ||
    Number.isNaN(at.getTime()) ||
    !/(Z|[+-]\d\d:?\d\d)$/.test(text)
  )
    throw new InvalidArgumentError('Name an instant with its zone, such as 2024-07-01T15:00Z.');
  return at;
}

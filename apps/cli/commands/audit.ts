import { type Command, InvalidArgumentError } from 'commander';
import { AuditChecks, type ChainProblem } from '#features/audit';
import { withServices } from '../application.js';
import { CheckFailed, tell } from '../terminal.js';

const MEANING: Record<ChainProblem['kind'], string> = {
  changed: 'no longer says what was sealed',
  removed: 'is missing',
  inserted: 'was not written by the product',
};

/** `mirps audit verify [--head DAY=HASH ...]` */
export function auditCommands(program: Command): void {
  program
    .command('audit')
    .description('The trail of all changes')
    .command('verify')
    .description(
      'Find entries of the audit trail that somebody changed, removed or inserted; exit code 3 when there is one',
    )
    .option(
      '--head <day=hash...>',
      'how a day must end, as the log told it',
      headOf,
      new Map<string, string>(),
    )
    .option('--json', 'as JSON')
    .action(async ({ head, json }: { head: Map<string, string>; json?: boolean }) => {
      const report = await withServices((services) => services.get(AuditChecks).verify(head));
      tell(json, report, () =>
        [
          ...report.days.map(({ day, entries, head: hash }) => `${day}  ${entries} entries  ${hash}`),
          ...report.problems.map(
            ({ kind, day, position, entryId }) =>
              `${kind.toUpperCase()}: ${entryId ? `entry ${entryId}` : 'the end of the day'}${day ? ` of ${day}` : ''}${position ? `, place ${position},` : ''} ${MEANING[kind]}`,
          ),
          report.problems.length === 0
            ? `${report.entries} entries, all as they were written.`
            : `${report.entries} entries, ${report.problems.length} problems.`,
        ].join('\n'),
      );
      if (report.problems.length > 0) throw new CheckFailed();
    });
}

function headOf(text: string, heads: Map<string, string>): Map<string, string> {
  const [, day, hash] = /^(\d{4}-\d{2}-\d{2})=([\w-]{43})$/.exec(text) ?? [];
  if (!day || !hash) throw new InvalidArgumentError('Name a head as DAY=HASH, such as 2024-07-01=….');
  return heads.set(day, hash);
}

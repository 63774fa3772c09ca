import { Command, CommanderError } from 'commander';
import { ConfigError } from '#platform/config';
import { DomainError } from '#platform/http';
import { cycleCommands } from './commands/cycle.js';
import { databaseCommands } from './commands/database.js';
import { doctorCommand } from './commands/doctor.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { qualityCommand } from './commands/quality.js';
import { queueCommands } from './commands/queue.js';
import { remindCommand } from './commands/remind.js';
import { reportCommand } from './commands/report.js';
import { rollupCommand } from './commands/rollup.js';
import { permissionsCommand } from './commands/permissions.js';
import { snapshotCommands } from './commands/snapshot.js';
import { auditCommands } from './commands/audit.js';
import { userCommands } from './commands/user.js';
import { CheckFailed } from './terminal.js';

/** What a command ends with: done, failed, wrong words, or a check that found something. */
export const EXIT = { done: 0, failed: 1, usage: 2, found: 3 } as const;

/** Runs one command. @returns the exit code */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const program = new Command('mirps')
    .description('Operates the MIRPS commitment tracker.')
    .exitOverride()
    .showHelpAfterError('(mirps --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong command or option, 3 a check found something.',
    );
  for (const register of [
    databaseCommands,
    doctorCommand,
    queueCommands,
    userCommands,
    cycleCommands,
    remindCommand,
    rollupCommand,
    qualityCommand,
    permissionsCommand,
    snapshotCommands,
    auditCommands,
    reportCommand,
    importCommand,
    exportCommand,
  ])
    register(program);
  try {
    await program.parseAsync(argv);
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage; // it has said why itself
  if (error instanceof CheckFailed) return EXIT.found;
  if (error instanceof DomainError) {
    console.error(`mirps: ${error.detail.en}`);
    for (const problem of error.fields) console.error(`  ${problem.field}: ${problem.detail.en}`);
    return error.code === 'invalid' ? EXIT.usage : EXIT.failed;
  }
  console.error(`mirps: ${error instanceof Error ? error.message : String(error)}`);
  if (!(error instanceof ConfigError) && process.env.LOG_LEVEL === 'debug') console.error(error);
  return EXIT.failed;
}
